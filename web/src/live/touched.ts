/** Which queries an event makes old. Pure. */

import type { components } from '../contract/openapi';

export type Activity = components['schemas']['Activity'];

/** Beginnings of query keys, as in contract/queries.ts. */
export function touched(activity: Activity): readonly (readonly string[])[] {
  const { schedule_id: scheduleId } = activity.data;
  if (activity.type.startsWith('carillon.agent.')) return [['agents']];
  if (activity.type.startsWith('carillon.schedule.')) {
    return scheduleId === undefined ? [['schedules']] : [['schedules'], ['ledger', scheduleId]];
  }
  if (activity.type.startsWith('carillon.run.') || activity.type.startsWith('carillon.approval.')) {
    return [['runs'], ['schedules'], ...(scheduleId === undefined ? [] : [['ledger', scheduleId]])];
  }
  return [];
}

/** The kinds of event that this page listens to; others change nothing that it shows. */
export const KINDS = [
  ...['created', 'updated', 'paused', 'resumed', 'deleted', 'quarantined'].map((kind) => `carillon.schedule.${kind}`),
  ...[
    'queued',
    'started',
    'completed',
    'failed',
    'timed_out',
    'cancelled',
    'skipped',
    'missed',
    'retrying',
    'unknown',
  ].map((kind) => `carillon.run.${kind}`),
  ...['requested', 'decided'].map((kind) => `carillon.approval.${kind}`),
  ...['started', 'stopped', 'queue_full'].map((kind) => `carillon.agent.${kind}`),
];
