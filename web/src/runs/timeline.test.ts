import { expect, test } from 'vitest';
import { moments } from './timeline';

const run = {
  scheduled_for: '2026-03-27T13:00:00Z',
  desired_at: '2026-03-27T13:00:00Z',
  queued_at: '2026-03-27T13:00:00.412Z',
  started_at: '2026-03-27T13:00:51.412Z',
  completed_at: '2026-03-27T13:02:29.412Z',
  agent: 'scout',
  attempt: 1,
};

test('each moment says how long after the one before it came', () => {
  expect(moments(run, 'Succeeded').map(({ name, passed }) => [name, passed])).toEqual([
    ['nominal', ''],
    ['desired', '+0.0 s'],
    ['queued', '+0.4 s'],
    ['started', '+51 s'],
    ['completed', '+1 m 38 s'],
  ]);
});

test('a run that somebody asked for has no nominal time', () => {
  const { scheduled_for: _nominal, completed_at: _end, ...asked } = run;
  expect(moments(asked, '').map(({ name }) => name)).toEqual(['asked for', 'queued', 'started']);
});

test('an occurrence that did not run has only its times', () => {
  const { queued_at: _queued, started_at: _started, ...skipped } = run;
  expect(moments(skipped, 'Skipped').map(({ name }) => name)).toEqual(['nominal', 'desired', 'completed']);
});
