/** How high the marks of a strip stand. Pure. */

/** The width of one line in the strip. */
export const SLOT = 16;
const LOWEST = 4;
const HIGHEST = 26;

/** Proportional to the duration, so that an unusual run is seen at once; what has none yet is as low as can be seen. */
export function heights(durations: readonly (number | undefined)[]): number[] {
  const longest = Math.max(1, ...durations.map((duration) => duration ?? 0));
  return durations.map((duration) => Math.max(LOWEST, Math.round((HIGHEST * (duration ?? 0)) / longest)));
}
