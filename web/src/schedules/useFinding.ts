import { useQuery } from '@tanstack/react-query';
import { useZone } from '../clock/zone';
import { newestToday, scheduleCount } from '../contract/queries';
import { ofSchedules, type Finding, type States } from '../words/finding';
import { totals } from './groups';
import { spentBy } from './spent';
import { EVERY, useLoadedSchedules } from './useLoadedSchedules';

/** The sentence of this screen: from the whole list where it is loaded, else from the server's counts and the part that is. */
export function useFinding(): Finding {
  const { query, loaded, total } = useLoadedSchedules(EVERY);
  const whole = !query.hasNextPage;
  const counted = useCounted(!whole);
  const { data: newest } = useQuery(newestToday(useZone()));
  const read = totals(loaded);
  return ofSchedules({
    ...read,
    total: total?.total_count ?? 0,
    more: total?.total_count_exceeded === true,
    states: whole ? read.states : counted,
    read: whole ? undefined : loaded.length,
    today: newest && spentBy(newest.runs, newest.total_count),
  });
}

function useCounted(enabled: boolean): States | undefined {
  const active = useQuery({ ...scheduleCount('ACTIVE'), enabled }).data;
  const paused = useQuery({ ...scheduleCount('PAUSED'), enabled }).data;
  const quarantined = useQuery({ ...scheduleCount('QUARANTINED'), enabled }).data;
  const ended = useQuery({ ...scheduleCount('COMPLETED'), enabled }).data;
  if (active === undefined || paused === undefined || quarantined === undefined || ended === undefined) return undefined;
  return { active, paused, quarantined, ended };
}
