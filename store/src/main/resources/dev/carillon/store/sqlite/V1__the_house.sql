-- The tables of docs/adr/0003: instants are epoch milliseconds, money is nano-USD, ids are 16 bytes.
-- tenant_no and owner_no stand on every row, for every query names them.

CREATE TABLE tenant (
  tenant_no  INTEGER PRIMARY KEY,
  tenant_id  TEXT NOT NULL UNIQUE,
  name       TEXT NOT NULL,
  created_at INTEGER NOT NULL
);

-- signed_in_at: when a session was first opened; until anybody has come in, each start makes a fresh first key.
CREATE TABLE app_user (
  tenant_no    INTEGER NOT NULL REFERENCES tenant,
  owner_no     INTEGER PRIMARY KEY,
  name         TEXT NOT NULL,
  role         INTEGER NOT NULL,
  created_at   INTEGER NOT NULL,
  disabled_at  INTEGER,
  signed_in_at INTEGER,
  UNIQUE (tenant_no, name)
);

-- origin: 1 made over the API, 2 generated at the founding, 3 chosen by the operator.
-- maker_no: who made it. parent: the key that made it.
CREATE TABLE api_key (
  key_id       TEXT PRIMARY KEY,
  tenant_no    INTEGER NOT NULL,
  owner_no     INTEGER NOT NULL,
  name         TEXT NOT NULL,
  kind         INTEGER NOT NULL,
  permissions  TEXT NOT NULL,
  hash         TEXT NOT NULL,
  origin       INTEGER NOT NULL,
  maker_no     INTEGER,
  parent       TEXT,
  created_at   INTEGER NOT NULL,
  expires_at   INTEGER,
  revoked_at   INTEGER,
  last_used_at INTEGER
);
CREATE INDEX api_key_of_owner ON api_key (tenant_no, owner_no);
CREATE INDEX api_key_of_maker ON api_key (maker_no) WHERE maker_no IS NOT NULL;
CREATE INDEX api_key_of_parent ON api_key (parent) WHERE parent IS NOT NULL;

CREATE TABLE session (
  hash       TEXT PRIMARY KEY,
  tenant_no  INTEGER NOT NULL,
  owner_no   INTEGER NOT NULL,
  key_id     TEXT,
  created_at INTEGER NOT NULL,
  expires_at INTEGER NOT NULL,
  seen_at    INTEGER NOT NULL
);

CREATE TABLE sign_in_link (
  hash       TEXT PRIMARY KEY,
  tenant_no  INTEGER NOT NULL,
  owner_no   INTEGER NOT NULL,
  expires_at INTEGER NOT NULL
);

CREATE TABLE agent (
  tenant_no       INTEGER NOT NULL,
  owner_no        INTEGER NOT NULL,
  name            TEXT NOT NULL,
  url             TEXT,
  timeout_seconds INTEGER NOT NULL,
  created_at      INTEGER NOT NULL,
  updated_at      INTEGER NOT NULL,
  PRIMARY KEY (tenant_no, owner_no, name)
) WITHOUT ROWID;

-- Wide and cold: what people call a schedule and say about it, and why it stands still.
-- name_folded: the name as search compares it. deleted_at: set when the clock becomes DELETED, so that lists and
-- their counts need no clock (count of 100,000: 1 ms instead of 27 in PostgreSQL, 1 instead of 15 in SQLite).
CREATE TABLE schedule (
  schedule_id BLOB PRIMARY KEY,
  tenant_no   INTEGER NOT NULL,
  owner_no    INTEGER NOT NULL,
  version     INTEGER NOT NULL,
  name        TEXT NOT NULL,
  name_folded TEXT NOT NULL,
  heading     TEXT NOT NULL,
  created_at  INTEGER NOT NULL,
  updated_at  INTEGER NOT NULL,
  halted_at   INTEGER,
  halted_by   TEXT,
  halt_reason TEXT,
  deleted_at  INTEGER
);
CREATE INDEX schedule_of_tenant ON schedule (tenant_no, created_at, schedule_id) WHERE deleted_at IS NULL;
CREATE INDEX schedule_of_owner ON schedule (owner_no, created_at, schedule_id) WHERE deleted_at IS NULL;

-- Every version is kept, for a waiting run keeps the one that it was planned under.
CREATE TABLE schedule_version (
  schedule_id BLOB NOT NULL REFERENCES schedule,
  version     INTEGER NOT NULL,
  definition  TEXT NOT NULL,
  PRIMARY KEY (schedule_id, version)
) WITHOUT ROWID;

-- revision: one higher with each change, so that what is in memory is known to be old.
CREATE TABLE calendar (
  tenant_no  integer NOT NULL,
  owner_no   integer NOT NULL,
  name       text NOT NULL,
  revision   integer NOT NULL,
  content    text NOT NULL,
  created_at integer NOT NULL,
  updated_at integer NOT NULL,
  PRIMARY KEY (tenant_no, owner_no, name)
) WITHOUT ROWID;

