/** A schedule, a run and a ledger line, each told in a sentence. */

import type { Run, Schedule } from '../contract/client';
import { capital, ordinal, sentence, times } from './counting';
import { cost, inSentence, type Cost } from './money';
import { failure, isOver, outcome, spoken } from './outcome';
import { countdownInWords, instant, LATE_MS, place, span } from './time';

/** What is read of a run or a line. Taken from the contract, so that a field which moves there does not compile here. */
export type Told = Pick<
  Run,
  | 'status'
  | 'reason'
  | 'reason_text'
  | 'attempt'
  | 'scheduled_for'
  | 'started_at'
  | 'duration_ms'
  | 'lateness_ms'
  | 'total_cost_usd'
  | 'cost_source'
  | 'error_message'
  | 'failure_kind'
  | 'interruptions'
>;

/** "At 02:30, every day": the server's words for any trigger, without their full stop; a cron line that nobody put into words stays one. */
export function words(schedule: Pick<Schedule, 'words' | 'cron_expression'>): string {
  return withoutStop(schedule.words ?? schedule.cron_expression ?? 'Nobody has said when');
}

/** "At 02:30, every day, in Berlin": the same with the place of its zone. */
export function when(schedule: Pick<Schedule, 'words' | 'cron_expression' | 'timezone'>): string {
  const said = words(schedule);
  if (schedule.timezone === undefined || said.includes(schedule.timezone)) return said;
  return schedule.timezone === 'UTC' ? `${said}, UTC` : `${said}, in ${place(schedule.timezone)}`;
}

/** What a run of the schedule has cost so far on average; unknown before the first known cost. */
export function usualCost(schedule: Pick<Schedule, 'total_runs' | 'unknown_cost_runs' | 'total_cost_usd'>): Cost {
  const known = schedule.total_runs - schedule.unknown_cost_runs;
  return known > 0 ? cost(schedule.total_cost_usd / known, 'reported') : cost(undefined, 'unknown');
}

/** "Next in 18 minutes" */
export function nextRun(at: string, now: number): string {
  return `Next ${countdownInWords(instant(at), now)}`;
}

/** "It succeeded on the third attempt, 6 h 12 m after its time, for ~$1.27." */
export function ofRun(run: Told, now: number): string {
  return [told(run, now), interrupted(run)].filter(Boolean).join(' ');
}

/** What became of a run whose node was lost, and that what was cut off cost something; "" when none was lost. */
export function interrupted(run: Pick<Told, 'interruptions' | 'status' | 'reason'>): string {
  const { interruptions } = run;
  if (interruptions === 0) return '';
  const cut = interruptions === 1 ? 'the call that was cut off' : 'the calls that were cut off';
  return `The node that ran it was lost ${times(interruptions)}; ${called(run)}. What ${cut} cost is unknown.`;
}

function called({ interruptions, status, reason }: Pick<Told, 'interruptions' | 'status' | 'reason'>): string {
  if (outcome(status).ink === 'waiting') return 'the agent is to be called again under the same key';
  const once = interruptions === 1;
  const ended = reason === 'node_lost' || (status === 'CANCELLED' && !RAN.includes(reason));
  if (!ended) return `the agent was called ${once ? 'again' : 'again each time'} under the same key`;
  return once ? 'the agent was not called again' : 'after the last time the agent was not called again';
}

function told(run: Told, now: number): string {
  const { ink, word } = outcome(run.status);
  if (run.status === 'RUNNING') return running(run, now);
  if (ink === 'waiting') return waiting(run, word);
  if (run.status === 'SKIPPED' || run.status === 'MISSED') return didNotRun(run, word);
  return ended(run, word);
}

function running(run: Told, now: number): string {
  const since = run.started_at === undefined ? '' : ` for ${span(Math.max(0, now - instant(run.started_at)))}`;
  const again = run.attempt > 1 ? `, on its ${ordinal(run.attempt)} attempt` : '';
  return `It has run${since}${again}${late(run)}.`;
}

function waiting(run: Told, word: string): string {
  if (run.status === 'AWAITING_APPROVAL') return 'It waits for a person to decide.';
  return run.attempt > 0 ? `It is ${word} again.` : `It is ${word}. Nothing has been called yet.`;
}

function didNotRun(run: Told, word: string): string {
  return `It was ${word}: ${withoutStop(run.reason_text)}. Nothing was called and nothing was spent.`;
}

function ended(run: Told, word: string): string {
  const verb = run.status === 'UNKNOWN' ? 'ended, nobody knows how' : run.status === 'CANCELLED' ? 'was cancelled' : word;
  const again = run.attempt > 1 ? ` on the ${ordinal(run.attempt)} attempt` : '';
  const took = run.duration_ms === undefined ? '' : ` after ${span(run.duration_ms)}`;
  const amount = cost(run.total_cost_usd, run.cost_source);
  const price = amount.source === 'unknown' ? '; nobody knows what it cost' : `, for ${inSentence(amount)}`;
  return `It ${verb}${again}${took}${late(run)}${run.started_at === undefined ? '' : price}.`;
}

function late({ lateness_ms, scheduled_for }: Told): string {
  if (lateness_ms === undefined || lateness_ms < LATE_MS || scheduled_for === undefined) return '';
  return `, ${span(lateness_ms)} late`;
}

/** The reasons of lines that ran; they say nothing about how it ended. */
const RAN = ['on_time', 'late', 'caught_up'];

/** What stands beside the glyph of a ledger line: a word, and why if there is something to say. */
export function ofLine(line: Told): { word: string; why: string } {
  const { word } = outcome(line.status);
  if (line.status === 'COMPLETED') return { word: spoken(line.reason), why: '' };
  if (!isOver(line.status)) return { word, why: '' };
  if (line.status === 'SKIPPED' || line.status === 'MISSED') return { word, why: capital(line.reason_text) };
  if (line.error_message === undefined && line.failure_kind === undefined && RAN.includes(line.reason)) return { word, why: '' };
  return { word, why: sentence(line.error_message ?? (line.failure_kind === undefined ? line.reason_text : failure(line.failure_kind))) };
}

function withoutStop(text: string): string {
  return text.trim().replace(/\.$/, '');
}
