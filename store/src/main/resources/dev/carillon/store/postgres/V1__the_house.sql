-- The same tables as in SQLite, see docs/adr/0003: instants are epoch milliseconds, money is nano-USD, ids are uuid.
-- tenant_no and owner_no stand on every row, for every query names them.

CREATE TABLE tenant (
  tenant_no  integer PRIMARY KEY,
  tenant_id  text NOT NULL UNIQUE,
  name       text NOT NULL,
  created_at bigint NOT NULL
);

-- signed_in_at: when a session was first opened; until anybody has come in, each start makes a fresh first key.
CREATE TABLE app_user (
  tenant_no    integer NOT NULL REFERENCES tenant,
  owner_no     integer PRIMARY KEY,
  name         text NOT NULL,
  role         integer NOT NULL,
  created_at   bigint NOT NULL,
  disabled_at  bigint,
  signed_in_at bigint,
  UNIQUE (tenant_no, name)
);

-- origin: 1 made over the API, 2 generated at the founding, 3 chosen by the operator.
-- maker_no: who made it. parent: the key that made it.
CREATE TABLE api_key (
  key_id       text PRIMARY KEY,
  tenant_no    integer NOT NULL,
  owner_no     integer NOT NULL,
  name         text NOT NULL,
  kind         integer NOT NULL,
  permissions  text NOT NULL,
  hash         text NOT NULL,
  origin       integer NOT NULL,
  maker_no     integer,
  parent       text,
  created_at   bigint NOT NULL,
  expires_at   bigint,
  revoked_at   bigint,
  last_used_at bigint
);
CREATE INDEX api_key_of_owner ON api_key (tenant_no, owner_no);
CREATE INDEX api_key_of_maker ON api_key (maker_no) WHERE maker_no IS NOT NULL;
CREATE INDEX api_key_of_parent ON api_key (parent) WHERE parent IS NOT NULL;

CREATE TABLE session (
  hash       text PRIMARY KEY,
  tenant_no  integer NOT NULL,
  owner_no   integer NOT NULL,
  key_id     text,
  created_at bigint NOT NULL,
  expires_at bigint NOT NULL,
  seen_at    bigint NOT NULL
);

CREATE TABLE sign_in_link (
  hash       text PRIMARY KEY,
  tenant_no  integer NOT NULL,
  owner_no   integer NOT NULL,
  expires_at bigint NOT NULL
);

CREATE TABLE agent (
  tenant_no       integer NOT NULL,
  owner_no        integer NOT NULL,
  name            text NOT NULL,
  url             text,
  timeout_seconds integer NOT NULL,
  created_at      bigint NOT NULL,
  updated_at      bigint NOT NULL,
  PRIMARY KEY (tenant_no, owner_no, name)
);

-- Wide and cold: what people call a schedule and say about it, and why it stands still.
-- name_folded: the name as search compares it. deleted_at: set when the clock becomes DELETED, so that lists and
-- their counts need no clock (count of 100,000: 1 ms instead of 27 in PostgreSQL, 1 instead of 15 in SQLite).
CREATE TABLE schedule (
  schedule_id uuid PRIMARY KEY,
  tenant_no   integer NOT NULL,
  owner_no    integer NOT NULL,
  version     integer NOT NULL,
  name        text NOT NULL,
  name_folded text NOT NULL,
  heading     text NOT NULL,
  created_at  bigint NOT NULL,
  updated_at  bigint NOT NULL,
  halted_at   bigint,
  halted_by   text,
  halt_reason text,
  deleted_at  bigint
);
CREATE INDEX schedule_of_tenant ON schedule (tenant_no, created_at, schedule_id) WHERE deleted_at IS NULL;
CREATE INDEX schedule_of_owner ON schedule (owner_no, created_at, schedule_id) WHERE deleted_at IS NULL;

-- Every version is kept, for a waiting run keeps the one that it was planned under.
CREATE TABLE schedule_version (
  schedule_id uuid NOT NULL REFERENCES schedule,
  version     integer NOT NULL,
  definition  text NOT NULL,
  PRIMARY KEY (schedule_id, version)
);

-- revision: one higher with each change, so that what is in memory is known to be old.
CREATE TABLE calendar (
  tenant_no  integer NOT NULL,
  owner_no   integer NOT NULL,
  name       text NOT NULL,
  revision   integer NOT NULL,
  content    text NOT NULL,
  created_at bigint NOT NULL,
  updated_at bigint NOT NULL,
  PRIMARY KEY (tenant_no, owner_no, name)
);

