import { useQuery } from '@tanstack/react-query';
import { useLocation } from 'wouter';
import { schedule as scheduleQuery, type RunFilter } from '../contract/queries';
import { useLoadedSchedules, EVERY } from '../schedules/useLoadedSchedules';
import { outcome, spoken, STATUSES } from '../words/outcome';
import { searchOf, TRIGGERS } from './filterOf';

type Choice = { value: string; says: string };

/** The filter as a sentence whose words can be changed. */
export function Filter({ filter }: { filter: RunFilter }) {
  const [, go] = useLocation();
  const schedules = useScheduleChoices(filter.schedule_id);
  const change = (part: Partial<Record<keyof RunFilter, string>>) => go(`/runs${searchOf({ ...filter, ...part } as RunFilter)}`, { replace: true });
  return (
    <search className="said-filter">
      Runs of{' '}
      <Word label="Schedule" value={filter.schedule_id} any="any schedule" choices={schedules} choose={(schedule_id) => change({ schedule_id })} />, with{' '}
      <Word
        label="Outcome"
        value={filter.status}
        any="any outcome"
        choices={STATUSES.map((status) => ({ value: status, says: `outcome ${outcome(status).word}` }))}
        choose={(status) => change({ status })}
      />
      , begun by{' '}
      <Word
        label="Trigger"
        value={filter.trigger_type}
        any="any trigger"
        choices={TRIGGERS.map((trigger) => ({ value: trigger, says: spoken(trigger) }))}
        choose={(trigger_type) => change({ trigger_type })}
      />
      , newest first.
    </search>
  );
}

function Word({
  label,
  value,
  any,
  choices,
  choose,
}: {
  label: string;
  value: string | undefined;
  any: string;
  choices: readonly Choice[];
  choose: (value: string) => void;
}) {
  return (
    <select className={`choice ${value ? '' : 'any'}`} aria-label={label} value={value ?? ''} onChange={(event) => choose(event.target.value)}>
      <option value="">{any}</option>
      {choices.map((choice) => (
        <option key={choice.value} value={choice.value}>
          {choice.says}
        </option>
      ))}
    </select>
  );
}

/** The loaded schedules, and the chosen one even if it is not among them. */
function useScheduleChoices(chosen: string | undefined): Choice[] {
  const { loaded } = useLoadedSchedules(EVERY);
  const missing = chosen !== undefined && !loaded.some((schedule) => schedule.schedule_id === chosen);
  const { data } = useQuery({ ...scheduleQuery(chosen ?? ''), enabled: missing });
  const choices = loaded.map(({ schedule_id, name }) => ({ value: schedule_id, says: name }));
  if (missing) choices.push({ value: chosen, says: data?.name ?? 'a schedule that is gone' });
  return choices.sort((a, b) => a.says.localeCompare(b.says, 'en'));
}
