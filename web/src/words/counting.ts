/** Numbers in sentences: words up to twelve, figures above. */

const SMALL = ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven', 'twelve'];

/** "no", "one", "twelve", "13", "10,000". */
export function inWords(n: number): string {
  return SMALL[n] ?? new Intl.NumberFormat('en-GB').format(n);
}

/** "No", "One", "Twelve", "13": at the beginning of a sentence. */
export function InWords(n: number): string {
  return capital(inWords(n));
}

/** "one run", "two runs", "no runs". */
export function many(n: number, thing: string): string {
  return `${inWords(n)} ${n === 1 ? thing : `${thing}s`}`;
}

/** "once", "twice", "three times". */
export function times(n: number): string {
  if (n === 1) return 'once';
  return n === 2 ? 'twice' : `${inWords(n)} times`;
}

const ORDINALS = ['zeroth', 'first', 'second', 'third', 'fourth', 'fifth', 'sixth', 'seventh', 'eighth', 'ninth', 'tenth'];

/** "third", "13th". */
export function ordinal(n: number): string {
  const known = ORDINALS[n];
  if (known !== undefined) return known;
  const teen = n % 100 >= 11 && n % 100 <= 13;
  const suffix = teen ? 'th' : (['th', 'st', 'nd', 'rd'][n % 10] ?? 'th');
  return `${n}${suffix}`;
}

/** "a", "a and b", "a, b and c". */
export function list(parts: readonly string[]): string {
  if (parts.length < 2) return parts.join('');
  return `${parts.slice(0, -1).join(', ')} and ${parts.at(-1)}`;
}

export function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** A text of the server's as a sentence of its own, with one full stop. */
export function sentence(text: string): string {
  const trimmed = text.trim();
  return /[.!?…]$/.test(trimmed) ? capital(trimmed) : `${capital(trimmed)}.`;
}