-- What a calendar was from when on: by these an occurrence was left out or moved. A name that is given again counts on.
CREATE TABLE calendar_version (
  tenant_no integer NOT NULL,
  owner_no  integer NOT NULL,
  name      text NOT NULL,
  revision  integer NOT NULL,
  content   text NOT NULL,
  at        bigint NOT NULL,
  PRIMARY KEY (tenant_no, owner_no, name, revision)
);

-- Which calendars a schedule uses in its present version.
CREATE TABLE schedule_calendar (
  schedule_id uuid NOT NULL,
  tenant_no   integer NOT NULL,
  owner_no    integer NOT NULL,
  name        text NOT NULL,
  PRIMARY KEY (schedule_id, name)
);
CREATE INDEX schedule_calendar_users ON schedule_calendar (tenant_no, owner_no, name);

-- Narrow and hot: the one cursor of a schedule, its own gate, and what it has done so far.
CREATE TABLE clock (
  schedule_id   uuid PRIMARY KEY,
  tenant_no     integer NOT NULL,
  owner_no      integer NOT NULL,
  version       integer NOT NULL,
  status        integer NOT NULL,
  cursor_at     bigint,
  wake_at       bigint,
  live          integer NOT NULL DEFAULT 0,
  waiting       integer NOT NULL DEFAULT 0,
  failures      integer NOT NULL DEFAULT 0,
  -- occurrences that became a run, ever, which max_runs bounds
  launched      bigint NOT NULL DEFAULT 0,
  ran           bigint NOT NULL DEFAULT 0,
  succeeded     bigint NOT NULL DEFAULT 0,
  failed        bigint NOT NULL DEFAULT 0,
  skipped       bigint NOT NULL DEFAULT 0,
  cost_nanos    bigint NOT NULL DEFAULT 0,
  unknown_costs bigint NOT NULL DEFAULT 0,
  last_at       bigint,
  last_state    integer
) WITH (fillfactor = 50);
CREATE INDEX clock_due ON clock (wake_at) WHERE wake_at IS NOT NULL;
-- Costs nothing while a schedule is ACTIVE (1).
CREATE INDEX clock_at_rest ON clock (tenant_no, status) WHERE status <> 1;

-- A run is here until it ends. waits_on: 0 any node, -1 its schedule's place, -2 the end of a pause.
CREATE TABLE live (
  run_id      uuid PRIMARY KEY,
  schedule_id uuid NOT NULL,
  tenant_no   integer NOT NULL,
  owner_no    integer NOT NULL,
  version     integer NOT NULL,
  kind        integer NOT NULL,
  reason      text NOT NULL,
  state       integer NOT NULL,
  nominal_at  bigint,
  desired_at  bigint NOT NULL,
  queued_at   bigint NOT NULL,
  started_at  bigint,
  attempt     integer NOT NULL,
  epoch       integer NOT NULL,
  node        bigint,
  lost        integer NOT NULL DEFAULT 0,
  waits_on    integer,
  order_key   bigint NOT NULL,
  target      text NOT NULL,
  message     text NOT NULL,
  context     text NOT NULL
);
CREATE INDEX live_of_schedule ON live (schedule_id, run_id);
CREATE INDEX live_of_node ON live (node) WHERE state = 3;
CREATE INDEX live_queue ON live (waits_on, order_key, run_id) WHERE state = 2;
-- The few that are delayed: they are queued when their time comes.
CREATE INDEX live_delayed ON live (desired_at) WHERE state = 1;

