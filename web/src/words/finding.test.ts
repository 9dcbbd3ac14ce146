import { expect, test } from 'vitest';
import { ofRuns, ofSchedules, type Spent } from './finding';

const said = ({ say, more }: { say: string; more: string }) => `${say} ${more}`.trim();
const none = { active: 0, paused: 0, quarantined: 0, ended: 0 };
const book = (total: number) => ({ total, more: false, failing: 0, never: 0 });
const quiet = { today: 0, failed: 0, running: 0, waiting: 0, asking: 0, succeeded: 0 };

test('schedules in order are said calmly', () => {
  expect(said(ofSchedules({ ...book(3), states: { ...none, active: 3 } }))).toBe('Three schedules. All of them are active.');
  expect(said(ofSchedules({ ...book(2), states: { ...none, paused: 2 } }))).toBe('Two schedules. Both are paused.');
  expect(said(ofSchedules({ ...book(1), states: { ...none, active: 1 } }))).toBe('One schedule. It is active.');
});

test('states are counted apart, and nothing is said of them before they are known', () => {
  expect(said(ofSchedules({ ...book(40), states: { active: 36, paused: 2, quarantined: 1, ended: 1 } }))).toBe(
    '40 schedules. 36 are active, two are paused, one is in quarantine and one has ended.',
  );
  expect(said(ofSchedules(book(40)))).toBe('40 schedules.');
});

test('that a schedule is active does not say that it ran', () => {
  const all = { ...none, active: 52 };
  expect(said(ofSchedules({ ...book(52), states: all, failing: 1, never: 4 }))).toBe(
    '52 schedules. All of them are active. The last run of one failed and four have not run yet.',
  );
  expect(said(ofSchedules({ ...book(52), states: all, never: 52 }))).toBe('52 schedules. All of them are active. None has run yet.');
  expect(said(ofSchedules({ ...book(1), never: 1 }))).toBe('One schedule. It has not run yet.');
  expect(said(ofSchedules({ ...book(1), failing: 1 }))).toBe('One schedule. Its last run failed.');
});

test('a list that was read in part says of what it speaks', () => {
  expect(said(ofSchedules({ ...book(1204), states: { ...none, active: 1190, paused: 14 }, read: 200, failing: 3, never: 1 }))).toBe(
    '1,204 schedules. 1,190 are active and 14 are paused. Of the 200 newest, the last run of three failed and one has not run yet.',
  );
  expect(said(ofSchedules({ ...book(10_000), more: true, states: { ...none, active: 10_000, paused: 2 }, read: 200 }))).toBe(
    'More than 10,000 schedules. More than 10,000 are active and two are paused.',
  );
});

test('what today cost is said with what the sum leaves out', () => {
  const today = (spent: Spent) => ofSchedules({ ...book(2), today: spent }).more;
  expect(today({ runs: 320, costUsd: 20.59, unknownRuns: 0 })).toBe('Today has cost $20.59 so far.');
  expect(today({ runs: 1, costUsd: 0, unknownRuns: 0 })).toBe('Today has cost nothing so far.');
  expect(today({ runs: 320, costUsd: 12, unknownRuns: 2 })).toBe('Today has cost $12 so far, not counting what nobody knows of two runs.');
  expect(today({ runs: 3, costUsd: 0, unknownRuns: 3 })).toBe('Nobody knows what today has cost.');
  expect(today({ runs: 200, of: 4120, costUsd: 0.5, unknownRuns: 0 })).toBe('The 200 newest of 4,120 runs today cost $0.50.');
  expect(today({ runs: 0, costUsd: 0, unknownRuns: 0 })).toBe('');
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
