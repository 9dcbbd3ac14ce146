type Pages = {
  hasNextPage: boolean;
  isFetchingNextPage: boolean;
  fetchNextPage: () => unknown;
};

/** The end of a list: how much of it is shown, and a button for the page after. */
export function Older({ pages, shown, total, exceeded, thing }: { pages: Pages; shown: number; total: number; exceeded: boolean; thing: string }) {
  if (!pages.hasNextPage && total <= shown) return null;
  const all = new Intl.NumberFormat('en-GB').format(total);
  return (
    <p className="older">
      {pages.hasNextPage && (
        <button type="button" className="btn" disabled={pages.isFetchingNextPage} onClick={() => void pages.fetchNextPage()}>
          Older {thing}
        </button>
      )}
      <span className="f sm">
        {shown} of {exceeded ? `more than ${all}` : all} {thing} are shown.
      </span>
    </p>
  );
}
