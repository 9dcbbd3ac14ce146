/** The instants of a run in order, with what passed between them. Pure. */

import type { Run } from '../contract/client';
import { lateness } from '../words/time';

export type Moment = { name: string; at: string; says: string; passed: string; mark: 'point' | 'ring' | 'end' };

type Timed = Pick<Run, 'scheduled_for' | 'desired_at' | 'queued_at' | 'started_at' | 'completed_at' | 'agent' | 'attempt'>;

/** Nominal, desired, queued, started, completed; desired and queued only where they say something. */
export function moments(run: Timed, outcome: string): Moment[] {
  const found: Moment[] = [];
  const add = (name: string, at: string | undefined, says: string, mark: Moment['mark']) => {
    if (at === undefined) return;
    const before = found.at(-1);
    const passed = before === undefined ? '' : lateness(Date.parse(at) - Date.parse(before.at));
    found.push({ name, at, says, passed, mark });
  };
  add('nominal', run.scheduled_for, 'by the schedule', 'point');
  add(run.scheduled_for === undefined ? 'asked for' : 'desired', run.desired_at, run.scheduled_for === run.desired_at ? 'without jitter' : '', 'ring');
  add('queued', run.queued_at, '', 'ring');
  add('started', run.started_at, run.attempt > 1 ? `attempt ${run.attempt} calls ${run.agent}` : `calls ${run.agent}`, 'point');
  add('completed', run.completed_at, outcome, 'end');
  return found;
}
