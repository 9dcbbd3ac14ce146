import { memo } from 'react';
import { Glyph, Status } from '../book/Glyph';
import { Money } from '../book/Money';
import { Since, Until, When } from '../book/When';
import { RowLink } from '../book/RowLink';
import { useMinute } from '../clock/clock';
import { useZone } from '../clock/zone';
import type { Schedule } from '../contract/client';
import { columnDecimals, cost, count, type Cost } from '../words/money';
import { outcome } from '../words/outcome';
import { day, daysApart, instant } from '../words/time';
import { when, words } from '../words/account';
import type { Group } from './groups';

type Choose = { selected: string | undefined; select: (id: string) => void; enter: (id: string) => void };

/** The ruled table of schedules. */
export function ScheduleList({ groups, ...choose }: { groups: Group<Schedule>[] } & Choose) {
  const all = groups.flatMap((group) => group.schedules);
  const decimals = columnDecimals(all.map(totalCost));
  const without = all.some(leavesOut);
  return (
    <>
      <table className="book pull list">
        <colgroup>
          <col className="c-glyph" />
          <col className="c-next" />
          <col />
          <col className="c-last" />
          <col className="c-runs" />
          <col className="c-cost" />
        </colgroup>
        <thead>
          <tr>
            <th scope="col">
              <span className="vh">State</span>
            </th>
            <th scope="col" className="mg">
              Next
            </th>
            <th scope="col" className="nm">
              <span className="n">
                Schedule<span className="f">Agent</span>
              </span>
            </th>
            <th scope="col">Last run</th>
            <th scope="col" className="r">
              Runs
            </th>
            <th scope="col" className="r">
              Cost
            </th>
          </tr>
        </thead>
        {groups.map((group) => (
          <tbody key={group.title}>
            <tr className="grp">
              <th scope="rowgroup" colSpan={6}>
                {group.title} <span className="f">{group.says ?? group.schedules.length}</span>
              </th>
            </tr>
            {group.schedules.map((schedule) => (
              <Row key={schedule.schedule_id} schedule={schedule} decimals={decimals} {...choose} />
            ))}
          </tbody>
        ))}
      </table>
      {without && <p className="f sm footnote">† without the runs whose cost nobody knows.</p>}
    </>
  );
}

const Row = memo(function Row({
  schedule,
  decimals,
  selected,
  select,
  enter,
}: { schedule: Schedule; decimals: number } & Choose) {
  const page = useZone();
  const { schedule_id: id, timezone } = schedule;
  return (
    <tr data-row data-selected={selected === id} onClick={() => select(id)}>
      <td className="gl">
        <State schedule={schedule} />
      </td>
      <td className="mg wh">
        <Next schedule={schedule} />
      </td>
      <td className="nm">
        <span className="n">
          <RowLink id={id} to={`/schedules/${id}`} current={selected === id} enter={enter}>
            {schedule.name}
          </RowLink>
          <span className="f">{schedule.target.type === 'agent' && schedule.target.agent}</span>
        </span>
        <span className="w">{timezone === undefined || timezone === page ? words(schedule) : when(schedule)}</span>
      </td>
      <td className="la">
        <Last schedule={schedule} />
      </td>
      <td className="r ru">
        {count(schedule.total_runs)}
        <span className="w">{schedule.failed_runs > 0 && <span className="failed">{count(schedule.failed_runs)} failed</span>}</span>
      </td>
      <td className="r co">
        {schedule.total_runs > 0 && <Money cost={totalCost(schedule)} decimals={decimals} />}
        {leavesOut(schedule) && (
          <span className="plus" title={`${count(schedule.unknown_cost_runs)} runs have a cost of which nobody knows all`}>
            †
          </span>
        )}
      </td>
    </tr>
  );
});

function State({ schedule }: { schedule: Schedule }) {
  if (schedule.status === 'PAUSED') return <Labelled shape="paused" ink="skipped" word="paused" />;
  if (schedule.status === 'QUARANTINED') return <Labelled shape="unknown" ink="failed" word="in quarantine" />;
  if (schedule.last_run_status !== undefined) return <Status status={schedule.last_run_status} word={false} />;
  return <Labelled shape="pending" ink="waiting" word="has not run yet" />;
}

function Labelled({ shape, ink, word }: { shape: 'paused' | 'unknown' | 'pending'; ink: 'skipped' | 'failed' | 'waiting'; word: string }) {
  return (
    <span className={`st ${ink}`}>
      <Glyph shape={shape} />
      <span className="vh">{word}</span>
    </span>
  );
}

/** Bold clock time over its countdown; the day before it, unless it is today. */
function Next({ schedule }: { schedule: Schedule }) {
  const zone = useZone();
  const now = useMinute();
  const { next_run_at: next, status, paused_at: paused } = schedule;
  if (status === 'PAUSED') {
    return (
      <>
        <span className="q">paused</span>
        <span className="w">{paused === undefined ? '' : `since ${day(instant(paused), now, zone)}`}</span>
      </>
    );
  }
  if (next === undefined) return <span className="f">{status === 'COMPLETED' ? 'ended' : '—'}</span>;
  return (
    <>
      <b>
        {daysApart(instant(next), now, zone) !== 0 && <span className="q">{day(instant(next), now, zone)} </span>}
        <When at={next} zone={schedule.timezone} />
      </b>
      <span className="w">
        <Until at={next} />
      </span>
    </>
  );
}

function Last({ schedule: { last_run_status: status, last_run_at: at } }: { schedule: Schedule }) {
  if (status === undefined) return <span className="f">not yet</span>;
  const { word, ink } = outcome(status);
  return (
    <>
      <span className={`st ${ink}`}>{ink === 'succeeded' ? word : <b>{word}</b>}</span>
      <span className="w">{at !== undefined && <Since at={at} />}</span>
    </>
  );
}

function totalCost({ total_runs, unknown_cost_runs, total_cost_usd }: Schedule): Cost {
  if (total_runs > 0 && unknown_cost_runs >= total_runs && total_cost_usd === 0) return cost(undefined, 'unknown');
  return cost(total_cost_usd, 'reported');
}

function leavesOut({ total_runs, unknown_cost_runs, total_cost_usd }: Schedule): boolean {
  return unknown_cost_runs > 0 && (unknown_cost_runs < total_runs || total_cost_usd > 0);
}
