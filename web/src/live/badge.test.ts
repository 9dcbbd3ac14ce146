import { expect, test } from 'vitest';
import { backOff, next, STALE_AFTER_MS, type Badge } from './badge';

const live: Badge = { kind: 'live' };

test('a lost stream reconnects, and is stale from the moment it was lost', () => {
  const lost = next(live, 'lost', 1000);
  expect(lost).toEqual({ kind: 'reconnecting', since: 1000 });
  expect(next(lost, 'lost', 5000)).toEqual(lost);
  expect(next(lost, 'tick', 1000 + STALE_AFTER_MS - 1)).toEqual(lost);
  expect(next(lost, 'tick', 1000 + STALE_AFTER_MS)).toEqual({ kind: 'stale', since: 1000 });
});

test('whatever it was, an open stream is live', () => {
  expect(next({ kind: 'stale', since: 1 }, 'open', 9)).toEqual(live);
  expect(next({ kind: 'reconnecting', since: 1 }, 'open', 9)).toEqual(live);
});

test('time alone does not make a live page stale', () => {
  expect(next(live, 'tick', 1e12)).toBe(live);
});

test('attempts come slower, but never slower than every half minute', () => {
  expect([1, 2, 3, 4, 5, 6, 7].map(backOff)).toEqual([1000, 2000, 4000, 8000, 16000, 30000, 30000]);
});
