/** Whether this page follows what happens: while somebody may see it, and a moment longer. Pure. */

/** `lingering` is hidden, but not for long enough to hang up: most who look away come back at once. */
export type Sight = 'following' | 'lingering' | 'resting';

/** `lingered`: it was hidden for LINGER_MS. `away`: the page was left, and the browser may keep it for the way back. */
export type Seen = 'shown' | 'hidden' | 'lingered' | 'away';

export const LINGER_MS = 5000;

export function after(sight: Sight, seen: Seen): Sight {
  switch (seen) {
    case 'shown':
      return 'following';
    case 'hidden':
      return sight === 'following' ? 'lingering' : sight;
    case 'lingered':
      return sight === 'lingering' ? 'resting' : sight;
    case 'away':
      return 'resting';
  }
}

/** What to do when one became the other. */
export type Turn = 'start' | 'stop' | 'stay';

export function turn(from: Sight, to: Sight): Turn {
  if ((from === 'resting') === (to === 'resting')) return 'stay';
  return to === 'resting' ? 'stop' : 'start';
}
