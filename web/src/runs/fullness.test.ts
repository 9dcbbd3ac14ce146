import { expect, test } from 'vitest';
import { fullness } from './fullness';

test('four levels have four words', () => {
  const of = (percent: number) => fullness(percent * 2000, 200_000).word;
  expect([0, 49, 50, 74.9, 75, 89.9, 90, 100].map(of)).toEqual([
    'roomy',
    'roomy',
    'filling',
    'filling',
    'tight',
    'tight',
    'nearly full',
    'nearly full',
  ]);
});

test('a context is never more than full, and never empty when something is in it', () => {
  expect(fullness(300, 200).percent).toBe(100);
  expect(fullness(1, 200_000).percent).toBe(1);
  expect(fullness(5, 0)).toEqual({ percent: 100, word: 'nearly full', ink: 'failed' });
});
