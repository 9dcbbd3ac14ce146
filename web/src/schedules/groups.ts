/** Schedules in the order in which they are due, under headings. Pure. */

import type { Schedule } from '../contract/client';
import { outcome } from '../words/outcome';
import { daysApart, instant } from '../words/time';

export type Due = Pick<Schedule, 'status' | 'next_run_at' | 'name'>;

type Counted = Due & Pick<Schedule, 'last_run_status'>;

/** `says` stands beside the title; absent, it is how many there are. */
export type Group<S> = { title: string; says?: string; schedules: S[] };

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const TITLES = ['In the next hour', 'Later today', 'Tomorrow', 'Later', 'Paused', 'When somebody asks', 'Ended'] as const;

/** Groups without a schedule are left out. `now` is the beginning of a minute. */
export function byNextRun<S extends Due>(schedules: readonly S[], now: number, zone: string): Group<S>[] {
  const groups: Group<S>[] = TITLES.map((title) => ({ title, schedules: [] }));
  for (const schedule of schedules) groups[groupOf(schedule, now, zone)]?.schedules.push(schedule);
  for (const group of groups) group.schedules.sort(soonerFirst(now));
  return groups.filter((group) => group.schedules.length > 0);
}

function groupOf({ status, next_run_at }: Due, now: number, zone: string): number {
  if (status === 'PAUSED' || status === 'QUARANTINED') return 4;
  if (status === 'COMPLETED' || status === 'DELETED') return 6;
  if (next_run_at === undefined) return 5;
  const at = instant(next_run_at);
  if (at - now <= HOUR) return 0;
  const days = daysApart(at, now, zone);
  return Math.min(3, Math.max(0, days) + 1);
}

/** What is due every few seconds would change places all the time: within the next minute names decide. */
function soonerFirst(now: number): (a: Due, b: Due) => number {
  const soon = now + 2 * MINUTE;
  const due = ({ next_run_at: next }: Due) => (next === undefined ? 0 : Math.max(soon, instant(next)));
  return (a, b) => due(a) - due(b) || a.name.localeCompare(b.name, 'en');
}

/** The finding's numbers, as far as they can be read off a list. */
export function totals(schedules: readonly Counted[]) {
  const among = (status: Due['status']) => schedules.filter((schedule) => schedule.status === status).length;
  return {
    states: { active: among('ACTIVE'), paused: among('PAUSED'), quarantined: among('QUARANTINED'), ended: among('COMPLETED') },
    failing: schedules.filter(({ last_run_status: last }) => last !== undefined && outcome(last).ink === 'failed').length,
    never: schedules.filter(({ last_run_status: last }) => last === undefined).length,
  };
}
