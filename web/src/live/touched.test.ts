import { expect, test } from 'vitest';
import { touched, type Activity } from './touched';

const activity = (type: string, data: Partial<Activity['data']> = {}) =>
  ({ specversion: '1.0', id: '1', source: '/carillon', type, time: '', datacontenttype: 'application/json', data: { actor: 'carillon', ...data } }) as Activity;

test('a run makes runs, counters and its ledger old', () => {
  expect(touched(activity('carillon.run.completed', { schedule_id: 's', run_id: 'r' }))).toEqual([
    ['runs'],
    ['schedules'],
    ['ledger', 's'],
  ]);
});

test('a schedule makes no run old', () => {
  expect(touched(activity('carillon.schedule.paused', { schedule_id: 's' }))).toEqual([['schedules'], ['ledger', 's']]);
});

test('what the page does not show makes nothing old', () => {
  expect(touched(activity('carillon.node.joined'))).toEqual([]);
});
