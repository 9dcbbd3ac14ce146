import { expect, test } from 'vitest';
import { heights } from './heights';

test('the longest run is the highest mark, and none disappears', () => {
  expect(heights([1000, 500, 1, undefined])).toEqual([26, 13, 4, 4]);
  expect(heights([])).toEqual([]);
  expect(heights([0, 0])).toEqual([4, 4]);
});
