import { useQuery } from '@tanstack/react-query';
import { scheduleCount } from '../contract/queries';
import { ofSchedules, type Finding } from '../words/finding';
import { totals } from './groups';
import { EVERY, useLoadedSchedules } from './useLoadedSchedules';

/** The sentence of this screen: from the whole list where it is loaded, else from the server's counts. */
export function useFinding(): Finding {
  const { query, loaded, total } = useLoadedSchedules(EVERY);
  const whole = !query.hasNextPage;
  const paused = useQuery({ ...scheduleCount('PAUSED'), enabled: !whole });
  const ended = useQuery({ ...scheduleCount('COMPLETED'), enabled: !whole });
  const quarantined = useQuery({ ...scheduleCount('QUARANTINED'), enabled: !whole });
  const all = { total: total?.total_count ?? 0, more: total?.total_count_exceeded === true };
  if (whole) return ofSchedules({ ...all, ...totals(loaded) });
  return ofSchedules({
    ...all,
    paused: paused.data?.total,
    ended: ended.data?.total,
    quarantined: quarantined.data?.total,
  });
}
