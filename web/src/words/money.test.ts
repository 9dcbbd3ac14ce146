import { expect, test } from 'vitest';
import { columnDecimals, cost, exactUsd, inColumn, inSentence, plainUsd, roundTokens, unknownCost } from './money';

const reported = (usd: number) => cost(usd, 'reported');

test('an unknown cost is a dash and never a zero', () => {
  expect(inColumn(cost(null, 'unknown'), 2).text).toBe('—');
  expect(inColumn(cost(undefined, undefined), 2).text).toBe('—');
  expect(inColumn(cost(0, 'unknown'), 2).text).toBe('—');
  expect(inSentence(unknownCost)).toBe('an unknown amount');
});

test('a reported zero is a zero', () => {
  expect(inColumn(reported(0), 3)).toEqual({ text: '$0', pad: '.000', kind: 'reported' });
});

test('an estimate carries its mark', () => {
  expect(inSentence(cost(0.37, 'estimated'))).toBe('~$0.37');
  expect(inColumn(cost(0.37, 'estimated'), 3)).toEqual({ text: '~$0.370', pad: '', kind: 'estimated' });
});

test('a sentence drops zeros that say nothing', () => {
  expect(plainUsd(0.42)).toBe('$0.42');
  expect(plainUsd(0.5)).toBe('$0.50');
  expect(plainUsd(12)).toBe('$12');
  expect(plainUsd(12.5)).toBe('$12.50');
  expect(plainUsd(20.594)).toBe('$20.59');
  expect(plainUsd(1234567.891)).toBe('$1,234,567.89');
  expect(plainUsd(0.0342)).toBe('$0.0342');
  expect(plainUsd(0.005204)).toBe('$0.0052');
  expect(plainUsd(0.9999)).toBe('$1');
  expect(plainUsd(0.000000001)).toBe('$0.000000001');
  expect(plainUsd(0)).toBe('$0');
});

test('a column takes its precision from its largest amount', () => {
  expect(columnDecimals([reported(207.86), reported(0.0052)])).toBe(2);
  expect(columnDecimals([reported(0.42), reported(0.0052)])).toBe(3);
  expect(columnDecimals([reported(0.0342)])).toBe(4);
  expect(columnDecimals([reported(0.00618)])).toBe(5);
  expect(columnDecimals([reported(0.09996)])).toBe(3);
  expect(columnDecimals([unknownCost])).toBe(2);
  expect(columnDecimals([])).toBe(2);
});

test('figures of a column are as wide as each other after the point', () => {
  const amounts = [reported(12), reported(0.4), unknownCost, reported(0), cost(3.14159, 'estimated')];
  const decimals = columnDecimals(amounts);
  for (const figure of amounts.map((amount) => inColumn(amount, decimals))) {
    const whole = figure.text + figure.pad;
    expect(whole.length - whole.indexOf('.')).toBe(decimals + 1);
  }
});

test('what is too small for its column is said to be smaller, not zero', () => {
  expect(inColumn(reported(0.0004), 2).text).toBe('<$0.01');
});

test('the hover has every digit', () => {
  expect(exactUsd(0.004200001)).toBe('$0.004200001');
  expect(exactUsd(1.5)).toBe('$1.50');
  expect(exactUsd(2)).toBe('$2');
});

test('tokens are rounded only where nobody counts them', () => {
  expect(roundTokens(9694)).toBe('9,694');
  expect(roundTokens(200_000)).toBe('200 k');
  expect(roundTokens(1_000_000)).toBe('1.0 M');
});
