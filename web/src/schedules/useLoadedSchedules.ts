import { useInfiniteQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { Schedule } from '../contract/client';
import { schedules, type ScheduleFilter } from '../contract/queries';

export const EVERY: ScheduleFilter = { status: 'ALL', search: '' };

/** The pages of a list of schedules that were read so far. */
export function useLoadedSchedules(filter: ScheduleFilter) {
  const query = useInfiniteQuery(schedules(filter));
  const loaded: Schedule[] = useMemo(() => query.data?.pages.flatMap((page) => page.schedules) ?? [], [query.data]);
  return { query, loaded, total: query.data?.pages[0] };
}

/** The zones in which the reader's schedules are written. */
export function useLoadedZones(): string[] {
  const { loaded } = useLoadedSchedules(EVERY);
  return useMemo(() => [...new Set(loaded.flatMap((schedule) => schedule.timezone ?? []))], [loaded]);
}
