import { expect, test } from 'vitest';
import { after, turn, type Seen, type Sight } from './sight';

const TABLE: [Sight, Seen, Sight][] = [
  ['following', 'shown', 'following'],
  ['following', 'hidden', 'lingering'],
  ['following', 'lingered', 'following'],
  ['following', 'away', 'resting'],
  ['lingering', 'shown', 'following'],
  ['lingering', 'hidden', 'lingering'],
  ['lingering', 'lingered', 'resting'],
  ['lingering', 'away', 'resting'],
  ['resting', 'shown', 'following'],
  ['resting', 'hidden', 'resting'],
  ['resting', 'lingered', 'resting'],
  ['resting', 'away', 'resting'],
];

test.each(TABLE)('%s, then %s: %s', (sight, seen, expected) => {
  expect(after(sight, seen)).toBe(expected);
});

test.each([
  ['following', 'lingering', 'stay'],
  ['following', 'resting', 'stop'],
  ['lingering', 'following', 'stay'],
  ['lingering', 'resting', 'stop'],
  ['resting', 'following', 'start'],
  ['resting', 'resting', 'stay'],
] as const)('from %s to %s: %s', (from, to, expected) => {
  expect(turn(from, to)).toBe(expected);
});

test('every path ends in as many stops as starts, so that no stream is left open', () => {
  for (const a of TABLE) {
    for (const b of TABLE) {
      const way: Seen[] = ['shown', a[1], b[1], 'away'];
      let sight: Sight = 'resting';
      const done = way.map((seen) => {
        const from = sight;
        sight = after(sight, seen);
        return turn(from, sight);
      });
      const count = (which: string) => done.filter((each) => each === which).length;
      expect(count('start'), way.join(', ')).toBe(count('stop'));
    }
  }
});
