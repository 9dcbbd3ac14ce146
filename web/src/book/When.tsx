import { useEverySecond } from '../clock/clock';
import { ownZone, useZone } from '../clock/zone';
import { clock, clockSeconds, countdown, inOtherZones, instant } from '../words/time';

/** A clock time in the page's zone. Hovering shows the schedule's zone, the reader's, UTC and the ISO form. */
export function When({ at, zone, seconds = false }: { at: string; zone?: string | undefined; seconds?: boolean }) {
  const page = useZone();
  const ms = instant(at);
  const zones = [
    ...(zone ? [{ zone, note: 'the schedule' }] : []),
    { zone: page, note: page === ownZone ? 'you' : 'this page' },
    { zone: ownZone, note: 'you' },
  ];
  return (
    <time className="t" dateTime={at} data-zones={inOtherZones(ms, zones)}>
      {seconds ? clockSeconds(ms, page) : clock(ms, page)}
    </time>
  );
}

/** "in 3 m", counting; "due" when it has come and its run has not been heard of. */
export function Until({ at }: { at: string }) {
  const target = instant(at);
  return <>{useEverySecond((now) => (now < target ? countdown(target, now) : 'due'))}</>;
}

/** "3 m ago", counting. */
export function Since({ at }: { at: string }) {
  const target = instant(at);
  return <>{useEverySecond((now) => countdown(Math.min(target, now), now))}</>;
}
