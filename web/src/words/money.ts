/** Money in the two inks: reported is ink, estimated is pencil with a `~`, unknown is a dash and never 0. */

export type CostSource = 'reported' | 'estimated' | 'unknown';

/** An amount as the server keeps it: USD with at most nine decimals, and where the number came from. */
export type Cost = { usd: number; source: 'reported' | 'estimated' } | { source: 'unknown' };

export const unknownCost: Cost = { source: 'unknown' };

export function cost(usd: number | null | undefined, source: string | null | undefined): Cost {
  if (usd === null || usd === undefined || source === 'unknown') return unknownCost;
  return { usd, source: source === 'estimated' ? 'estimated' : 'reported' };
}

/** "$20.59", "$12", "$0.42", "~$0.0342": for sentences, where trailing zeros say nothing. */
export function inSentence(amount: Cost): string {
  if (amount.source === 'unknown') return 'an unknown amount';
  return (amount.source === 'estimated' ? '~' : '') + plainUsd(amount.usd);
}

/** "$20.59", "$12", "$0.42", "$0.0342". */
export function plainUsd(usd: number): string {
  if (usd < 0) return `−${plainUsd(-usd)}`;
  if (usd === 0) return '$0';
  if (usd >= 0.995) return `$${grouped(usd, 2).replace(/\.00$/, '')}`;
  const digits = threeDigits(usd);
  return `$${digits.includes('.') ? trimmed(digits) : digits}`;
}

/** How many decimals a column shows: two from $1, else enough for three digits of its largest amount. */
export function columnDecimals(amounts: readonly Cost[]): number {
  let largest = 0;
  for (const amount of amounts) {
    if (amount.source !== 'unknown') largest = Math.max(largest, Math.abs(amount.usd));
  }
  if (largest === 0 || largest >= 1) return 2;
  return Math.min(9, decimalsForThreeDigits(largest));
}

/** An amount set for a column: `text` is seen, `pad` is as wide as the digits that are missing after the point. */
export type Figure = { text: string; pad: string; kind: CostSource };

/** Every figure of one column gets the same `decimals`, so that points stand under points. */
export function inColumn(amount: Cost, decimals: number): Figure {
  const empty = `.${'0'.repeat(decimals)}`;
  if (amount.source === 'unknown') return { text: '—', pad: empty, kind: 'unknown' };
  const mark = amount.source === 'estimated' ? '~' : '';
  if (amount.usd === 0) return { text: `${mark}$0`, pad: empty, kind: amount.source };
  const smallest = 10 ** -decimals;
  if (Math.abs(amount.usd) < smallest / 2) {
    return { text: `<${mark}$${grouped(smallest, decimals)}`, pad: '', kind: amount.source };
  }
  const sign = amount.usd < 0 ? '−' : '';
  return { text: `${mark}${sign}$${grouped(Math.abs(amount.usd), decimals)}`, pad: '', kind: amount.source };
}

/** The whole amount as the server stores it, for the hover: "$0.004200001". */
export function exactUsd(usd: number): string {
  return `$${trimmed(grouped(usd, 9))}`;
}

/** 1326932 becomes "1,326,932". */
export function count(n: number): string {
  return new Intl.NumberFormat('en-GB').format(n);
}

/** Tokens where three digits are enough: "9,694" stays, 200000 becomes "200 k". */
export function roundTokens(n: number): string {
  if (n < 10_000) return count(n);
  if (n < 1_000_000) return `${Math.round(n / 1000)} k`;
  return `${(n / 1_000_000).toFixed(2).replace(/0$/, '')} M`;
}

function threeDigits(usd: number): string {
  return usd.toFixed(Math.min(9, decimalsForThreeDigits(usd)));
}

/** toFixed and not a logarithm: 0.09996 is written 0.100 and so has one decimal less than 0.0999. */
function decimalsForThreeDigits(usd: number): number {
  if (usd >= 0.9995) return 2;
  let decimals = 3;
  while (decimals < 9 && Number(usd.toFixed(decimals)) * 10 ** (decimals - 2) < 1) decimals += 1;
  return decimals;
}

function trimmed(digits: string): string {
  return digits.replace(/(\.\d{2,}?)0+$/, '$1').replace(/\.00$/, '');
}

function grouped(usd: number, decimals: number): string {
  return new Intl.NumberFormat('en-GB', {
    minimumFractionDigits: decimals,
    maximumFractionDigits: decimals,
  }).format(usd);
}
