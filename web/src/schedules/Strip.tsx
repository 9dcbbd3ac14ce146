import { Link } from 'wouter';
import type { Line } from '../contract/client';
import { count } from '../words/money';
import { outcome } from '../words/outcome';
import { heights, SLOT } from './heights';

const AXIS = 30;

/** The last lines, oldest first. Above the axis stands what ran, as high as it took long; below hangs what did not. */
export function Strip({ lines }: { lines: readonly Line[] }) {
  const marks = lines.toReversed();
  const tall = heights(marks.map((line) => line.duration_ms));
  const width = 24 * SLOT;
  const from = width - marks.length * SLOT;
  return (
    <svg className="strip" viewBox={`0 0 ${width} 44`} role="group" aria-label={`The last ${marks.length} lines, oldest first`}>
      <path className="axis" d={`M0 ${AXIS + 0.5}H${width}`} />
      {marks.map((line, at) => (
        <Link key={line.run_id} href={`/runs/${line.run_id}`} asChild>
          <a tabIndex={-1} aria-label={says(line)}>
            <title>{says(line)}</title>
            <rect className="slot" x={from + at * SLOT} y="0" width={SLOT} height="44" />
            <Mark line={line} x={from + at * SLOT + SLOT / 2} height={tall[at] ?? 0} />
          </a>
        </Link>
      ))}
    </svg>
  );
}

function Mark({ line, x, height }: { line: Line; x: number; height: number }) {
  const { ink } = outcome(line.status);
  const top = AXIS - height;
  switch (ink) {
    case 'succeeded':
      return <path className="tick" d={`M${x} ${AXIS}V${top}`} />;
    case 'failed':
      return <path className="failed wide" d={`M${x} ${AXIS}V${top}`} />;
    case 'running':
      return <path className="running wide dashed" d={`M${x} ${AXIS}V${AXIS - 24}`} />;
    case 'waiting':
      return <circle className="waiting" cx={x} cy={AXIS - 6} r="3" />;
    case 'missed':
      return <path className="missed solid" d={`M${x} ${AXIS + 4}l4.5 7h-9z`} />;
    case 'skipped':
      return <path className="skipped" d={line.covers > 1 ? `M${x - 6} ${AXIS + 3}v5h12v-5` : `M${x - 3} ${AXIS + 5}h6M${x - 3} ${AXIS + 8}h6`} />;
  }
}

function says(line: Line): string {
  const many = line.covers > 1 ? `, ${count(line.covers)} instants` : '';
  return `${outcome(line.status).word}, ${line.reason_text}${many}`;
}
