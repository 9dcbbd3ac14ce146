/** What the masthead says about the stream: live, reconnecting, or stale since when. Pure. */

export type Badge =
  /** Not followed: nobody sees the page. `since` is when it was last live, absent before the first time. */
  | { kind: 'resting'; since?: number }
  /** Asked for, and for so short a time that there is nothing to say yet. */
  | { kind: 'opening'; since: number; asked: number }
  | { kind: 'live' }
  /** Not heard since `since`; what is shown is of then. */
  | { kind: 'reconnecting'; since: number }
  | { kind: 'stale'; since: number };

export type Heard = 'opening' | 'open' | 'lost' | 'rest' | 'tick';

/** Longer than opening takes, shorter than it takes to wonder. */
export const OPENING_MS = 2000;
/** Longer than a restart of the server takes, shorter than anybody's patience. */
export const STALE_AFTER_MS = 20_000;

/** The same badge, and not an equal one, where nothing changed. */
export function next(badge: Badge, heard: Heard, now: number): Badge {
  switch (heard) {
    case 'open':
      return badge.kind === 'live' ? badge : { kind: 'live' };
    case 'opening':
      return badge.kind === 'live' || badge.kind === 'resting' ? { kind: 'opening', since: sinceOf(badge, now), asked: now } : badge;
    case 'lost':
      return badge.kind === 'live' || badge.kind === 'opening' ? { kind: 'reconnecting', since: sinceOf(badge, now) } : badge;
    case 'rest':
      return badge.kind === 'resting' ? badge : { kind: 'resting', since: sinceOf(badge, now) };
    case 'tick':
      return grown(badge, now);
  }
}

function sinceOf(badge: Badge, now: number): number {
  return badge.kind === 'live' ? now : (badge.since ?? now);
}

function grown(badge: Badge, now: number): Badge {
  if (badge.kind === 'opening' && now - badge.asked >= OPENING_MS) return { kind: 'reconnecting', since: badge.since };
  if (badge.kind === 'reconnecting' && now - badge.since >= STALE_AFTER_MS) return { kind: 'stale', since: badge.since };
  return badge;
}

/** How long to wait before attempt `n` (from 1), when the browser itself has given up. */
export function backOff(n: number): number {
  return Math.min(30_000, 1000 * 2 ** (n - 1));
}
