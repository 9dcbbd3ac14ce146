import { expect, test } from 'vitest';
import { filterOf, searchOf } from './filterOf';

test('an address and its filter say the same', () => {
  const filter = { schedule_id: 'a b', status: 'FAILED', trigger_type: 'manual' } as const;
  expect(filterOf(new URLSearchParams(searchOf(filter)))).toEqual(filter);
  expect(searchOf({})).toBe('');
});

test('a value that does not exist is left out', () => {
  expect(filterOf(new URLSearchParams('status=EXPLODED&trigger_type=&schedule_id='))).toEqual({});
});
