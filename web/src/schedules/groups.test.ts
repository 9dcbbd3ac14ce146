import { expect, test } from 'vitest';
import type { RunStatus } from '../contract/client';
import { byNextRun, totals, type Due } from './groups';

const now = Date.parse('2026-03-27T13:12:00Z');
const due = (name: string, next_run_at?: string, status: Due['status'] = 'ACTIVE'): Due => ({
  name,
  status,
  ...(next_run_at && { next_run_at }),
});

test('schedules stand under when they are due next, sooner first', () => {
  const groups = byNextRun(
    [
      due('paused', '2026-03-27T13:15:00Z', 'PAUSED'),
      due('in three days', '2026-03-30T13:15:00Z'),
      due('b', '2026-03-27T13:20:00Z'),
      due('a', '2026-03-27T13:20:00Z'),
      due('first', '2026-03-27T13:15:00Z'),
      due('tonight', '2026-03-27T21:00:00Z'),
      due('tomorrow', '2026-03-28T07:00:00Z'),
      due('manual'),
      due('over', undefined, 'COMPLETED'),
      due('broken', undefined, 'QUARANTINED'),
    ],
    now,
    'Europe/Berlin',
  );
  expect(groups.map(({ title, schedules }) => [title, ...schedules.map(({ name }) => name)])).toEqual([
    ['In the next hour', 'first', 'a', 'b'],
    ['Later today', 'tonight'],
    ['Tomorrow', 'tomorrow'],
    ['Later', 'in three days'],
    ['Paused', 'broken', 'paused'],
    ['When somebody asks', 'manual'],
    ['Ended', 'over'],
  ]);
});

test('schedules of every few seconds keep their places', () => {
  const order = (...schedules: Due[]) => byNextRun(schedules, now, 'UTC')[0]?.schedules.map(({ name }) => name);
  expect(order(due('b', '2026-03-27T13:12:10Z'), due('a', '2026-03-27T13:12:15Z'))).toEqual(['a', 'b']);
  expect(order(due('b', '2026-03-27T13:12:20Z'), due('a', '2026-03-27T13:12:15Z'))).toEqual(['a', 'b']);
});

test('what is due across midnight but within the hour is in the next hour', () => {
  const late = Date.parse('2026-03-27T22:45:00Z');
  expect(byNextRun([due('x', '2026-03-27T23:05:00Z')], late, 'Europe/Berlin')[0]?.title).toBe('In the next hour');
});

test('an overdue instant is not lost from the list', () => {
  expect(byNextRun([due('x', '2026-03-27T13:11:59Z')], now, 'UTC')[0]?.title).toBe('In the next hour');
  expect(byNextRun([due('x', '2026-03-20T13:11:59Z')], now, 'UTC')[0]?.title).toBe('In the next hour');
});

test('totals are counted over the list', () => {
  const last = (last_run_status?: RunStatus, status: Due['status'] = 'ACTIVE') => ({
    ...due('x', undefined, status),
    ...(last_run_status && { last_run_status }),
  });
  expect(totals([last('TIMED_OUT'), last(), last('COMPLETED', 'PAUSED'), last('UNKNOWN', 'QUARANTINED'), last('COMPLETED', 'COMPLETED')])).toEqual({
    states: { active: 2, paused: 1, quarantined: 1, ended: 1 },
    failing: 2,
    never: 1,
  });
});
