import { useInfiniteQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { Link, useSearch } from 'wouter';
import { Older } from '../book/Older';
import { Trouble } from '../book/Trouble';
import { runs } from '../contract/queries';
import { useTitle } from '../frame/title';
import { useSelection } from '../keys/selection';
import { Filter } from './Filter';
import { filterOf } from './filterOf';
import { Receipt } from './Receipt';
import { RunList } from './RunList';
import './runs.css';
import { useFinding } from './useFinding';

/** Every run on the left, newest first; the receipt of the selected one on the right. */
export function RunsScreen({ named }: { named: string | undefined }) {
  const search = useSearch();
  const filter = useMemo(() => filterOf(new URLSearchParams(search)), [search]);
  const query = useInfiniteQuery(runs(filter));
  const loaded = useMemo(() => query.data?.pages.flatMap((page) => page.runs) ?? [], [query.data]);
  const ids = useMemo(() => loaded.map((run) => run.run_id), [loaded]);
  const { selected, open, select, enter } = useSelection('/runs', named, ids, []);
  const finding = useFinding();
  useTitle('Runs');
  const total = query.data?.pages[0];
  return (
    <main className="split" data-open={open}>
      <div className="page">
        <header className="head">
          <h1 className="voice grow">
            {finding?.say} <span className="q">{finding?.more}</span>
          </h1>
        </header>
        <Filter filter={filter} />
        {query.isError && <Trouble error={query.error} again={() => void query.refetch()} />}
        {total?.total_count === 0 ? (
          <Empty filtered={search !== ''} />
        ) : (
          <RunList runs={loaded} selected={selected} select={select} enter={enter} />
        )}
        <Older
          pages={query}
          shown={loaded.length}
          total={total?.total_count ?? 0}
          exceeded={total?.total_count_exceeded === true}
          thing="runs"
        />
      </div>
      <aside className="leaf" aria-label="The selected run">
        <Link className="link sm back" href={`/runs${search && `?${search}`}`}>
          ‹ Runs
        </Link>
        {selected && <Receipt key={selected} runId={selected} />}
      </aside>
    </main>
  );
}

function Empty({ filtered }: { filtered: boolean }) {
  return (
    <div className="trouble">
      <h2 className="title">{filtered ? 'No run is like that.' : 'Nothing has run yet.'}</h2>
      <p className="say-15 q">
        {filtered
          ? 'There are others.'
          : 'A run appears here the moment a schedule is due, or when somebody triggers one.'}
      </p>
      <div className="acts">
        <Link className="btn" href={filtered ? '/runs' : '/schedules'}>
          {filtered ? 'Show all runs' : 'Open the schedules'}
        </Link>
      </div>
    </div>
  );
}
