import { useQuery } from '@tanstack/react-query';
import { Link } from 'wouter';
import { Copy } from '../book/Copy';
import { Status } from '../book/Glyph';
import { PaneHeading, PaneTitle } from '../book/PaneTitle';
import { Said } from '../book/Said';
import { Trouble } from '../book/Trouble';
import { useEverySecond, useMinute } from '../clock/clock';
import { useZone } from '../clock/zone';
import type { Run } from '../contract/client';
import { run as runQuery } from '../contract/queries';
import { interrupted, ofRun } from '../words/account';
import { ordinal, sentence } from '../words/counting';
import { failure, spoken } from '../words/outcome';
import { dayWord, instant } from '../words/time';
import { ContextBar } from './ContextBar';
import { Cost } from './Cost';
import { Timeline } from './Timeline';
import { ToolCalls } from './ToolCalls';

/** The receipt of one run: what happened when, what it said, what it cost, and why. */
export function Receipt({ runId }: { runId: string }) {
  const { data: run, error, refetch } = useQuery(runQuery(runId));
  if (error) return <Trouble error={error} again={() => void refetch()} />;
  if (run === undefined) return <p className="f">Reading …</p>;
  return <Shown run={run} />;
}

function Shown({ run }: { run: Run }) {
  const zone = useZone();
  const now = useMinute();
  const story = useEverySecond((at) => ofRun(run, at));
  return (
    <article>
      <div className="crumb">
        <span>agent {run.agent}</span>
        <span aria-hidden="true">·</span>
        <span>{dayWord(instant(run.scheduled_for ?? run.triggered_at), now, zone)}</span>
        {run.node !== undefined && (
          <>
            <span aria-hidden="true">·</span>
            <span>{run.node}</span>
          </>
        )}
      </div>
      <PaneTitle>{run.schedule_name}</PaneTitle>
      <p className="state">
        <Status status={run.status} />
        {run.attempt > 1 && <span className="f">, {ordinal(run.attempt)} attempt</span>}
      </p>
      <p className="say">{story}</p>
      <div className="acts deeds">
        <Link className="btn" href={`/schedules/${run.schedule_id}`}>
          Open the schedule
        </Link>
        <Link className="btn plain" href={`/runs/${run.run_id}?schedule_id=${run.schedule_id}`}>
          Its other runs
        </Link>
      </div>
      <Failure run={run} />
      <PaneHeading first>Timeline</PaneHeading>
      <Timeline run={run} />
      {run.started_at !== undefined && <Cost run={run} />}
      <ContextBar used={run.context_used} max={run.context_max} />
      {run.tool_calls !== undefined && run.tool_calls.length > 0 && <ToolCalls calls={run.tool_calls} />}
      {run.result !== undefined && (
        <section>
          <PaneHeading>
            Answer <span className="f">as text</span>
            <span className="end">
              <Copy text={run.result} />
            </span>
          </PaneHeading>
          <Said text={run.result} label="The answer of the agent" />
        </section>
      )}
      {run.query !== undefined && (
        <section>
          <PaneHeading>Message</PaneHeading>
          <Said text={run.query} label="The message to the agent" />
        </section>
      )}
      <Why run={run} />
      <Identity run={run} />
    </article>
  );
}

function Failure({ run: { failure_kind: kind, error_message: message } }: { run: Run }) {
  if (kind === undefined && message === undefined) return null;
  return (
    <div className="note failed">
      {kind !== undefined && <b>{sentence(failure(kind))}</b>}
      {message !== undefined && <pre>{message}</pre>}
    </div>
  );
}

function Why({ run }: { run: Run }) {
  return (
    <section>
      <PaneHeading>Why it went this way</PaneHeading>
      <dl className="facts">
        <dt>reason</dt>
        <dd title={run.reason}>{sentence(run.reason_text)}</dd>
        <dt>trigger</dt>
        <dd>{TRIGGERED[run.trigger_type] ?? sentence(spoken(run.trigger_type))}</dd>
        {run.interruptions > 0 && (
          <>
            <dt>interrupted</dt>
            <dd>{interrupted(run)}</dd>
          </>
        )}
        <dt>version</dt>
        <dd>Planned under version {run.schedule_version} of the schedule.</dd>
      </dl>
    </section>
  );
}

const TRIGGERED: Record<string, string> = {
  schedule: 'Its schedule was due.',
  manual: 'Somebody asked for it.',
  catchup: 'Its schedule had been due while the server was down.',
  backfill: 'Somebody asked for the past to be made up.',
  retry_of: 'Somebody asked for another run to be repeated.',
};

function Identity({ run }: { run: Run }) {
  const facts = [
    ['run', run.run_id],
    ['idempotency', run.idempotency_key],
    ['session', run.session_id],
  ].filter((fact): fact is [string, string] => fact[1] !== undefined);
  return (
    <section>
      <PaneHeading>Keys</PaneHeading>
      <dl className="facts">
        {facts.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>
              <span className="mono">{value}</span> <Copy text={value} />
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
