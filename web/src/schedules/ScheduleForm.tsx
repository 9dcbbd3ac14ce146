import { useQuery } from '@tanstack/react-query';
import { useId, useState } from 'react';
import { Field } from '../book/Field';
import { useSettled } from '../clock/clock';
import { ownZone } from '../clock/zone';
import type { ScheduleDraft } from '../contract/client';
import { useCreate } from '../contract/deeds';
import { complaints, type Complaints } from '../contract/problem';
import { agents, preview } from '../contract/queries';
import { Foreseen } from './Foreseen';

type Text = { name: string; cron: string; zone: string; agent: string; message: string };

/** Which parts of a body each field stands for. */
const POINTERS = {
  name: ['/name', '/schedule/name'],
  cron: ['/cron_expression', '/trigger', '/schedule/cron_expression', '/schedule/trigger'],
  zone: ['/timezone', '/trigger/timezone', '/schedule/timezone'],
  agent: ['/target'],
  message: ['/task_query'],
} satisfies Record<keyof Text, string[]>;

const EXAMPLES = [
  { says: 'every ten seconds', cron: '*/10 * * * * *' },
  { says: 'every minute', cron: '* * * * *' },
  { says: 'hourly', cron: '0 * * * *' },
  { says: 'weekdays at 09:00', cron: '0 9 * * 1-5' },
];

type Props = { initial?: Partial<Text>; onCreated: (created: { schedule_id: string }) => void; onCancel?: () => void; submit?: string };

/** A schedule in five fields. The server says it back in words before it is saved, and what is wrong at its field. */
export function ScheduleForm({ initial, onCreated, onCancel, submit = 'Create schedule' }: Props) {
  const [text, setText] = useState<Text>({ name: '', cron: '', zone: ownZone, agent: '', message: '', ...initial });
  const known = useQuery(agents);
  const names = known.data?.agents.map((agent) => agent.name) ?? [];
  const agent = text.agent || (names.includes('echo') ? 'echo' : (names[0] ?? ''));
  const create = useCreate();
  const wrong = create.error ? complaints(create.error, POINTERS) : undefined;
  const timing = useSettled(`${text.cron.trim()}\n${text.zone.trim()}`, 250);
  const foreseen = useForeseen(timing, wrong);
  const zones = useId();

  const set = (field: keyof Text) => (event: { target: { value: string } }) => {
    setText((before) => ({ ...before, [field]: event.target.value }));
    if (create.error) create.reset();
  };
  return (
    <form
      className="write"
      onSubmit={(event) => {
        event.preventDefault();
        create.mutate(draft({ ...text, agent }), { onSuccess: onCreated });
      }}
    >
      {wrong && <Summary wrong={wrong} />}
      <Field name="Name" wrong={wrong?.at.name}>
        {(control) => <input className="in" required maxLength={255} value={text.name} onChange={set('name')} {...control} />}
      </Field>
      <Field name="When, as a cron line" wrong={foreseen.wrong.cron} hint={<Foreseen cron={text.cron} foreseen={foreseen.data} />}>
        {(control) => (
          <>
            <input
              className="in mono"
              required
              maxLength={200}
              spellCheck={false}
              autoCapitalize="off"
              autoComplete="off"
              placeholder="0 9 * * 1-5"
              value={text.cron}
              onChange={set('cron')}
              {...control}
            />
            <p className="examples sm">
              {EXAMPLES.map((example) => (
                <button type="button" className="link" key={example.cron} onClick={() => set('cron')({ target: { value: example.cron } })}>
                  {example.says}
                </button>
              ))}
            </p>
          </>
        )}
      </Field>
      <Field name="Zone of that line" wrong={foreseen.wrong.zone}>
        {(control) => (
          <>
            <input
              className="in"
              required
              list={zones}
              spellCheck={false}
              autoCapitalize="off"
              autoComplete="off"
              value={text.zone}
              onChange={set('zone')}
              {...control}
            />
            <datalist id={zones}>
              {ZONES.map((zone) => (
                <option key={zone} value={zone} />
              ))}
            </datalist>
          </>
        )}
      </Field>
      <Field name="Agent" wrong={wrong?.at.agent} hint={names.length === 0 && known.isSuccess ? 'None is registered yet; until this one is, its occurrences are skipped.' : undefined}>
        {(control) =>
          names.length === 0 ? (
            <input className="in" required maxLength={127} spellCheck={false} value={agent} onChange={set('agent')} {...control} />
          ) : (
            <select className="in" value={agent} onChange={set('agent')} {...control}>
              {names.map((name) => (
                <option key={name}>{name}</option>
              ))}
            </select>
          )
        }
      </Field>
      <Field name="Message to the agent" wrong={wrong?.at.message}>
        {(control) => (
          <textarea className="in" required rows={3} maxLength={65_536} value={text.message} onChange={set('message')} {...control} />
        )}
      </Field>
      <div className="acts">
        <button type="submit" className="btn first" disabled={create.isPending}>
          {submit}
        </button>
        {onCancel && (
          <button type="button" className="btn plain" onClick={onCancel}>
            Cancel
          </button>
        )}
      </div>
    </form>
  );
}

const ZONES = ['UTC', ...Intl.supportedValuesOf('timeZone').filter((zone) => zone !== 'UTC')];

/** What the server's engine says of a line and a zone, and what it says is wrong with them. */
function useForeseen(timing: string, saved: Complaints<keyof Text> | undefined) {
  const [cron = '', zone = ''] = timing.split('\n');
  const asked = useQuery({ ...preview({ cron_expression: cron, timezone: zone }), enabled: cron !== '' && zone !== '' });
  const refused = asked.error ? complaints(asked.error, POINTERS) : undefined;
  return {
    data: cron === '' || asked.error ? undefined : asked.data,
    wrong: {
      cron: saved?.at.cron ?? refused?.at.cron ?? (cron !== '' && refused?.at.zone === undefined ? refused?.rest : undefined),
      zone: saved?.at.zone ?? refused?.at.zone,
    },
  };
}

function Summary({ wrong }: { wrong: Complaints<keyof Text> }) {
  const fields = Object.keys(wrong.at).length;
  return (
    <p className="note failed" role="alert">
      Not saved{fields > 0 ? `: ${fields === 1 ? 'one field' : `${fields} fields`}.` : '.'} {wrong.rest}
    </p>
  );
}

function draft({ name, cron, zone, agent, message }: Text): ScheduleDraft {
  return {
    name: name.trim(),
    cron_expression: cron.trim(),
    timezone: zone.trim(),
    task_query: message,
    ...(agent && { target: { type: 'agent', agent } }),
  };
}
