import type { ReactNode } from 'react';
import { Link } from 'wouter';
import { rowLink } from '../keys/selection';

/** The name of a line, as a link. A click selects the line; Enter goes into the pane as well. */
export function RowLink({
  id,
  to,
  current,
  enter,
  children,
}: {
  id: string;
  to: string;
  current: boolean;
  enter: (id: string) => void;
  children: ReactNode;
}) {
  return (
    <Link
      id={rowLink(id)}
      href={to}
      className="row-link"
      aria-current={current}
      onClick={(event) => {
        if (event.metaKey || event.ctrlKey || event.shiftKey) return;
        event.preventDefault();
        // A click that no pointer made is the Enter key: the row itself handles the others.
        if (event.detail === 0) {
          event.stopPropagation();
          enter(id);
        }
      }}
    >
      {children}
    </Link>
  );
}
