/** The one true sentence that a screen opens with: `say` in ink, `more` in pencil. */

import { capital, InWords, inWords, list, many } from './counting';
import { plainUsd } from './money';

export type Finding = { say: string; more: string };

/** Totals of one view; a number that the server has not said yet is absent, and nothing is said about it. */
export type ScheduleTotals = {
  total: number;
  /** True when there are more schedules than the server counts. */
  more: boolean;
  /** How many are in each state; absent until all of them are known. */
  states?: States | undefined;
  /** Of how many schedules, the newest, the next two are counted: absent when of all. */
  read?: number | undefined;
  /** Schedules whose last run failed. */
  failing: number;
  /** Schedules that have not run yet. */
  never: number;
  today?: Spent | undefined;
};

export type States = { active: number; paused: number; quarantined: number; ended: number };

/** What the runs of today that are over cost. */
export type Spent = {
  runs: number;
  /** Of how many runs, if only the newest were read. */
  of?: number | undefined;
  costUsd: number;
  /** Of those runs, how many have a cost that nobody knows. */
  unknownRuns: number;
};

export function ofSchedules(totals: ScheduleTotals): Finding {
  const say = totals.more ? `More than ${many(totals.total, 'schedule')}.` : `${capital(many(totals.total, 'schedule'))}.`;
  return { say, more: [states(totals), standing(totals), spent(totals.today)].filter(Boolean).join(' ') };
}

function states({ total, more, states }: ScheduleTotals): string {
  if (states === undefined) return '';
  const { active, paused, quarantined, ended } = states;
  const said = [
    { n: active, one: 'is active', some: 'are active' },
    { n: paused, one: 'is paused', some: 'are paused' },
    { n: quarantined, one: 'is in quarantine', some: 'are in quarantine' },
    { n: ended, one: 'has ended', some: 'have ended' },
  ].filter(({ n }) => n > 0);
  const only = said[0];
  if (only !== undefined && only.n === total && !more) return total === 1 ? `It ${only.one}.` : `${all(total)} ${only.some}.`;
  // Nobody counts further than the total: a state with as many has at least that many.
  const parts = said.map(({ n, one, some }) => `${more && n >= total ? 'more than ' : ''}${inWords(n)} ${n === 1 ? one : some}`);
  return parts.length === 0 ? '' : `${capital(list(parts))}.`;
}

function all(n: number): string {
  return n === 2 ? 'Both' : 'All of them';
}

/** How they did last, and of how many that is said. */
function standing({ total, read, failing, never }: ScheduleTotals): string {
  const whole = read ?? total;
  const parts = [];
  if (failing > 0) parts.push(whole === 1 ? 'its last run failed' : `the last run of ${inWords(failing)} failed`);
  if (never > 0) parts.push(yet(never, whole));
  if (parts.length === 0) return '';
  return read === undefined ? `${capital(list(parts))}.` : `Of the ${inWords(read)} newest, ${list(parts)}.`;
}

function yet(never: number, whole: number): string {
  if (whole === 1) return 'it has not run yet';
  if (never === whole) return 'none has run yet';
  return `${inWords(never)} ${never === 1 ? 'has' : 'have'} not run yet`;
}

function spent(today: Spent | undefined): string {
  if (today === undefined || today.runs === 0) return '';
  const { runs, of, costUsd, unknownRuns } = today;
  if (unknownRuns >= runs && costUsd === 0) return of === undefined ? 'Nobody knows what today has cost.' : '';
  const amount = costUsd === 0 ? 'nothing' : plainUsd(costUsd);
  const without = unknownRuns === 0 ? '' : `, not counting what nobody knows of ${many(unknownRuns, 'run')}`;
  if (of === undefined) return `Today has cost ${amount} so far${without}.`;
  return `The ${inWords(runs)} newest of ${inWords(of)} runs today cost ${amount}${without}.`;
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
