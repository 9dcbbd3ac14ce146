import type { ReactNode } from 'react';
import { outcome, type Ink, type Shape } from '../words/outcome';

/** The shape of an outcome. It never stands alone: a word is beside it or hidden for screen readers. */
export function Glyph({ shape, ink, spin = false }: { shape: Shape; ink?: Ink; spin?: boolean }) {
  return (
    <svg className={['g', ink, spin && 'spin'].filter(Boolean).join(' ')} viewBox="0 0 14 14" aria-hidden="true">
      {SHAPES[shape]}
    </svg>
  );
}

/** A status as shape and word. */
export function Status({ status, word = true }: { status: string; word?: boolean }) {
  const { word: said, shape, ink } = outcome(status);
  return (
    <span className={`st ${ink}`}>
      <Glyph shape={shape} spin={shape === 'running'} />
      {word ? said : <span className="vh">{said}</span>}
    </span>
  );
}

const ring = { fill: 'none', stroke: 'currentColor' };
/** A mark cut out of a filled shape has the colour of the paper. */
const cut = { fill: 'none', stroke: 'var(--paper)', strokeWidth: 1.5 };

const SHAPES: Record<Shape, ReactNode> = {
  succeeded: <circle cx="7" cy="7" r="4" fill="currentColor" />,
  failed: (
    <>
      <rect x="2" y="2" width="10" height="10" rx="1" fill="currentColor" />
      <path d="M4.7 4.7l4.6 4.6M9.3 4.7L4.7 9.3" {...cut} />
    </>
  ),
  timed_out: (
    <>
      <rect x="2" y="2" width="10" height="10" rx="1" fill="currentColor" />
      <path d="M7 4v3.2h2.4" {...cut} />
    </>
  ),
  unknown: (
    <>
      <rect x="2.7" y="2.7" width="8.6" height="8.6" rx="1" {...ring} strokeWidth="1.4" strokeDasharray="2 1.4" />
      <path d="M7 5v2.6M7 8.6v1" {...ring} strokeWidth="1.4" />
    </>
  ),
  missed: <path d="M7 1.8L13 12H1z" fill="currentColor" />,
  skipped: (
    <>
      <circle cx="7" cy="7" r="4.6" {...ring} strokeWidth="1.4" />
      <path d="M3.8 10.2l6.4-6.4" {...ring} strokeWidth="1.4" />
    </>
  ),
  cancelled: (
    <>
      <circle cx="7" cy="7" r="4.6" {...ring} strokeWidth="1.4" />
      <path d="M5.2 5.2l3.6 3.6M8.8 5.2L5.2 8.8" {...ring} strokeWidth="1.4" />
    </>
  ),
  queued: <circle cx="7" cy="7" r="4.2" {...ring} strokeWidth="1.6" />,
  pending: <circle cx="7" cy="7" r="4.2" {...ring} strokeWidth="1.5" strokeDasharray="1.9 1.4" />,
  awaiting_approval: (
    <>
      <circle cx="7" cy="7" r="4.6" {...ring} strokeWidth="1.5" />
      <circle cx="7" cy="7" r="1.9" fill="currentColor" />
    </>
  ),
  running: (
    <>
      <circle cx="7" cy="7" r="4.6" {...ring} strokeWidth="1.4" />
      <path d="M7 2.4a4.6 4.6 0 0 1 0 9.2z" fill="currentColor" />
    </>
  ),
  paused: <path d="M4.6 3v8M9.4 3v8" stroke="currentColor" strokeWidth="2" />,
};
