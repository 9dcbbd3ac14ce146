import { expect, test } from 'vitest';
import { ends, HEAD, TAIL, visible } from './visible';

test('ordinary text stays as it is', () => {
  expect(visible('Prices: 1,204\n\tü €42 你好')).toEqual([{ text: 'Prices: 1,204\n\tü €42 你好', hidden: false }]);
  expect(visible('')).toEqual([]);
  expect(visible('a\r\nb')).toEqual([{ text: 'a\nb', hidden: false }]);
});

test('a mark that turns the line around is named', () => {
  expect(visible('gpj.\u202eexe')).toEqual([
    { text: 'gpj.', hidden: false },
    { text: '\\u202e', hidden: true },
    { text: 'exe', hidden: false },
  ]);
});

test('escape codes, zero-width and tag characters are named', () => {
  const shown = visible('\u001b[31m\u200b\u{e0041}\u0000').map(({ text }) => text);
  expect(shown).toEqual(['\\u001b', '[31m', '\\u200b', '\\u{e0041}', '\\u0000']);
});

test('a huge answer keeps its beginning and its end', () => {
  const text = `${'a'.repeat(HEAD)}${'b'.repeat(100)}${'c'.repeat(TAIL)}`;
  expect(ends(text)).toEqual({ head: 'a'.repeat(HEAD), left: 100, tail: 'c'.repeat(TAIL) });
  expect(ends('short')).toEqual({ head: 'short', left: 0, tail: '' });
});
