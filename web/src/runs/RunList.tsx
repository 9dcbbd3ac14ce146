import { memo, useMemo, useState } from 'react';
import { Status } from '../book/Glyph';
import { Money } from '../book/Money';
import { RowLink } from '../book/RowLink';
import { When } from '../book/When';
import { now, useEverySecond, useMinute } from '../clock/clock';
import { useZone } from '../clock/zone';
import type { Run } from '../contract/client';
import { capital } from '../words/counting';
import { columnDecimals, cost, count } from '../words/money';
import { failureInShort, isOver, outcome, spoken } from '../words/outcome';
import { dayWord, instant, LATE_MS, lateness, span } from '../words/time';

type Choose = { selected: string | undefined; select: (id: string) => void; enter: (id: string) => void };

/** The ruled table of runs, a heading for each day. */
export function RunList({ runs, ...choose }: { runs: readonly Run[] } & Choose) {
  const zone = useZone();
  const minute = useMinute();
  const days = useMemo(() => byDay(runs, minute, zone), [runs, minute, zone]);
  const decimals = columnDecimals(runs.map(costOf));
  const [since] = useState(now);
  return (
    <table className="book pull rl">
      <colgroup>
        <col className="c-glyph" />
        <col className="c-nominal" />
        <col />
        <col className="c-trigger" />
        <col className="c-late" />
        <col className="c-took" />
        <col className="c-tokens" />
        <col className="c-cost" />
      </colgroup>
      <thead>
        <tr>
          <th scope="col">
            <span className="vh">Outcome</span>
          </th>
          <th scope="col" className="mg">
            Nominal
          </th>
          <th scope="col">Schedule, agent</th>
          <th scope="col">Trigger</th>
          <th scope="col" className="r">
            Late
          </th>
          <th scope="col" className="r">
            Took
          </th>
          <th scope="col" className="r">
            Tokens
          </th>
          <th scope="col" className="r">
            Cost
          </th>
        </tr>
      </thead>
      {days.map(({ title, runs: ofDay }) => (
        <tbody key={title}>
          <tr className="grp">
            <th scope="rowgroup" colSpan={8}>
              {title}
            </th>
          </tr>
          {ofDay.map((run) => (
            <Row key={run.run_id} run={run} decimals={decimals} arrived={instant(run.triggered_at) > since} {...choose} />
          ))}
        </tbody>
      ))}
    </table>
  );
}

const Row = memo(function Row({
  run,
  decimals,
  arrived,
  selected,
  select,
  enter,
}: { run: Run; decimals: number; arrived: boolean } & Choose) {
  const { run_id: id } = run;
  const { ink } = outcome(run.status);
  return (
    <tr data-row data-selected={selected === id} className={arrived ? 'arrived' : undefined} onClick={() => select(id)}>
      <td className="gl">
        <Status status={run.status} word={false} />
      </td>
      <td className="mg nw">
        {run.scheduled_for === undefined ? <When at={run.triggered_at} /> : <b><When at={run.scheduled_for} /></b>}
      </td>
      <td className="nm">
        <RowLink id={id} to={`/runs/${id}`} current={selected === id} enter={enter}>
          {run.schedule_name}
        </RowLink>{' '}
        <span className="f">{run.agent}</span> {said(run) && (
          <span className={ink} title={`${run.failure_kind ?? run.reason}: ${run.error_message ?? run.reason_text}`}>
            {said(run)}
          </span>
        )}
      </td>
      <td className="tr f">{spoken(run.trigger_type)}</td>
      <td className="r lt nw">
        <Late ms={run.lateness_ms} />
      </td>
      <td className="r tk nw">
        <Took run={run} />
      </td>
      <td className="r tok">{run.total_tokens !== undefined && count(run.total_tokens)}</td>
      <td className="r co">{run.started_at !== undefined && <Money cost={costOf(run)} decimals={decimals} />}</td>
    </tr>
  );
});

/** What is out of the ordinary, in a few words beside the name. */
function said(run: Run): string {
  if (run.status === 'COMPLETED' || run.status === 'RUNNING') return '';
  if (run.failure_kind !== undefined) return failureInShort(run.failure_kind);
  if (run.status === 'SKIPPED' || run.status === 'MISSED') return spoken(run.reason);
  return outcome(run.status).word;
}

function Late({ ms }: { ms: number | undefined }) {
  if (ms === undefined) return null;
  return ms >= LATE_MS ? <b className="missed">{lateness(ms)}</b> : <span className="f">{lateness(ms)}</span>;
}

/** How long it took; while it runs, how long it has run. */
export function Took({ run: { duration_ms, started_at, status } }: { run: Run }) {
  if (duration_ms !== undefined) return <>{span(duration_ms)}</>;
  if (started_at === undefined || isOver(status)) return null;
  return <Running since={instant(started_at)} />;
}

function Running({ since }: { since: number }) {
  const text = useEverySecond((at) => span(Math.max(0, Math.floor((at - since) / 1000) * 1000)));
  return <b>{text}</b>;
}

function costOf(run: Run) {
  return cost(run.total_cost_usd, run.cost_source);
}

function byDay(runs: readonly Run[], minute: number, zone: string): { title: string; runs: Run[] }[] {
  const days: { title: string; runs: Run[] }[] = [];
  for (const run of runs) {
    const title = capital(dayWord(instant(run.scheduled_for ?? run.triggered_at), minute, zone));
    if (days.at(-1)?.title === title) days.at(-1)?.runs.push(run);
    else days.push({ title, runs: [run] });
  }
  return days;
}
