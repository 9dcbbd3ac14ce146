import { expect, test } from 'vitest';
import { backOff, next, OPENING_MS, STALE_AFTER_MS, type Badge, type Heard } from './badge';

const live: Badge = { kind: 'live' };
const resting: Badge = { kind: 'resting', since: 100 };
const opening: Badge = { kind: 'opening', since: 100, asked: 900 };
const reconnecting: Badge = { kind: 'reconnecting', since: 100 };
const stale: Badge = { kind: 'stale', since: 100 };

const NOW = 1000;
const TABLE: [Badge, Heard, Badge][] = [
  [{ kind: 'resting' }, 'opening', { kind: 'opening', since: NOW, asked: NOW }],
  [resting, 'opening', { kind: 'opening', since: 100, asked: NOW }],
  [resting, 'open', live],
  [resting, 'lost', resting],
  [resting, 'rest', resting],
  [opening, 'opening', opening],
  [opening, 'open', live],
  [opening, 'lost', reconnecting],
  [opening, 'rest', resting],
  [live, 'opening', { kind: 'opening', since: NOW, asked: NOW }],
  [live, 'open', live],
  [live, 'lost', { kind: 'reconnecting', since: NOW }],
  [live, 'rest', { kind: 'resting', since: NOW }],
  [reconnecting, 'opening', reconnecting],
  [reconnecting, 'open', live],
  [reconnecting, 'lost', reconnecting],
  [reconnecting, 'rest', resting],
  [stale, 'opening', stale],
  [stale, 'open', live],
  [stale, 'lost', stale],
  [stale, 'rest', resting],
];

test.each(TABLE)('%j, then %s: %j', (badge, heard, expected) => {
  expect(next(badge, heard, NOW)).toEqual(expected);
});

test('what does not change is the same badge, so that nothing is drawn again', () => {
  for (const badge of [live, resting, reconnecting, stale]) {
    const heard = badge.kind === 'live' ? 'open' : badge.kind === 'resting' ? 'rest' : 'lost';
    expect(next(badge, heard, NOW)).toBe(badge);
    expect(next(badge, 'tick', NOW)).toBe(badge);
  }
});

test('a lost stream reconnects, and is stale from the moment it was lost', () => {
  const lost = next(live, 'lost', 1000);
  expect(next(lost, 'tick', 1000 + STALE_AFTER_MS - 1)).toBe(lost);
  expect(next(lost, 'tick', 1000 + STALE_AFTER_MS)).toEqual({ kind: 'stale', since: 1000 });
});

test('an opening that takes its time is not hidden, and an old page then says how old it is', () => {
  const asked = next({ kind: 'resting', since: 100 }, 'opening', 90_000);
  expect(next(asked, 'tick', 90_000 + OPENING_MS - 1)).toBe(asked);
  const late = next(asked, 'tick', 90_000 + OPENING_MS);
  expect(late).toEqual({ kind: 'reconnecting', since: 100 });
  expect(next(late, 'tick', 91_000 + OPENING_MS)).toEqual({ kind: 'stale', since: 100 });
});

test('time alone does not make a live page stale', () => {
  expect(next(live, 'tick', 1e12)).toBe(live);
});

test('attempts come slower, but never slower than every half minute', () => {
  expect([1, 2, 3, 4, 5, 6, 7].map(backOff)).toEqual([1000, 2000, 4000, 8000, 16000, 30000, 30000]);
});
