import type { Run } from '../contract/client';
import { useZone } from '../clock/zone';
import { outcome } from '../words/outcome';
import { clockSeconds, inOtherZones, instant, milliseconds } from '../words/time';
import { moments } from './timeline';

/** From the nominal time to the end, to the millisecond. */
export function Timeline({ run }: { run: Run }) {
  const zone = useZone();
  const { word, ink } = outcome(run.status);
  return (
    <table className="timeline">
      <tbody>
        {moments(run, word).map((moment) => {
          const at = instant(moment.at);
          return (
            <tr key={moment.name}>
              <td className="nw">
                <time className="t" dateTime={moment.at} data-zones={inOtherZones(at, [{ zone, note: 'this page' }])}>
                  <b>{clockSeconds(at, zone)}</b>
                  <span className="f">{milliseconds(at, zone)}</span>
                </time>
              </td>
              <td className="mark">
                <i className={`${moment.mark} ${moment.mark === 'end' ? ink : ''}`} aria-hidden="true" />
              </td>
              <th scope="row">
                <b>{moment.name}</b> <span className="q">{moment.says}</span>
              </th>
              <td className="passed f nw">{moment.passed}</td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
