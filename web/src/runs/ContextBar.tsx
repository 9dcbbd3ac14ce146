import { PaneHeading } from '../book/PaneTitle';
import { roundTokens } from '../words/money';
import { fullness, LEVELS } from './fullness';

const WIDTH = 384;

/** How full the agent's context was. */
export function ContextBar({ used, max }: { used: number | undefined; max: number | undefined }) {
  if (used === undefined || max === undefined) return null;
  const { percent, word, ink } = fullness(used, max);
  return (
    <section>
      <PaneHeading>Context</PaneHeading>
      <div className={`context ${ink}`}>
        <p className="level">
          <b>{word}</b>
          <span>
            <strong>{percent} %</strong> of {roundTokens(max)} tokens
          </span>
        </p>
        <svg viewBox={`0 0 ${WIDTH} 18`} role="img" aria-label={`Context ${percent} percent full: ${word}`}>
          <rect className="ground" y="3" width={WIDTH} height="12" />
          <rect y="3" width={(WIDTH * percent) / 100} height="12" fill="currentColor" />
          {LEVELS.slice(1).map(({ from }) => (
            <path key={from} className="limit" d={`M${(WIDTH * from) / 100} 0v18`} />
          ))}
        </svg>
        <p className="words sm" aria-hidden="true">
          {LEVELS.map((level) => (
            <span key={level.word} className={level.word === word ? 'on' : undefined}>
              {level.word}
            </span>
          ))}
        </p>
      </div>
    </section>
  );
}
