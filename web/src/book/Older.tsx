import { count } from '../words/money';

type Pages = {
  hasNextPage: boolean;
  isFetchingNextPage: boolean;
  fetchNextPage: () => unknown;
};

type Shown = { pages: Pages; shown: number; total: number; exceeded: boolean; thing: string; more?: string };

/** The end of a list, newest first: how much of it is shown, and a button for what is older. */
export function Older({ pages, shown, total, exceeded, thing, more }: Shown) {
  if (!pages.hasNextPage && total <= shown) return null;
  return (
    <p className="older">
      {pages.hasNextPage && (
        <button type="button" className="btn" disabled={pages.isFetchingNextPage} onClick={() => void pages.fetchNextPage()}>
          Show older {thing}
        </button>
      )}
      <span className="f sm">
        The {count(shown)} newest of {exceeded && 'more than '}
        {count(total)} {thing} are shown. {more}
      </span>
    </p>
  );
}
