import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useEverySecond } from '../clock/clock';
import { chooseZone, ownZone, useZone } from '../clock/zone';
import { useSignOut } from '../contract/deeds';
import { session } from '../contract/queries';
import { useLoadedZones } from '../schedules/useLoadedSchedules';
import { clock, zoneShort } from '../words/time';

/** The zone of every time on the page, and who is reading. */
export function Zones() {
  const current = useZone();
  const loaded = useLoadedZones();
  const zones = useMemo(() => [...new Set([ownZone, 'UTC', current, ...loaded])].slice(0, 8), [current, loaded]);
  return (
    <div popover="auto" id="zones" className="zones">
      <p className="f sm">Every time on this page in</p>
      <ul>
        {zones.map((zone) => (
          <li key={zone}>
            <button
              type="button"
              aria-pressed={zone === current}
              popoverTarget="zones"
              popoverTargetAction="hide"
              onClick={() => chooseZone(zone)}
            >
              <span>
                {zone} {zone === ownZone && <span className="f">yours</span>}
              </span>
              <Now zone={zone} />
            </button>
          </li>
        ))}
      </ul>
      <Reader />
    </div>
  );
}

function Now({ zone }: { zone: string }) {
  const text = useEverySecond((now) => `${clock(Math.floor(now / 60_000) * 60_000, zone)} ${zoneShort(now, zone)}`);
  return <span className="f">{text}</span>;
}

function Reader() {
  const { data: who } = useQuery(session);
  const signOut = useSignOut();
  if (!who) return null;
  return (
    <p className="reader f sm">
      Signed in as <b className="q">{who.user}</b>, {who.role} of {who.tenant_name}.{' '}
      <button type="button" className="link" onClick={() => signOut.mutate()} disabled={signOut.isPending}>
        Sign out
      </button>
    </p>
  );
}
