import { useMemo, useRef, useState } from 'react';
import { Link, useLocation } from 'wouter';
import { Older } from '../book/Older';
import { Trouble } from '../book/Trouble';
import { useMinute, useSettled } from '../clock/clock';
import { useZone } from '../clock/zone';
import type { Schedule } from '../contract/client';
import type { ScheduleFilter } from '../contract/queries';
import { useTitle } from '../frame/title';
import { FirstRun } from '../first-run/FirstRun';
import { useSelection } from '../keys/selection';
import { count } from '../words/money';
import { byNextRun, type Group } from './groups';
import { NewSchedule } from './NewSchedule';
import { ScheduleList } from './ScheduleList';
import { SchedulePane } from './SchedulePane';
import './schedules.css';
import { useFinding } from './useFinding';
import { EVERY, useLoadedSchedules } from './useLoadedSchedules';

const STATES = [
  { status: 'ALL', says: 'All' },
  { status: 'ACTIVE', says: 'Active' },
  { status: 'PAUSED', says: 'Paused' },
] as const;

/** Every schedule on the left, ordered by what comes next; the selected one explained on the right. */
export function SchedulesScreen({ named }: { named: string | undefined }) {
  const every = useLoadedSchedules(EVERY);
  useTitle('Schedules');
  if (every.query.isPending) return <main className="split" aria-busy="true" />;
  if (every.query.isError && every.total === undefined) {
    return (
      <main className="one">
        <Trouble error={every.query.error} again={() => void every.query.refetch()} />
      </main>
    );
  }
  if (every.total?.total_count === 0) return <FirstRun />;
  return <Book named={named} />;
}

function Book({ named }: { named: string | undefined }) {
  const [, go] = useLocation();
  const [status, setStatus] = useState<ScheduleFilter['status']>('ALL');
  const [search, setSearch] = useState('');
  const searchBox = useRef<HTMLInputElement>(null);
  const finding = useFinding();
  const { query, loaded, total } = useLoadedSchedules({ status, search: useSettled(search.trim(), 200) });
  const zone = useZone();
  const minute = useMinute();
  // A list that is not whole cannot be ordered by what comes next: it stays as the server gave it.
  const groups = useMemo(
    () => (query.hasNextPage ? [newest(loaded, total)] : byNextRun(loaded, minute, zone)),
    [loaded, total, query.hasNextPage, minute, zone],
  );
  const ids = useMemo(() => groups.flatMap((group) => group.schedules.map((schedule) => schedule.schedule_id)), [groups]);
  const writing = named === 'new';
  const { selected, open, select, enter } = useSelection('/schedules', named, ids, [
    { keys: ['n'], show: 'n', says: 'new', run: () => go('/schedules/new'), footer: true },
    { keys: ['/'], show: '/', says: 'search', run: () => searchBox.current?.focus(), footer: true },
  ]);
  return (
    <main className="split" data-open={open}>
      <div className="page">
        <header className="head">
          <h1 className="voice grow">
            {finding.say} <span className="q">{finding.more}</span>
          </h1>
          <Link className="btn first" href="/schedules/new">
            New schedule <kbd>n</kbd>
          </Link>
        </header>
        <search className="bar pull">
          <label className="srch">
            <kbd aria-hidden="true">/</kbd>
            <span className="vh">Search schedules by name</span>
            <input
              ref={searchBox}
              type="search"
              placeholder="Search by name"
              value={search}
              onChange={(event) => setSearch(event.target.value)}
              onKeyDown={(event) => event.key === 'Escape' && event.currentTarget.blur()}
            />
          </label>
          <div className="flt" role="group" aria-label="State">
            {STATES.map((state) => (
              <button type="button" key={state.status} aria-pressed={status === state.status} onClick={() => setStatus(state.status)}>
                {state.says}
              </button>
            ))}
          </div>
        </search>
        {query.isError && <Trouble error={query.error} again={() => void query.refetch()} />}
        {loaded.length === 0 && !query.isPending && !query.isError ? (
          <NoMatch search={search} status={status} forget={() => (setSearch(''), setStatus('ALL'))} />
        ) : (
          <ScheduleList groups={groups} selected={writing ? undefined : selected} select={select} enter={enter} />
        )}
        <Older
          pages={query}
          shown={loaded.length}
          total={total?.total_count ?? 0}
          exceeded={total?.total_count_exceeded === true}
          thing="schedules"
          more="Once all are shown, they stand in the order in which they are due. The search looks through all of them."
        />
      </div>
      <aside className="leaf" aria-label={writing ? 'New schedule' : 'The selected schedule'}>
        <Link className="link sm back" href="/schedules">
          ‹ Schedules
        </Link>
        {writing ? <NewSchedule /> : selected && <SchedulePane key={selected} scheduleId={selected} />}
      </aside>
    </main>
  );
}

/** A list that is read in part is called what it is. */
function newest(schedules: Schedule[], total: { total_count: number; total_count_exceeded?: boolean } | undefined): Group<Schedule> {
  const all = `${total?.total_count_exceeded === true ? 'more than ' : ''}${count(total?.total_count ?? schedules.length)}`;
  return { title: `The ${count(schedules.length)} newest`, says: `of ${all}, newest first`, schedules };
}

function NoMatch({ search, status, forget }: { search: string; status: string; forget: () => void }) {
  return (
    <div className="trouble">
      <h2 className="title">
        No {status === 'ALL' ? '' : `${status.toLowerCase()} `}schedule{search && ` has “${search}” in its name`}.
      </h2>
      <div className="acts">
        <button type="button" className="btn" onClick={forget}>
          Show all
        </button>
      </div>
    </div>
  );
}
