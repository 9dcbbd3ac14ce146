/** The one true sentence that a screen opens with: `say` in ink, `more` in pencil. */

import { capital, InWords, inWords, list, many } from './counting';
import { plainUsd } from './money';

export type Finding = { say: string; more: string };

/** Totals of one view; a number that the server has not said yet is absent, and nothing is said about it. */
export type ScheduleTotals = {
  total: number;
  /** True when there are more schedules than the server counts. */
  more: boolean;
  paused?: number | undefined;
  ended?: number | undefined;
  quarantined?: number | undefined;
  /** Schedules in the list whose last line failed. */
  failing?: number | undefined;
  /** What all of them cost together; absent unless all are known. */
  costUsd?: number | undefined;
  runs?: number | undefined;
  /** Of those runs, how many have a cost that nobody knows. */
  unknownRuns?: number | undefined;
};

export function ofSchedules(totals: ScheduleTotals): Finding {
  const say = `${many(totals.total, 'schedule')}${totals.more ? ' and more' : ''}.`;
  return { say: capital(say), more: [states(totals), failing(totals), spent(totals)].filter(Boolean).join(' ') };
}

function states({ total, paused = 0, ended = 0, quarantined = 0 }: ScheduleTotals): string {
  const active = total - paused - ended - quarantined;
  if (active === total) return active === 1 ? 'It runs.' : `${all(active)} run.`;
  if (paused === total) return paused === 1 ? 'It is paused.' : `${all(paused)} are paused.`;
  const parts = [];
  if (active > 0) parts.push(`${inWords(active)} ${active === 1 ? 'runs' : 'run'}`);
  if (paused > 0) parts.push(`${inWords(paused)} ${paused === 1 ? 'is' : 'are'} paused`);
  if (quarantined > 0) parts.push(`${inWords(quarantined)} ${quarantined === 1 ? 'is' : 'are'} in quarantine`);
  if (ended > 0) parts.push(`${inWords(ended)} ${ended === 1 ? 'has' : 'have'} ended`);
  return `${capital(list(parts))}.`;
}

function all(n: number): string {
  return n === 2 ? 'Both' : 'All of them';
}

function failing(totals: ScheduleTotals): string {
  if (!totals.failing) return '';
  return `The last run of ${inWords(totals.failing)} failed.`;
}

function spent({ costUsd, runs, unknownRuns = 0 }: ScheduleTotals): string {
  if (costUsd === undefined || !runs) return '';
  const which = capital(many(runs, 'run'));
  if (unknownRuns >= runs) return `Nobody knows what ${many(runs, 'run')} so far cost.`;
  const amount = costUsd === 0 ? 'nothing' : plainUsd(costUsd);
  const without = unknownRuns === 0 ? '' : `, not counting ${inWords(unknownRuns)} of unknown cost`;
  return `${which} so far cost ${amount}${without}.`;
}

export type RunTotals = { today: number; failed: number; running: number; waiting: number; asking: number; succeeded: number };

export function ofRuns(totals: RunTotals): Finding {
  const { today, failed } = totals;
  if (today === 0) return { say: 'Nothing has run today.', more: busy(totals) };
  return { say: ran(today, failed), more: [busy(totals), finished(totals)].filter(Boolean).join(' ') };
}

function ran(today: number, failed: number): string {
  if (failed === 0) return `${capital(many(today, 'run'))} today, and none failed.`;
  if (today === 1) return 'The only run today failed.';
  if (today === failed) return `All ${many(today, 'run')} today failed.`;
  return `${InWords(failed)} of ${many(today, 'run')} failed today.`;
}

function busy({ running, waiting, asking }: RunTotals): string {
  const parts = [];
  if (running > 0) parts.push(`${inWords(running)} ${running === 1 ? 'is' : 'are'} running`);
  if (waiting > 0) parts.push(`${inWords(waiting)} ${waiting === 1 ? 'waits' : 'wait'}`);
  if (asking > 0) parts.push(`${inWords(asking)} ${asking === 1 ? 'waits' : 'wait'} for you`);
  return parts.length === 0 ? '' : `${capital(list(parts))}.`;
}

function finished({ succeeded, failed }: RunTotals): string {
  const over = succeeded + failed;
  if (succeeded === 0 || failed === 0) return '';
  return `${InWords(succeeded)} of ${inWords(over)} finished well.`;
}
