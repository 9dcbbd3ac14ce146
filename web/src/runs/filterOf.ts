/** Which runs are listed, as the address says it. Pure. */

import type { RunStatus, TriggerType } from '../contract/client';
import type { RunFilter } from '../contract/queries';
import { STATUSES } from '../words/outcome';

export const TRIGGERS: readonly TriggerType[] = [
  'schedule',
  'manual',
  'backfill',
  'catchup',
  'retry_of',
  'event',
  'after',
  'chat',
  'agent',
  'mcp',
  'api',
];

/** A value that is none is left out: an old bookmark shows all runs and no error. */
export function filterOf(search: URLSearchParams): RunFilter {
  const status = search.get('status') ?? '';
  const trigger = search.get('trigger_type') ?? '';
  const scheduleId = search.get('schedule_id');
  return {
    ...(scheduleId && { schedule_id: scheduleId }),
    ...(STATUSES.includes(status) && { status: status as RunStatus }),
    ...(TRIGGERS.some((known) => known === trigger) && { trigger_type: trigger as TriggerType }),
  };
}

/** The address of a filter with one part of it changed; "" without any. */
export function searchOf(filter: RunFilter): string {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(filter)) if (value) search.set(name, value);
  const text = search.toString();
  return text && `?${text}`;
}
