/** How full a context is: four levels, each with its word and its ink. Pure. */

import type { Ink } from '../words/outcome';

export type Fullness = { percent: number; word: string; ink: Ink };

/** Where each level begins, in percent. */
export const LEVELS = [
  { from: 0, word: 'roomy', ink: 'succeeded' },
  { from: 50, word: 'filling', ink: 'running' },
  { from: 75, word: 'tight', ink: 'missed' },
  { from: 90, word: 'nearly full', ink: 'failed' },
] as const;

export function fullness(used: number, max: number): Fullness {
  const share = max > 0 ? (100 * used) / max : 100;
  const level = LEVELS.findLast(({ from }) => share >= from) ?? LEVELS[0];
  return { percent: Math.min(100, share < 1 && used > 0 ? 1 : Math.round(share)), word: level.word, ink: level.ink };
}