-- What a calendar was from when on: by these an occurrence was left out or moved. A name that is given again counts on.
CREATE TABLE calendar_version (
  tenant_no integer NOT NULL,
  owner_no  integer NOT NULL,
  name      text NOT NULL,
  revision  integer NOT NULL,
  content   text NOT NULL,
  at        integer NOT NULL,
  PRIMARY KEY (tenant_no, owner_no, name, revision)
) WITHOUT ROWID;

-- Which calendars a schedule uses in its present version.
CREATE TABLE schedule_calendar (
  schedule_id BLOB NOT NULL,
  tenant_no   integer NOT NULL,
  owner_no    integer NOT NULL,
  name        text NOT NULL,
  PRIMARY KEY (schedule_id, name)
) WITHOUT ROWID;
CREATE INDEX schedule_calendar_users ON schedule_calendar (tenant_no, owner_no, name);

-- Narrow and hot: the one cursor of a schedule, its own gate, and what it has done so far.
CREATE TABLE clock (
  schedule_id   BLOB PRIMARY KEY,
  tenant_no     INTEGER NOT NULL,
  owner_no      INTEGER NOT NULL,
  version       INTEGER NOT NULL,
  status        INTEGER NOT NULL,
  cursor_at     INTEGER,
  wake_at       INTEGER,
  live          INTEGER NOT NULL DEFAULT 0,
  waiting       INTEGER NOT NULL DEFAULT 0,
  failures      INTEGER NOT NULL DEFAULT 0,
  -- occurrences that became a run, ever, which max_runs bounds
  launched      INTEGER NOT NULL DEFAULT 0,
  ran           INTEGER NOT NULL DEFAULT 0,
  succeeded     INTEGER NOT NULL DEFAULT 0,
  failed        INTEGER NOT NULL DEFAULT 0,
  skipped       INTEGER NOT NULL DEFAULT 0,
  cost_nanos    INTEGER NOT NULL DEFAULT 0,
  unknown_costs INTEGER NOT NULL DEFAULT 0,
  last_at       INTEGER,
  last_state    INTEGER
) WITHOUT ROWID;
CREATE INDEX clock_due ON clock (wake_at) WHERE wake_at IS NOT NULL;
-- Costs nothing while a schedule is ACTIVE (1).
CREATE INDEX clock_at_rest ON clock (tenant_no, status) WHERE status <> 1;

-- A run is here until it ends. waits_on: 0 any node, -1 its schedule's place, -2 the end of a pause.
CREATE TABLE live (
  run_id      BLOB PRIMARY KEY,
  schedule_id BLOB NOT NULL,
  tenant_no   INTEGER NOT NULL,
  owner_no    INTEGER NOT NULL,
  version     INTEGER NOT NULL,
  kind        INTEGER NOT NULL,
  reason      TEXT NOT NULL,
  state       INTEGER NOT NULL,
  nominal_at  INTEGER,
  desired_at  INTEGER NOT NULL,
  queued_at   INTEGER NOT NULL,
  started_at  INTEGER,
  attempt     INTEGER NOT NULL,
  epoch       INTEGER NOT NULL,
  node        INTEGER,
  lost        INTEGER NOT NULL DEFAULT 0,
  waits_on    INTEGER,
  order_key   INTEGER NOT NULL,
  target      TEXT NOT NULL,
  message     TEXT NOT NULL,
  context     TEXT NOT NULL
) WITHOUT ROWID;
CREATE INDEX live_of_schedule ON live (schedule_id, run_id);
CREATE INDEX live_of_node ON live (node) WHERE state = 3;
CREATE INDEX live_queue ON live (waits_on, order_key, run_id) WHERE state = 2;
-- The few that are delayed: they are queued when their time comes.
CREATE INDEX live_delayed ON live (desired_at) WHERE state = 1;

