/** What runs cost together. Pure. */

import type { Run } from '../contract/client';
import { cost } from '../words/money';
import type { Spent } from '../words/finding';
import { isOver } from '../words/outcome';

/** Of the newest runs of a day, where `count` is how many it has; what still runs has no cost yet. */
export function spentBy(newest: readonly Pick<Run, 'status' | 'started_at' | 'total_cost_usd' | 'cost_source' | 'interruptions'>[], count: number): Spent {
  const called = newest.filter((run) => run.started_at !== undefined && isOver(run.status));
  const costs = called.map((run) => cost(run.total_cost_usd, run.cost_source));
  return {
    runs: called.length,
    of: count > newest.length ? count : undefined,
    costUsd: costs.reduce((sum, each) => sum + (each.source === 'unknown' ? 0 : each.usd), 0),
    unknownRuns: called.filter((run) => run.cost_source === 'unknown' || run.interruptions > 0).length,
  };
}
