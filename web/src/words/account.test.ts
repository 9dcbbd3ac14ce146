import { expect, test } from 'vitest';
import { interrupted, nextRun, ofLine, ofRun, usualCost, when, words, type Told } from './account';

const without = (told: Told, ...fields: (keyof Told)[]): Told =>
  Object.fromEntries(Object.entries(told).filter(([field]) => !fields.includes(field as keyof Told))) as Told;

const now = Date.parse('2026-03-27T13:12:00Z');
const run: Told = {
  status: 'COMPLETED',
  reason: 'on_time',
  reason_text: 'it started on time',
  attempt: 1,
  interruptions: 0,
  scheduled_for: '2026-03-27T13:00:00Z',
  started_at: '2026-03-27T13:00:00.412Z',
  duration_ms: 2588,
  lateness_ms: 412,
  total_cost_usd: 0.42,
  cost_source: 'reported',
};

test('a schedule says when, and where that is', () => {
  expect(when({ words: 'At 02:30, every day.', timezone: 'Europe/Berlin' })).toBe('At 02:30, every day, in Berlin');
  expect(words({ words: 'At 02:30, every day.' })).toBe('At 02:30, every day');
  expect(when({ words: 'Every minute.', timezone: 'UTC' })).toBe('Every minute, UTC');
  expect(when({ words: 'At 09:00 (Europe/London)', timezone: 'Europe/London' })).toBe('At 09:00 (Europe/London)');
  expect(when({ cron_expression: '* * * * *', timezone: 'UTC' })).toBe('* * * * *, UTC');
  expect(when({ words: 'Once, at 2027-01-01T00:00:00Z.' })).toBe('Once, at 2027-01-01T00:00:00Z');
  expect(when({})).toBe('Nobody has said when');
  expect(nextRun('2026-03-27T13:30:00Z', now)).toBe('Next in 18 minutes');
});

test('a usual cost is a mean of known costs only', () => {
  expect(usualCost({ total_runs: 12, unknown_cost_runs: 2, total_cost_usd: 5 })).toEqual({ usd: 0.5, source: 'reported' });
  expect(usualCost({ total_runs: 2, unknown_cost_runs: 2, total_cost_usd: 0 })).toEqual({ source: 'unknown' });
  expect(usualCost({ total_runs: 0, unknown_cost_runs: 0, total_cost_usd: 0 })).toEqual({ source: 'unknown' });
});

test('a run that went well is told shortly', () => {
  expect(ofRun(run, now)).toBe('It succeeded after 2.6 s, for $0.42.');
});

test('attempts, lateness and estimates are told', () => {
  const hard: Told = { ...run, attempt: 3, lateness_ms: 492_000, total_cost_usd: 1.27, cost_source: 'estimated' };
  expect(ofRun(hard, now)).toBe('It succeeded on the third attempt after 2.6 s, 8 m 12 s late, for ~$1.27.');
});

test('an unknown cost is said to be unknown', () => {
  expect(ofRun({ ...without(run, 'total_cost_usd'), cost_source: 'unknown' }, now)).toBe(
    'It succeeded after 2.6 s; nobody knows what it cost.',
  );
});

test('what did not run cost nothing', () => {
  const skipped: Told = { ...without(run, 'started_at'), status: 'SKIPPED', reason: 'overlap', reason_text: 'the previous run still ran.' };
  expect(ofRun(skipped, now)).toBe('It was skipped: the previous run still ran. Nothing was called and nothing was spent.');
});

test('what runs counts its time', () => {
  const running: Told = { ...run, status: 'RUNNING', started_at: '2026-03-27T13:00:43Z', lateness_ms: 43_000 };
  expect(ofRun(running, now)).toBe('It has run for 11 m 17 s, 43 s late.');
});

test('a run whose node was lost says that it was called again', () => {
  expect(ofRun({ ...run, interruptions: 0 }, now)).toBe('It succeeded after 2.6 s, for $0.42.');
  expect(ofRun({ ...run, interruptions: 1 }, now)).toBe(
    'It succeeded after 2.6 s, for $0.42. The node that ran it was lost once; the agent was called again under the same key. ' +
      'What the call that was cut off cost is unknown.',
  );
  expect(interrupted({ ...run, interruptions: 3 })).toBe(
    'The node that ran it was lost three times; the agent was called again each time under the same key. ' +
      'What the calls that were cut off cost is unknown.',
  );
});

test('a run that was not called again is not said to have been', () => {
  const lost: Told = { ...run, status: 'FAILED', reason: 'node_lost', interruptions: 1 };
  expect(interrupted(lost)).toContain('lost once; the agent was not called again.');
  expect(interrupted({ ...lost, interruptions: 4 })).toContain('lost four times; after the last time the agent was not called again.');
  expect(interrupted({ ...lost, status: 'CANCELLED', reason: 'schedule_deleted' })).toContain('the agent was not called again.');
  expect(ofRun({ ...lost, status: 'QUEUED', reason: 'on_time' }, now)).toBe(
    'It is queued again. The node that ran it was lost once; the agent is to be called again under the same key. ' +
      'What the call that was cut off cost is unknown.',
  );
});

test('what waits has called nothing', () => {
  expect(ofRun({ ...run, status: 'QUEUED', attempt: 0 }, now)).toBe('It is queued. Nothing has been called yet.');
  expect(ofRun({ ...run, status: 'AWAITING_APPROVAL' }, now)).toBe('It waits for a person to decide.');
});

test('an end that nobody saw is not called a failure', () => {
  expect(ofRun({ ...without(run, 'duration_ms', 'total_cost_usd'), status: 'UNKNOWN', cost_source: 'unknown' }, now)).toBe(
    'It ended, nobody knows how; nobody knows what it cost.',
  );
});

test('a line that ran as it should needs one word', () => {
  expect(ofLine(run)).toEqual({ word: 'on time', why: '' });
  expect(ofLine({ ...run, reason: 'caught_up' })).toEqual({ word: 'caught up', why: '' });
});

test('why a line was cancelled is not that it began on time', () => {
  expect(ofLine({ ...run, status: 'CANCELLED' })).toEqual({ word: 'cancelled', why: '' });
  expect(ofLine({ ...run, status: 'CANCELLED', reason: 'operator', reason_text: 'somebody cancelled it' }).why).toBe(
    'Somebody cancelled it.',
  );
});

test('a line that did not run, or failed, says why', () => {
  expect(ofLine({ ...run, status: 'MISSED', reason: 'superseded', reason_text: 'a newer one took its place' })).toEqual({
    word: 'missed',
    why: 'A newer one took its place',
  });
  expect(ofLine({ ...run, status: 'FAILED', error_message: 'the agent answered 502' })).toEqual({
    word: 'failed',
    why: 'The agent answered 502.',
  });
  expect(ofLine({ ...run, status: 'FAILED', failure_kind: 'http_5xx' })).toEqual({ word: 'failed', why: 'The agent answered with an error.' });
});
