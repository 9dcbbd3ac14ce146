import { expect, test } from 'vitest';
import { duration, rules } from './policy';

const defaults = {
  overlap_policy: 'skip',
  catchup_policy: 'last',
  catchup_window_seconds: 3600,
  catchup_limit: 100,
  on_resume: 'next',
  on_lost: 'retry',
  timeout_seconds: 300,
};

test('the defaults are said, one clause each', () => {
  expect(rules(defaults)).toEqual([
    'the previous run still runs, it is skipped',
    'the server was down, only the newest missed run of the last hour is made up',
    'it was paused, it goes on with the next',
    'the server dies while it runs, it is called again with the same idempotency key',
    'there is no answer within 5 minutes, it has timed out',
  ]);
});

test('a policy that this page does not know yet is shown by its name', () => {
  expect(rules({ ...defaults, overlap_policy: 'queue_one', catchup_policy: 'spread', on_resume: 'spread' }).slice(0, 3)).toEqual([
    'the previous run still runs: queue_one',
    'the server was down: spread',
    'it was paused: spread',
  ]);
});

test('durations keep the largest unit that divides them', () => {
  expect([1, 90, 300, 3600, 7200, 86_400, 90_000].map(duration)).toEqual([
    '1 second',
    '90 seconds',
    '5 minutes',
    '1 hour',
    '2 hours',
    '1 day',
    '25 hours',
  ]);
});
