import { useQuery } from '@tanstack/react-query';
import { useLocation } from 'wouter';
import { Copy } from '../book/Copy';
import { Glyph } from '../book/Glyph';
import { useEverySecond, useMinute } from '../clock/clock';
import { ownZone, useZone } from '../clock/zone';
import { agents } from '../contract/queries';
import { ScheduleForm } from '../schedules/ScheduleForm';
import { clock, countdown, day } from '../words/time';
import './first-run.css';
import { linesFor, type Called } from './lines';

const MINUTE = 60_000;

/** The book before its first line: what a line says, and two ways to write the first schedule. */
export function FirstRun() {
  const [, go] = useLocation();
  const agent = useCalled();
  const lines = linesFor(location.origin, ownZone, agent);
  return (
    <main className="one first-run">
      <header className="head">
        <h1 className="voice">The book is open, and nothing is in it yet.</h1>
        <p className="say">
          A schedule says when, whom to call, and what to do if it goes wrong. Each time it is due, one line is written here: it ran, or the
          reason why it did not.
        </p>
      </header>
      <EmptyBook />
      <div className="ways">
        <section>
          <h2 className="title">{agent.registered ? 'Begin with one that works here and now' : 'Begin with one'}</h2>
          <p className="f">{whom(agent)}</p>
          <ScheduleForm
            initial={{ name: 'Hello', cron: '* * * * *', message: 'Say hello' }}
            submit="Start it"
            onCreated={(created) => go(`/schedules/${created.schedule_id}`)}
          />
        </section>
        <section>
          <h2 className="title">Or from a terminal</h2>
          <p className="f">The same over the API; this page turns over by itself when the schedule is there.</p>
          <pre className="out" tabIndex={0} role="region" aria-label="Lines to paste into a terminal">
            {lines}
          </pre>
          <Copy text={lines} label="Copy these lines" />
        </section>
      </div>
    </main>
  );
}

/** The echo agent where there is one, else the first that is known. */
function useCalled(): Called {
  const { data } = useQuery(agents);
  const names = data?.agents.map((agent) => agent.name) ?? ['echo'];
  const name = names.includes('echo') ? 'echo' : names[0];
  return name === undefined ? { name: 'my-agent', registered: false } : { name, registered: true };
}

function whom({ name, registered }: Called): string {
  if (!registered) return 'No agent is registered here yet. The lines beside this register one; until then its occurrences are skipped.';
  if (name === 'echo') return 'It calls the echo agent inside this server, which answers what it hears.';
  return `It calls your agent ${name}.`;
}

function EmptyBook() {
  const zone = useZone();
  const next = useMinute() + MINUTE;
  const left = useEverySecond((now) => countdown(Math.floor(now / MINUTE) * MINUTE + MINUTE, now));
  return (
    <div className="sample">
      <div className="call" aria-hidden="true">
        <span>When it was due, in the zone that this page names</span>
        <span>How late it came</span>
        <span>What became of it, and why</span>
        <span>
          What it cost; ~ estimated,
          <br />— nobody said
        </span>
      </div>
      <table className="book">
        <colgroup>
          <col className="c-when" />
          <col className="c-late" />
          <col />
          <col className="c-cost" />
        </colgroup>
        <thead>
          <tr>
            <th scope="col" className="mg">
              Nominal
            </th>
            <th scope="col">Actual</th>
            <th scope="col">What became of it</th>
            <th scope="col" className="r">
              Cost
            </th>
          </tr>
        </thead>
        <tbody>
          <tr className="pencil">
            <td className="mg">
              <span className="f">{day(next, next, zone)}</span> {clock(next, zone)}
            </td>
            <td className="f">{left}</td>
            <td>
              <span className="st">
                <Glyph shape="pending" />
                <span className="q">Your first line could stand here in a minute.</span>
              </span>
            </td>
            <td className="r f">—</td>
          </tr>
          <tr className="empty">
            <td className="mg" />
            <td />
            <td />
            <td />
          </tr>
          <tr className="empty">
            <td className="mg" />
            <td />
            <td />
            <td />
          </tr>
        </tbody>
      </table>
    </div>
  );
}
