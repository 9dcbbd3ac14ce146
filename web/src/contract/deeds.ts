/** What people do to schedules and sessions, each with what must be read afresh after it. */

import { useMutation, useQueryClient, type QueryClient } from '@tanstack/react-query';
import { tell } from '../notice/notice';
import { server, told, type Schedule, type ScheduleDraft, type WhoAmI } from './client';
import { refusal } from './problem';
import { session } from './queries';

/** What a deed makes old. */
const OLD: readonly unknown[] = ['schedules', 'runs', 'ledger'];

type Manner<In> = {
  /** The form that asked shows what was refused; else the notice does. */
  quietly?: boolean;
  /** The id of what is gone: asking for it once more would be refused. */
  gone?: (input: In) => string;
};

function useDeed<In, Out>(
  act: (input: In) => Promise<Out>,
  after: (result: Out, input: In) => void,
  { quietly = false, gone }: Manner<In> = {},
) {
  const known = useQueryClient();
  return useMutation({
    mutationFn: act,
    onSuccess: (result, input) => {
      after(result, input);
      const without = gone?.(input);
      void known.invalidateQueries({
        predicate: ({ queryKey: [kind, ...rest] }) => OLD.includes(kind) && (without === undefined || !rest.includes(without)),
      });
    },
    onError: (error) => {
      if (!quietly) tell({ text: refusal(error).message, failed: true });
    },
  });
}

export function useTrigger() {
  return useDeed(
    // One key for each press: a request that is sent twice by the network starts one run.
    ({ schedule_id }: Schedule) =>
      told(
        server.POST('/api/v1/schedules/{schedule_id}/trigger', {
          params: { path: { schedule_id }, header: { 'Idempotency-Key': pressId() } },
          body: {},
        }),
      ),
    (run, schedule) =>
      tell({
        text:
          run.status === 'SKIPPED'
            ? `“${schedule.name}” was not started: ${run.reason_text}.`
            : `“${schedule.name}” was triggered.`,
        failed: run.status === 'SKIPPED',
        link: { to: `/runs/${run.run_id}`, text: 'Open the run' },
      }),
  );
}

export function usePause() {
  return useDeed(
    ({ schedule: { schedule_id }, reason }: { schedule: Schedule; reason: string }) =>
      told(server.POST('/api/v1/schedules/{schedule_id}/pause', { params: { path: { schedule_id } }, body: { reason } })),
    (_, { schedule }) => tell({ text: `“${schedule.name}” is paused.`, failed: false }),
    { quietly: true },
  );
}

export function useResume() {
  return useDeed(
    ({ schedule_id }: Schedule) =>
      told(server.POST('/api/v1/schedules/{schedule_id}/resume', { params: { path: { schedule_id } }, body: {} })),
    (_, schedule) => tell({ text: `“${schedule.name}” goes on.`, failed: false }),
  );
}

export function useDelete() {
  return useDeed(
    ({ schedule_id }: Schedule) =>
      told(server.DELETE('/api/v1/schedules/{schedule_id}', { params: { path: { schedule_id } } })),
    (_, schedule) => tell({ text: `“${schedule.name}” is deleted. Its ledger stays.`, failed: false }),
    { quietly: true, gone: ({ schedule_id }) => schedule_id },
  );
}

export function useCreate() {
  return useDeed(
    (draft: ScheduleDraft) => told(server.POST('/api/v1/schedules', { body: draft })),
    (created, draft) => {
      const warning = created.warnings?.[0]?.message;
      tell({ text: warning ?? `“${draft.name}” is in the book.`, failed: warning !== undefined });
    },
    { quietly: true },
  );
}

/** Exchanges a key for the session's cookie; everything on the page belongs to whoever signed in. */
export function useSignIn() {
  const known = useQueryClient();
  return useMutation({
    mutationFn: (key: string) => told(server.POST('/api/v1/session', { body: { key } })),
    onSuccess: (who) => become(known, who),
  });
}

export function useSignOut() {
  const known = useQueryClient();
  return useMutation({
    mutationFn: () => told(server.DELETE('/api/v1/session')),
    onSuccess: () => become(known, null),
  });
}

/** Forgets what was read as somebody else. */
function become(known: QueryClient, who: WhoAmI | null): void {
  known.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'session' });
  known.setQueryData(session.queryKey, who);
}

/** Random enough for one press; crypto.randomUUID does not exist on plain HTTP. */
function pressId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return `web-${Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')}`;
}