-- A line is never changed. covers > 1: a range, from nominal_at until until_at.
CREATE TABLE ledger (
  run_id       BLOB PRIMARY KEY,
  schedule_id  BLOB NOT NULL,
  tenant_no    INTEGER NOT NULL,
  owner_no     INTEGER NOT NULL,
  version      INTEGER NOT NULL,
  kind         INTEGER NOT NULL,
  reason       TEXT NOT NULL,
  state        INTEGER NOT NULL,
  nominal_at   INTEGER,
  until_at     INTEGER,
  covers       INTEGER NOT NULL DEFAULT 1,
  desired_at   INTEGER NOT NULL,
  queued_at    INTEGER,
  started_at   INTEGER,
  completed_at INTEGER NOT NULL,
  attempt      INTEGER NOT NULL,
  epoch        INTEGER NOT NULL,
  lost         INTEGER NOT NULL, -- how often its node was lost while it ran
  node         INTEGER,
  target       TEXT NOT NULL,
  cost_source  TEXT NOT NULL,
  cost_nanos   INTEGER NOT NULL,
  total_tokens INTEGER
) WITHOUT ROWID;
-- The key of each is followed by what lists filter by, so that a page and its count need no rows.
-- An owner's number is one of the whole installation. Measured per line written, beside the first index: owner 1.2 us,
-- the columns behind the keys 0.5 us, troubled 0.5 us for a line in trouble (FAILED to UNKNOWN) and nothing for others.
CREATE INDEX ledger_of_schedule ON ledger (schedule_id, run_id, state, tenant_no, owner_no);
CREATE INDEX ledger_of_tenant ON ledger (tenant_no, run_id, state);
CREATE INDEX ledger_of_owner ON ledger (owner_no, run_id, state, tenant_no);
CREATE INDEX ledger_in_trouble ON ledger (tenant_no, run_id, state, owner_no) WHERE state > 11 AND state < 16;
-- The few lines of ranges, for windows that begin within one.
CREATE INDEX ledger_of_ranges ON ledger (until_at) WHERE until_at IS NOT NULL;

-- Written only for runs that were called: what was asked, what came back, what it used.
CREATE TABLE run_detail (
  run_id BLOB PRIMARY KEY,
  detail TEXT NOT NULL
);

CREATE TABLE node (
  node_no    INTEGER PRIMARY KEY AUTOINCREMENT,
  name       TEXT NOT NULL,
  expires_at INTEGER NOT NULL,
  alive      INTEGER NOT NULL
);

CREATE TABLE activity (
  seq         INTEGER PRIMARY KEY AUTOINCREMENT,
  tenant_no   INTEGER NOT NULL,
  owner_no    INTEGER NOT NULL,
  at          INTEGER NOT NULL,
  type        TEXT NOT NULL,
  schedule_id BLOB,
  run_id      BLOB,
  actor       TEXT NOT NULL,
  note        TEXT NOT NULL
);
CREATE INDEX activity_of_tenant ON activity (tenant_no, seq);
CREATE INDEX activity_of_owner ON activity (owner_no, seq);

CREATE TABLE idempotency (
  tenant_no   INTEGER NOT NULL,
  owner_no    INTEGER NOT NULL,
  request_key TEXT NOT NULL,
  fingerprint TEXT NOT NULL,
  run_id      BLOB NOT NULL,
  created_at  INTEGER NOT NULL,
  PRIMARY KEY (tenant_no, owner_no, request_key)
) WITHOUT ROWID;

-- Which schedules wait for which event, and which run after which others: as their present definitions say.
CREATE TABLE event_listener (
  tenant_no   INTEGER NOT NULL,
  name        TEXT NOT NULL,
  schedule_id BLOB NOT NULL,
  owner_no    INTEGER NOT NULL,
  PRIMARY KEY (tenant_no, name, schedule_id)
) WITHOUT ROWID;
CREATE INDEX event_listener_of_schedule ON event_listener (schedule_id);

-- awaited: the end of a run of the other schedule; 1 success, 2 failure, 3 any.
CREATE TABLE follower (
  followed_id BLOB NOT NULL,
  schedule_id BLOB NOT NULL,
  awaited     INTEGER NOT NULL,
  PRIMARY KEY (followed_id, schedule_id)
) WITHOUT ROWID;
CREATE INDEX follower_of_schedule ON follower (schedule_id);

-- What a follower has heard since its last run, where it waits for several.
CREATE TABLE heard (
  schedule_id BLOB NOT NULL,
  followed_id BLOB NOT NULL,
  PRIMARY KEY (schedule_id, followed_id)
) WITHOUT ROWID;

-- What happened and has not become a run or a line yet. run_id: of the run it becomes. told: a JSON object that the run
-- tells its target beside its context.
CREATE TABLE signal (
  run_id      BLOB PRIMARY KEY,
  schedule_id BLOB NOT NULL,
  kind        INTEGER NOT NULL,
  followed_id BLOB,
  told        TEXT NOT NULL,
  at          INTEGER NOT NULL
) WITHOUT ROWID;
CREATE INDEX signal_in_order ON signal (at, run_id);

-- Published events by the ids that their publishers gave them, so that none counts twice.
CREATE TABLE event (
  tenant_no INTEGER NOT NULL,
  owner_no  INTEGER NOT NULL,
  name      TEXT NOT NULL,
  event_id  TEXT NOT NULL,
  at        INTEGER NOT NULL,
  schedules INTEGER NOT NULL,
  PRIMARY KEY (tenant_no, owner_no, name, event_id)
) WITHOUT ROWID;
