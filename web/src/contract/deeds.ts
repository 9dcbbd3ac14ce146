/** What people do to schedules and sessions, each with what must be read afresh after it. */

import { useMutation, useQueryClient } from '@tanstack/react-query';
import { tell } from '../notice/notice';
import { server, told, type Schedule, type ScheduleDraft } from './client';
import { refusal } from './problem';

function useDeed<In, Out>(act: (input: In) => Promise<Out>, after: (result: Out, input: In) => void, quietly = false) {
  const known = useQueryClient();
  return useMutation({
    mutationFn: act,
    onSuccess: (result, input) => {
      after(result, input);
      for (const key of ['schedules', 'runs', 'ledger']) void known.invalidateQueries({ queryKey: [key] });
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
    (paused) => tell({ text: `“${paused.name}” is paused.`, failed: false }),
    true,
  );
}

export function useResume() {
  return useDeed(
    ({ schedule_id }: Schedule) =>
      told(server.POST('/api/v1/schedules/{schedule_id}/resume', { params: { path: { schedule_id } }, body: {} })),
    (resumed) => tell({ text: `“${resumed.name}” goes on.`, failed: false }),
  );
}

export function useDelete() {
  return useDeed(
    ({ schedule_id }: Schedule) =>
      told(server.DELETE('/api/v1/schedules/{schedule_id}', { params: { path: { schedule_id } } })),
    (_, schedule) => tell({ text: `“${schedule.name}” is deleted. Its ledger stays.`, failed: false }),
    true,
  );
}

export function useCreate() {
  return useDeed(
    (draft: ScheduleDraft) => told(server.POST('/api/v1/schedules', { body: draft })),
    (created) => {
      const warning = created.warnings?.[0]?.message;
      tell({ text: warning ?? `“${created.name}” is in the book.`, failed: warning !== undefined });
    },
    true,
  );
}

/** Exchanges a key for the session's cookie; everything on the page belongs to whoever signed in. */
export function useSignIn() {
  const known = useQueryClient();
  return useMutation({
    mutationFn: (key: string) => told(server.POST('/api/v1/session', { body: { key } })),
    onSuccess: (who) => {
      known.clear();
      known.setQueryData(['session'], who);
    },
  });
}

export function useSignOut() {
  const known = useQueryClient();
  return useMutation({
    mutationFn: () => told(server.DELETE('/api/v1/session')),
    onSuccess: () => {
      known.clear();
      known.setQueryData(['session'], null);
    },
  });
}

/** Random enough for one press; crypto.randomUUID does not exist on plain HTTP. */
function pressId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return `web-${Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')}`;
}
