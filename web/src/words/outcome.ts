/** What became of a run, in six looks: each a colour, a shape and a word. */

/** The names of the shapes in book/Glyph.tsx. */
export type Shape =
  | 'succeeded'
  | 'failed'
  | 'timed_out'
  | 'unknown'
  | 'missed'
  | 'skipped'
  | 'cancelled'
  | 'queued'
  | 'pending'
  | 'awaiting_approval'
  | 'running'
  | 'paused';

/** The six inks of tokens.css. */
export type Ink = 'succeeded' | 'running' | 'waiting' | 'skipped' | 'missed' | 'failed';

export type Outcome = { word: string; shape: Shape; ink: Ink };

const OUTCOMES: Record<string, Outcome> = {
  COMPLETED: { word: 'succeeded', shape: 'succeeded', ink: 'succeeded' },
  FAILED: { word: 'failed', shape: 'failed', ink: 'failed' },
  TIMED_OUT: { word: 'timed out', shape: 'timed_out', ink: 'failed' },
  UNKNOWN: { word: 'unknown', shape: 'unknown', ink: 'failed' },
  MISSED: { word: 'missed', shape: 'missed', ink: 'missed' },
  SKIPPED: { word: 'skipped', shape: 'skipped', ink: 'skipped' },
  CANCELLED: { word: 'cancelled', shape: 'cancelled', ink: 'skipped' },
  PENDING: { word: 'pending', shape: 'pending', ink: 'waiting' },
  QUEUED: { word: 'queued', shape: 'queued', ink: 'waiting' },
  AWAITING_APPROVAL: { word: 'awaiting approval', shape: 'awaiting_approval', ink: 'waiting' },
  RUNNING: { word: 'running', shape: 'running', ink: 'running' },
};

/** A status this page does not know yet is shown by its own name, as an unknown outcome. */
export function outcome(status: string): Outcome {
  return OUTCOMES[status] ?? { ...OUTCOMES['UNKNOWN']!, word: spoken(status) };
}

/** The statuses in the order in which a filter offers them. */
export const STATUSES = Object.keys(OUTCOMES);

export function isOver(status: string): boolean {
  const { ink } = outcome(status);
  return ink !== 'running' && ink !== 'waiting';
}

/** AWAITING_APPROVAL and queue_full become "awaiting approval" and "queue full". */
export function spoken(name: string): string {
  return name.toLowerCase().replaceAll('_', ' ');
}

const FAILURES: Record<string, { short: string; says: string }> = {
  connect: { short: 'unreachable', says: 'the agent could not be reached' },
  timeout: { short: 'no answer', says: 'no answer came in time' },
  http_4xx: { short: 'refused', says: 'the agent refused the call' },
  http_5xx: { short: 'agent error', says: 'the agent answered with an error' },
  rate_limited: { short: 'rate limited', says: 'the agent asked to be called less often' },
  rule: { short: 'rule broken', says: 'the answer broke a rule of the schedule' },
  invalid_answer: { short: 'invalid answer', says: 'the answer made no sense' },
  too_large: { short: 'too large', says: 'the answer was too large' },
  budget: { short: 'over budget', says: 'it reached what it may cost' },
  queue_full: { short: 'queue full', says: 'the queue of the agent was full' },
  node_lost: { short: 'server died', says: 'the server died while it ran' },
  launch: { short: 'not called', says: 'the call could not be made' },
};

/** Why an attempt failed, in words; an unknown kind by its own name. */
export function failure(kind: string): string {
  return FAILURES[kind]?.says ?? spoken(kind);
}

/** The same in at most two words, for a column. */
export function failureInShort(kind: string): string {
  return FAILURES[kind]?.short ?? spoken(kind);
}

/** Reasons of lines that ran as they should: they need no words of their own. */
export function isOrdinary(reason: string | undefined): boolean {
  return reason === undefined || reason === 'on_time';
}
