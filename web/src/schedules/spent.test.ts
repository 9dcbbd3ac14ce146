import { expect, test } from 'vitest';
import type { Run } from '../contract/client';
import { spentBy } from './spent';

const run = (status: Run['status'], total_cost_usd?: number) => ({
  status,
  started_at: '2026-03-27T13:00:00Z',
  interruptions: 0,
  cost_source: total_cost_usd === undefined ? ('unknown' as const) : ('reported' as const),
  ...(total_cost_usd !== undefined && { total_cost_usd }),
});

test('known costs are added, unknown ones counted, and what still runs left out', () => {
  expect(spentBy([run('COMPLETED', 0.25), run('FAILED', 0.5), run('TIMED_OUT'), run('RUNNING')], 4)).toEqual({
    runs: 3,
    of: undefined,
    costUsd: 0.75,
    unknownRuns: 1,
  });
});

test('what was never called cost nothing', () => {
  expect(spentBy([{ status: 'CANCELLED', cost_source: 'unknown', interruptions: 0 }], 1).runs).toBe(0);
});

test('what a call cost that was cut off is not in the sum', () => {
  const rescued = { ...run('COMPLETED', 0.25), interruptions: 1 };
  expect(spentBy([rescued], 1)).toEqual({ runs: 1, of: undefined, costUsd: 0.25, unknownRuns: 1 });
});

test('a part says of how many it is', () => {
  expect(spentBy([run('COMPLETED', 1)], 300)).toEqual({ runs: 1, of: 300, costUsd: 1, unknownRuns: 0 });
});
