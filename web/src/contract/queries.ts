/** Everything the page knows of the server, by name. Screens read through these and keep no copies. */

import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query';
import { now } from '../clock/clock';
import { startOfDay } from '../words/time';
import { server, told, type RunStatus, type ScheduleDraft, type TriggerType, type WhoAmI } from './client';
import { Refused } from './problem';

/** One page of schedules holds what most people have, so that it can be ordered by what comes next. */
const SCHEDULES_PAGE = 200;
const RUNS_PAGE = 50;
const LEDGER_PAGE = 20;
/** The most that the server gives at once. */
const TODAY_PAGE = 200;

export type ScheduleFilter = { status: 'ALL' | 'ACTIVE' | 'PAUSED'; search: string };
export type RunFilter = {
  schedule_id?: string | undefined;
  status?: RunStatus | undefined;
  trigger_type?: TriggerType | undefined;
};

type Paged = { next_page_token?: string };
const first: string | undefined = undefined;
const paging = {
  initialPageParam: first as string | undefined,
  getNextPageParam: (page: Paged) => page.next_page_token,
};

function tokenOf(token: string | undefined): { page_token?: string } {
  return token === undefined ? {} : { page_token: token };
}

/** Who is signed in; null when nobody is. */
export const session = queryOptions({
  queryKey: ['session'],
  queryFn: async (): Promise<WhoAmI | null> => {
    try {
      return await told(server.GET('/api/v1/session'));
    } catch (error) {
      if (error instanceof Refused && error.status === 401) return null;
      throw error;
    }
  },
  staleTime: 60_000,
});

export function schedules({ status, search }: ScheduleFilter) {
  return infiniteQueryOptions({
    queryKey: ['schedules', 'list', status, search],
    queryFn: ({ pageParam }) =>
      told(
        server.GET('/api/v1/schedules', {
          params: { query: { status, page_size: SCHEDULES_PAGE, ...(search && { search }), ...tokenOf(pageParam) } },
        }),
      ),
    ...paging,
    placeholderData: keepPreviousData,
  });
}

/** How many schedules there are in a status, by the server's own count. */
export function scheduleCount(status: string) {
  return queryOptions({
    queryKey: ['schedules', 'count', status],
    queryFn: () => told(server.GET('/api/v1/schedules', { params: { query: { status, page_size: 1 } } })),
    select: ({ total_count }) => total_count,
  });
}

export function schedule(scheduleId: string) {
  return queryOptions({
    queryKey: ['schedules', 'one', scheduleId],
    queryFn: () => told(server.GET('/api/v1/schedules/{schedule_id}', { params: { path: { schedule_id: scheduleId } } })),
  });
}

export function ledger(scheduleId: string) {
  return infiniteQueryOptions({
    queryKey: ['ledger', scheduleId],
    queryFn: ({ pageParam }) =>
      told(
        server.GET('/api/v1/schedules/{schedule_id}/ledger', {
          params: { path: { schedule_id: scheduleId }, query: { page_size: LEDGER_PAGE, ...tokenOf(pageParam) } },
        }),
      ),
    ...paging,
  });
}

/** The next instants of a schedule as the engine will fire them; `next` only says when to ask again. */
export function upcoming(
  scheduleId: string,
  trigger: NonNullable<ScheduleDraft['trigger']>,
  dst: NonNullable<ScheduleDraft['dst']>,
  next: string | undefined,
) {
  return queryOptions({
    queryKey: ['upcoming', scheduleId, trigger, dst, next],
    queryFn: () => told(server.POST('/api/v1/schedules/preview', { body: { schedule: { trigger, dst }, count: 2 } })),
    placeholderData: keepPreviousData,
  });
}

export function preview(draft: ScheduleDraft) {
  return queryOptions({
    queryKey: ['preview', draft],
    queryFn: () => told(server.POST('/api/v1/schedules/preview', { body: { schedule: draft, count: 3 } })),
    placeholderData: keepPreviousData,
    retry: false,
  });
}

export function runs(filter: RunFilter) {
  return infiniteQueryOptions({
    queryKey: ['runs', 'list', filter],
    queryFn: ({ pageParam }) =>
      told(
        server.GET('/api/v1/runs', {
          params: { query: { page_size: RUNS_PAGE, ...present(filter), ...tokenOf(pageParam) } },
        }),
      ),
    ...paging,
    placeholderData: keepPreviousData,
  });
}

/** How many runs match, by the server's own count; `today` in the zone of the page. */
export function runCount(status: string, today: { zone: string } | undefined) {
  return queryOptions({
    queryKey: ['runs', 'count', status, today?.zone],
    queryFn: () => {
      const from = today && { from: new Date(startOfDay(now(), today.zone)).toISOString() };
      return told(server.GET('/api/v1/runs', { params: { query: { page_size: 1, ...(status && { status }), ...from } } }));
    },
    select: ({ total_count }) => total_count,
    placeholderData: keepPreviousData,
  });
}

/** The newest runs of today, for what they cost. Events do not make it old: a schedule of every second would read it every second. */
export function newestToday(zone: string) {
  return queryOptions({
    queryKey: ['today', zone],
    queryFn: () => {
      const from = new Date(startOfDay(now(), zone)).toISOString();
      return told(server.GET('/api/v1/runs', { params: { query: { page_size: TODAY_PAGE, from } } }));
    },
    refetchInterval: 20_000,
    placeholderData: keepPreviousData,
  });
}

export function run(runId: string) {
  return queryOptions({
    queryKey: ['runs', 'one', runId],
    queryFn: () => told(server.GET('/api/v1/runs/{run_id}', { params: { path: { run_id: runId } } })),
  });
}

export const agents = queryOptions({
  queryKey: ['agents'],
  queryFn: () => told(server.GET('/api/v1/agents', { params: { query: { page_size: 200 } } })),
  staleTime: 30_000,
});

function present<T extends object>(filter: T): { [K in keyof T]?: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(filter).filter(([, value]) => value !== undefined)) as never;
}
