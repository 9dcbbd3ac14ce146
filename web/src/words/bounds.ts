/** What bounds a schedule, in a sentence. */

import type { Schedule } from '../contract/client';
import { list, times } from './counting';
import { clock, fullDay, instant } from './time';

/** "It begins Mon 2 Mar at 09:00, ends Fri 27 Mar at 18:00 and runs at most three times."; "" when nothing bounds it. */
export function bounds(schedule: Pick<Schedule, 'start_at' | 'end_at' | 'max_runs'>, now: number, zone: string): string {
  const { start_at: start, end_at: end, max_runs: most } = schedule;
  const on = (text: string) => `${fullDay(instant(text), now, zone)} at ${clock(instant(text), zone)}`;
  const said: string[] = [];
  if (start !== undefined) said.push(`${instant(start) > now ? 'begins' : 'began'} ${on(start)}`);
  if (end !== undefined) said.push(`${instant(end) > now ? 'ends' : 'ended'} ${on(end)}`);
  if (most !== undefined) said.push(`runs at most ${times(most)}`);
  return said.length === 0 ? '' : `It ${list(said)}.`;
}
