/** Text of a machine as text: what cannot be seen, or would turn the line around, is drawn by its name. */

export type Piece = { text: string; hidden: boolean };

// Controls but tab and newline, soft hyphen, zero-width and bidirectional marks, line separators, BOM, tags.
const UNSEEN =
  /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u00ad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]|[\u{e0000}-\u{e007f}]/gu;

export function visible(text: string): Piece[] {
  const pieces: Piece[] = [];
  let from = 0;
  for (const match of text.replaceAll('\r\n', '\n').matchAll(UNSEEN)) {
    if (match.index > from) pieces.push({ text: match.input.slice(from, match.index), hidden: false });
    pieces.push({ text: named(match[0]), hidden: true });
    from = match.index + match[0].length;
  }
  const rest = text.replaceAll('\r\n', '\n').slice(from);
  if (rest) pieces.push({ text: rest, hidden: false });
  return pieces;
}

/** At most so much of an answer is put on the page, from its beginning and from its end. */
export const HEAD = 64_000;
export const TAIL = 16_000;

/** The beginning, the end, and how many characters are left out between. */
export function ends(text: string): { head: string; left: number; tail: string } {
  if (text.length <= HEAD + TAIL) return { head: text, left: 0, tail: '' };
  return { head: text.slice(0, HEAD), left: text.length - HEAD - TAIL, tail: text.slice(-TAIL) };
}

function named(character: string): string {
  const code = character.codePointAt(0) ?? 0;
  return `\\u${code > 0xffff ? `{${code.toString(16)}}` : code.toString(16).padStart(4, '0')}`;
}
