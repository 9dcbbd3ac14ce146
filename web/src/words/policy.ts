/** What a schedule does if something goes wrong, one clause each, to be read after "If". */

import type { Schedule } from '../contract/client';

export type Rules = Pick<
  Schedule,
  | 'overlap_policy'
  | 'catchup_policy'
  | 'catchup_window_seconds'
  | 'catchup_limit'
  | 'on_resume'
  | 'on_lost'
  | 'timeout_seconds'
>;

const OVERLAP: Record<string, string> = {
  skip: 'the previous run still runs, it is skipped',
  allow: 'the previous run still runs, both run',
};

export function rules(rules: Rules): string[] {
  return [
    OVERLAP[rules.overlap_policy] ?? `the previous run still runs: ${rules.overlap_policy}`,
    catchUp(rules),
    resume(rules.on_resume),
    rules.on_lost === 'retry'
      ? 'the server dies while it runs, it is called again with the same idempotency key'
      : 'the server dies while it runs, it has failed',
    `there is no answer within ${duration(rules.timeout_seconds)}, it has timed out`,
  ];
}

function catchUp({ catchup_policy, catchup_window_seconds, catchup_limit }: Rules): string {
  const within = `of the last ${duration(catchup_window_seconds).replace(/^1 /, '')}`;
  switch (catchup_policy) {
    case 'none':
      return 'the server was down, what was missed stays missed';
    case 'last':
      return `the server was down, only the newest missed run ${within} is made up`;
    case 'fire_immediately':
      return `the server was down, every missed run ${within} is made up at once, at most ${catchup_limit}`;
    default:
      return `the server was down: ${catchup_policy}`;
  }
}

function resume(onResume: string): string {
  switch (onResume) {
    case 'next':
    case 'none':
      return 'it was paused, it goes on with the next';
    case 'last':
      return 'it was paused, the newest that was held back runs first';
    case 'fire_immediately':
      return 'it was paused, all that was held back runs at once';
    default:
      return `it was paused: ${onResume}`;
  }
}

/** "1 hour", "90 seconds", "5 minutes": the largest unit that divides it. */
export function duration(seconds: number): string {
  for (const [size, unit] of [
    [86_400, 'day'],
    [3600, 'hour'],
    [60, 'minute'],
  ] as const) {
    if (seconds >= size && seconds % size === 0) {
      const n = seconds / size;
      return n === 1 ? `1 ${unit}` : `${n} ${unit}s`;
    }
  }
  return seconds === 1 ? '1 second' : `${seconds} seconds`;
}
