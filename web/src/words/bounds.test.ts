import { expect, test } from 'vitest';
import { bounds } from './bounds';

const now = Date.parse('2026-03-10T12:00:00Z');

test('what bounds a schedule is one sentence', () => {
  expect(bounds({}, now, 'UTC')).toBe('');
  expect(bounds({ max_runs: 1 }, now, 'UTC')).toBe('It runs at most once.');
  expect(bounds({ start_at: '2026-03-02T09:00:00Z', end_at: '2026-03-27T18:00:00Z', max_runs: 3 }, now, 'UTC')).toBe(
    'It began Mon 2 Mar at 09:00, ends Fri 27 Mar at 18:00 and runs at most three times.',
  );
  expect(bounds({ start_at: '2026-03-12T09:00:00Z' }, now, 'UTC')).toBe('It begins Thu 12 Mar at 09:00.');
  expect(bounds({ end_at: '2026-03-09T09:00:00Z' }, now, 'Europe/Berlin')).toBe('It ended Mon 9 Mar at 10:00.');
});
