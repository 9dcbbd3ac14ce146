import { expect, test } from 'vitest';
import { ofRuns, ofSchedules } from './finding';

const said = ({ say, more }: { say: string; more: string }) => `${say} ${more}`.trim();
const quiet = { today: 0, failed: 0, running: 0, waiting: 0, asking: 0, succeeded: 0 };

test('schedules in order are said calmly', () => {
  expect(said(ofSchedules({ total: 3, more: false, paused: 0 }))).toBe('Three schedules. All of them run.');
  expect(said(ofSchedules({ total: 1, more: false }))).toBe('One schedule. It runs.');
});

test('paused, ended and failing schedules are counted apart', () => {
  expect(said(ofSchedules({ total: 40, more: false, paused: 2, ended: 1, failing: 1 }))).toBe(
    '40 schedules. 37 run, two are paused and one has ended. The last run of one failed.',
  );
  expect(said(ofSchedules({ total: 2, more: false, paused: 2 }))).toBe('Two schedules. Both are paused.');
  expect(said(ofSchedules({ total: 1, more: false, paused: 1 }))).toBe('One schedule. It is paused.');
});

test('a schedule in quarantine is not said to run', () => {
  expect(said(ofSchedules({ total: 3, more: false, quarantined: 1 }))).toBe('Three schedules. Two run and one is in quarantine.');
});

test('a sum is said only when it is known', () => {
  expect(said(ofSchedules({ total: 2, more: false, costUsd: 207.86, runs: 320 }))).toBe(
    'Two schedules. Both run. 320 runs so far cost $207.86.',
  );
  expect(said(ofSchedules({ total: 2, more: false, costUsd: 0, runs: 1 }))).toBe(
    'Two schedules. Both run. One run so far cost nothing.',
  );
  expect(said(ofSchedules({ total: 2, more: false, costUsd: 12, runs: 320, unknownRuns: 2 }))).toBe(
    'Two schedules. Both run. 320 runs so far cost $12, not counting two of unknown cost.',
  );
  expect(said(ofSchedules({ total: 2, more: false, costUsd: 0, runs: 3, unknownRuns: 3 }))).toBe(
    'Two schedules. Both run. Nobody knows what three runs so far cost.',
  );
  expect(said(ofSchedules({ total: 10_000, more: true }))).toBe('10,000 schedules and more. All of them run.');
});

test('a day of runs opens with what failed', () => {
  expect(said(ofRuns({ today: 320, failed: 2, running: 3, waiting: 0, asking: 1, succeeded: 314 }))).toBe(
    'Two of 320 runs failed today. Three are running and one waits for you. 314 of 316 finished well.',
  );
  expect(said(ofRuns({ ...quiet, today: 1, failed: 1 }))).toBe('The only run today failed.');
  expect(said(ofRuns({ ...quiet, today: 3, failed: 3 }))).toBe('All three runs today failed.');
});

test('a good day says so', () => {
  expect(said(ofRuns({ ...quiet, today: 12, succeeded: 11, running: 1 }))).toBe('Twelve runs today, and none failed. One is running.');
  expect(said(ofRuns(quiet))).toBe('Nothing has run today.');
  expect(said(ofRuns({ ...quiet, waiting: 2 }))).toBe('Nothing has run today. Two wait.');
});
