import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Link } from 'wouter';
import { PaneHeading, PaneTitle } from '../book/PaneTitle';
import { Said } from '../book/Said';
import { Trouble } from '../book/Trouble';
import { When } from '../book/When';
import { useEverySecond, useMinute } from '../clock/clock';
import { useZone } from '../clock/zone';
import type { Schedule } from '../contract/client';
import { useResume, useTrigger } from '../contract/deeds';
import { schedule as scheduleQuery } from '../contract/queries';
import { useKeys } from '../keys/keys';
import { nextRun, usualCost, when } from '../words/account';
import { bounds } from '../words/bounds';
import { inSentence } from '../words/money';
import { rules } from '../words/policy';
import { dayWord, instant } from '../words/time';
import { DeleteDialog } from './DeleteDialog';
import { Ledger } from './Ledger';
import { PauseDialog } from './PauseDialog';

/** One schedule in words, what can be done to it, and its latest ledger lines. */
export function SchedulePane({ scheduleId }: { scheduleId: string }) {
  const { data: schedule, error, refetch } = useQuery(scheduleQuery(scheduleId));
  if (error) return <Trouble error={error} again={() => void refetch()} />;
  if (schedule === undefined) return <p className="f">Reading …</p>;
  return <Explained schedule={schedule} />;
}

function Explained({ schedule }: { schedule: Schedule }) {
  return (
    <article>
      <div className="crumb">
        {schedule.target.type === 'agent' && <span>agent {schedule.target.agent}</span>}
        <span aria-hidden="true">·</span>
        <span>owner {schedule.owner}</span>
        <span aria-hidden="true">·</span>
        <span>version {schedule.version}</span>
      </div>
      <PaneTitle>{schedule.name}</PaneTitle>
      <p className="say">
        {when(schedule)}. <Bounded schedule={schedule} /> <Prospect schedule={schedule} />
      </p>
      {schedule.description && <p className="q">{schedule.description}</p>}
      <Deeds schedule={schedule} />
      <Standing schedule={schedule} />
      <Ledger schedule={schedule} />
      <PaneHeading>If</PaneHeading>
      <ul className="say-15 ifs">
        {rules(schedule).map((rule) => (
          <li key={rule}>{rule}.</li>
        ))}
      </ul>
      {schedule.task_query && (
        <>
          <PaneHeading>What it says to the agent</PaneHeading>
          <Said text={schedule.task_query} label="The message to the agent" />
        </>
      )}
      <p className="f sm gap">
        <span className="mono">{schedule.schedule_id}</span>
      </p>
    </article>
  );
}

function Bounded({ schedule }: { schedule: Schedule }) {
  return <>{bounds(schedule, useMinute(), useZone())}</>;
}

function Prospect({ schedule }: { schedule: Schedule }) {
  const at = schedule.next_run_at;
  const next = useEverySecond((now) => (at === undefined ? '' : nextRun(at, now)));
  const usual = usualCost(schedule);
  if (schedule.status !== 'ACTIVE' || at === undefined) return null;
  return (
    <>
      <b>{next}</b>
      {usual.source === 'unknown' ? '.' : `, about ${inSentence(usual)} a run.`}
    </>
  );
}

function Deeds({ schedule }: { schedule: Schedule }) {
  const [asking, ask] = useState<'pause' | 'delete'>();
  const trigger = useTrigger();
  const resume = useResume();
  const isPaused = schedule.status === 'PAUSED';
  const canPause = schedule.status === 'ACTIVE';
  const turn = () => (isPaused ? resume.mutate(schedule) : canPause && ask('pause'));
  useKeys('pane', [
    { keys: ['t'], show: 't', says: 'trigger', run: () => trigger.mutate(schedule), footer: true },
    { keys: ['p'], show: 'p', says: isPaused ? 'resume' : 'pause', run: turn, footer: true },
  ]);
  return (
    <div className="acts deeds">
      <button type="button" className="btn first" disabled={trigger.isPending} onClick={() => trigger.mutate(schedule)}>
        Trigger now <kbd>t</kbd>
      </button>
      {(isPaused || canPause) && (
        <button type="button" className="btn" disabled={resume.isPending} onClick={turn}>
          {isPaused ? 'Resume' : 'Pause'} <kbd>p</kbd>
        </button>
      )}
      <button type="button" className="btn" onClick={() => ask('delete')}>
        Delete
      </button>
      <Link className="btn plain" href={`/runs?schedule_id=${schedule.schedule_id}`}>
        Its runs
      </Link>
      {asking === 'pause' && <PauseDialog schedule={schedule} onClose={() => ask(undefined)} />}
      {asking === 'delete' && <DeleteDialog schedule={schedule} onClose={() => ask(undefined)} />}
    </div>
  );
}

/** Why it stands still, if it does. */
function Standing({ schedule }: { schedule: Schedule }) {
  const zone = useZone();
  const now = useMinute();
  const { status, paused_at: at, paused_by: by, pause_reason: reason } = schedule;
  if (status !== 'PAUSED' && status !== 'QUARANTINED') return null;
  return (
    <p className={`note ${status === 'QUARANTINED' ? 'failed' : ''}`}>
      {status === 'PAUSED' ? 'Paused' : 'In quarantine: it could not be planned'}
      {by !== undefined && ` by ${by.replace(/^user:/, '')}`}
      {at !== undefined && (
        <>
          {' '}
          {dayWord(instant(at), now, zone)} at <When at={at} zone={schedule.timezone} />
        </>
      )}
      {reason ? `: “${reason}”.` : '.'}
    </p>
  );
}
