import type { ReactNode } from 'react';
import { useWide } from '../frame/wide';

/** The name of what the pane shows. Keys put the focus on it; where the pane is a page it is that page's heading. */
export function PaneTitle({ children }: { children: ReactNode }) {
  const Heading = useWide() ? 'h2' : 'h1';
  return (
    <Heading className="title" id="pane" tabIndex={-1}>
      {children}
    </Heading>
  );
}

/** A heading under the title, over a hairline. */
export function PaneHeading({ children, first = false }: { children: ReactNode; first?: boolean }) {
  const Heading = useWide() ? 'h3' : 'h2';
  return <Heading className={first ? 'h' : 'h gap'}>{children}</Heading>;
}
