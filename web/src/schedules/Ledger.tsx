import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { Link, useLocation } from 'wouter';
import { Glyph } from '../book/Glyph';
import { Money } from '../book/Money';
import { Older } from '../book/Older';
import { When } from '../book/When';
import { useEverySecond, useMinute } from '../clock/clock';
import { useZone } from '../clock/zone';
import type { Line, Schedule } from '../contract/client';
import { ledger, upcoming } from '../contract/queries';
import { ofLine } from '../words/account';
import { columnDecimals, cost, count } from '../words/money';
import { isOrdinary, outcome } from '../words/outcome';
import { clock, day, instant } from '../words/time';
import { Strip } from './Strip';

/** What is planned, the line of now, and every due instant before it with its reason. */
export function Ledger({ schedule }: { schedule: Schedule }) {
  const query = useInfiniteQuery(ledger(schedule.schedule_id));
  const lines = query.data?.pages.flatMap((page) => page.lines) ?? [];
  const total = query.data?.pages[0];
  const decimals = columnDecimals(lines.map(costOf));
  return (
    <section className="gap-s">
      {lines.length > 1 && <Strip lines={lines.slice(0, 24)} />}
      <table className="book ledger">
        <colgroup>
          <col className="c-when" />
          <col />
          <col className="c-cost" />
        </colgroup>
        <thead>
          <tr>
            <th scope="col" className="mg">
              Ledger
            </th>
            <th scope="col">What became of it</th>
            <th scope="col" className="r">
              Cost
            </th>
          </tr>
        </thead>
        <tbody>
          <Planned schedule={schedule} />
          <NowRule />
          {lines.map((line) => (
            <LedgerLine key={line.run_id} line={line} decimals={decimals} zone={schedule.timezone} />
          ))}
        </tbody>
      </table>
      {total?.total_count === 0 && <p className="f sm footnote">Nothing was due yet. The first line is written when it is.</p>}
      <Older
        pages={query}
        shown={lines.length}
        total={total?.total_count ?? 0}
        exceeded={total?.total_count_exceeded === true}
        thing="lines"
      />
    </section>
  );
}

/** The next two instants in pencil, latest first, as the engine will fire them. */
function Planned({ schedule }: { schedule: Schedule }) {
  const { trigger, dst, next_run_at: next } = schedule;
  const active = schedule.status === 'ACTIVE' && trigger.type !== 'manual' && next !== undefined;
  const { data } = useQuery({ ...upcoming(schedule.schedule_id, trigger, dst, next), enabled: active });
  if (!active) return null;
  return data?.next.toReversed().map(({ at }) => (
    <tr className="pencil" key={at}>
      <td className="mg">
        <Day at={at} /> <When at={at} zone={schedule.timezone} />
      </td>
      <td>
        <span className="st">
          <Glyph shape="pending" />
          <span className="f">planned</span>
        </span>
      </td>
      <td />
    </tr>
  ));
}

function NowRule() {
  const zone = useZone();
  const time = useEverySecond((now) => clock(Math.floor(now / 60_000) * 60_000, zone));
  return (
    <tr className="now-rule">
      <td colSpan={3}>
        <div>{time} now</div>
      </td>
    </tr>
  );
}

function LedgerLine({ line, decimals, zone }: { line: Line; decimals: number; zone: string | undefined }) {
  const [, go] = useLocation();
  const { shape, ink } = outcome(line.status);
  const { word, why } = ofLine(line);
  const to = `/runs/${line.run_id}`;
  const at = line.scheduled_for ?? line.triggered_at;
  const loud = ink !== 'succeeded' || !isOrdinary(line.reason);
  return (
    <tr data-row className={line.started_at === undefined ? 'idle' : undefined} onClick={() => go(to)}>
      <td className="mg">
        <Day at={at} />{' '}
        <Link href={to} onClick={(event) => event.stopPropagation()}>
          {line.scheduled_for === undefined ? <When at={at} zone={zone} seconds /> : <b><When at={at} zone={zone} /></b>}
        </Link>
        {line.until !== undefined && <RangeEnd at={line.until} zone={zone} />}
      </td>
      <td title={line.reason}>
        <span className={`st ${ink}`}>
          <Glyph shape={shape} spin={shape === 'running'} />
          {loud ? <b>{word}</b> : word}
        </span>
        {line.covers > 1 && <span className="f"> {count(line.covers)} instants</span>}
        {line.trigger_type !== 'schedule' && line.trigger_type !== 'catchup' && <span className="f"> {line.trigger_type}</span>}
        {why && <span className="w">{why}</span>}
      </td>
      <td className="r">{line.started_at !== undefined && <Money cost={costOf(line)} decimals={decimals} />}</td>
    </tr>
  );
}

function RangeEnd({ at, zone }: { at: string; zone: string | undefined }) {
  return (
    <span className="until f">
      to <Day at={at} /> <When at={at} zone={zone} />
    </span>
  );
}

function Day({ at }: { at: string }) {
  const zone = useZone();
  return <span className="f">{day(instant(at), useMinute(), zone)}</span>;
}

function costOf(line: Line) {
  return cost(line.total_cost_usd, line.cost_source);
}
