/** What the masthead says about the stream: live, reconnecting, or stale since when. Pure. */

export type Badge =
  | { kind: 'live' }
  /** Not heard since `since`; what is shown is of then. */
  | { kind: 'reconnecting'; since: number }
  | { kind: 'stale'; since: number };

export type Heard = 'open' | 'lost' | 'tick';

/** Longer than a restart of the server takes, shorter than anybody's patience. */
export const STALE_AFTER_MS = 20_000;

export function next(badge: Badge, heard: Heard, now: number): Badge {
  if (heard === 'open') return { kind: 'live' };
  if (badge.kind === 'live') return heard === 'lost' ? { kind: 'reconnecting', since: now } : badge;
  if (badge.kind === 'reconnecting' && now - badge.since >= STALE_AFTER_MS) return { kind: 'stale', since: badge.since };
  return badge;
}

/** How long to wait before attempt `n` (from 1), when the browser itself has given up. */
export function backOff(n: number): number {
  return Math.min(30_000, 1000 * 2 ** (n - 1));
}
