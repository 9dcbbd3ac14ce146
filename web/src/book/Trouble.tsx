import { refusal } from '../contract/problem';
import { sentence } from '../words/counting';

/** The title of what is not there. */
export const NO_SUCH_PAGE = 'There is no such page in the book.';

/** What could not be read, why, and how to try again. */
export function Trouble({ error, again }: { error: unknown; again?: () => void }) {
  const refused = refusal(error);
  return (
    <div className="trouble" role="alert">
      <h2 className="title">{refused.status === 404 ? NO_SUCH_PAGE : 'The book could not be read.'}</h2>
      <p className="say-15 q">{sentence(refused.message)}</p>
      {refused.problem?.trace_id && (
        <p className="f sm">
          Trace <span className="mono">{refused.problem.trace_id}</span>
        </p>
      )}
      {again && refused.status !== 404 && (
        <div className="acts">
          <button type="button" className="btn" onClick={again}>
            Try again
          </button>
        </div>
      )}
    </div>
  );
}