-- A line is never changed. covers > 1: a range, from nominal_at until until_at.
CREATE TABLE ledger (
  run_id       uuid PRIMARY KEY,
  schedule_id  uuid NOT NULL,
  tenant_no    integer NOT NULL,
  owner_no     integer NOT NULL,
  version      integer NOT NULL,
  kind         integer NOT NULL,
  reason       text NOT NULL,
  state        integer NOT NULL,
  nominal_at   bigint,
  until_at     bigint,
  covers       bigint NOT NULL DEFAULT 1,
  desired_at   bigint NOT NULL,
  queued_at    bigint,
  started_at   bigint,
  completed_at bigint NOT NULL,
  attempt      integer NOT NULL,
  epoch        integer NOT NULL,
  lost         integer NOT NULL, -- how often its node was lost while it ran
  node         bigint,
  target       text NOT NULL,
  cost_source  text NOT NULL,
  cost_nanos   bigint NOT NULL,
  total_tokens bigint
);
-- The key of each is followed by what lists filter by, so that a page and its count need no rows.
-- An owner's number is one of the whole installation. Measured per line written, beside the first index: owner 1.2 us,
-- the columns behind the keys 0.5 us, troubled 0.5 us for a line in trouble (FAILED to UNKNOWN) and nothing for others.
CREATE INDEX ledger_of_schedule ON ledger (schedule_id, run_id) INCLUDE (state, tenant_no, owner_no);
CREATE INDEX ledger_of_tenant ON ledger (tenant_no, run_id) INCLUDE (state);
CREATE INDEX ledger_of_owner ON ledger (owner_no, run_id) INCLUDE (state, tenant_no);
CREATE INDEX ledger_in_trouble ON ledger (tenant_no, run_id) INCLUDE (state, owner_no) WHERE state > 11 AND state < 16;
-- The few lines of ranges, for windows that begin within one.
CREATE INDEX ledger_of_ranges ON ledger (until_at) WHERE until_at IS NOT NULL;

-- Written only for runs that were called: what was asked, what came back, what it used.
CREATE TABLE run_detail (
  run_id uuid PRIMARY KEY,
  detail text NOT NULL
);

CREATE TABLE node (
  node_no    bigserial PRIMARY KEY,
  name       text NOT NULL,
  expires_at bigint NOT NULL,
  alive      boolean NOT NULL
);

CREATE TABLE activity (
  seq         bigserial PRIMARY KEY,
  tenant_no   integer NOT NULL,
  owner_no    integer NOT NULL,
  at          bigint NOT NULL,
  type        text NOT NULL,
  schedule_id uuid,
  run_id      uuid,
  actor       text NOT NULL,
  note        text NOT NULL,
  txid        xid8 NOT NULL DEFAULT pg_current_xact_id()  -- readers stop before the oldest that still runs
);
-- Numbers are handed out before commits, so rows are read in the order of transactions: of those below the oldest that
-- still runs, none is missing.
CREATE INDEX activity_in_order ON activity (txid, seq);
CREATE INDEX activity_of_tenant ON activity (tenant_no, txid, seq);
CREATE INDEX activity_of_owner ON activity (owner_no, txid, seq);

CREATE TABLE idempotency (
  tenant_no   integer NOT NULL,
  owner_no    integer NOT NULL,
  request_key text NOT NULL,
  fingerprint text NOT NULL,
  run_id      uuid NOT NULL,
  created_at  bigint NOT NULL,
  PRIMARY KEY (tenant_no, owner_no, request_key)
);

-- Which schedules wait for which event, and which run after which others: as their present definitions say.
CREATE TABLE event_listener (
  tenant_no   integer NOT NULL,
  name        text NOT NULL,
  schedule_id uuid NOT NULL,
  owner_no    integer NOT NULL,
  PRIMARY KEY (tenant_no, name, schedule_id)
);
CREATE INDEX event_listener_of_schedule ON event_listener (schedule_id);

-- awaited: the end of a run of the other schedule; 1 success, 2 failure, 3 any.
CREATE TABLE follower (
  followed_id uuid NOT NULL,
  schedule_id uuid NOT NULL,
  awaited     integer NOT NULL,
  PRIMARY KEY (followed_id, schedule_id)
);
CREATE INDEX follower_of_schedule ON follower (schedule_id);

-- What a follower has heard since its last run, where it waits for several.
CREATE TABLE heard (
  schedule_id uuid NOT NULL,
  followed_id uuid NOT NULL,
  PRIMARY KEY (schedule_id, followed_id)
);

-- What happened and has not become a run or a line yet. run_id: of the run it becomes. told: a JSON object that the run
-- tells its target beside its context.
CREATE TABLE signal (
  run_id      uuid PRIMARY KEY,
  schedule_id uuid NOT NULL,
  kind        integer NOT NULL,
  followed_id uuid,
  told        text NOT NULL,
  at          bigint NOT NULL
);
CREATE INDEX signal_in_order ON signal (at, run_id);

-- Published events by the ids that their publishers gave them, so that none counts twice.
CREATE TABLE event (
  tenant_no integer NOT NULL,
  owner_no  integer NOT NULL,
  name      text NOT NULL,
  event_id  text NOT NULL,
  at        bigint NOT NULL,
  schedules integer NOT NULL,
  PRIMARY KEY (tenant_no, owner_no, name, event_id)
);
