import { useState } from 'react';
import { Dialog } from '../book/Dialog';
import { Field } from '../book/Field';
import type { Schedule } from '../contract/client';
import { usePause } from '../contract/deeds';
import { complaints } from '../contract/problem';

/** Asks why, since the ledger will give that reason for every occurrence that does not run. */
export function PauseDialog({ schedule, onClose }: { schedule: Schedule; onClose: () => void }) {
  const [reason, setReason] = useState('');
  const pause = usePause();
  const wrong = pause.error ? complaints(pause.error, { reason: ['/reason'] }) : undefined;
  return (
    <Dialog title={`Pause “${schedule.name}”`} onClose={onClose}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          pause.mutate({ schedule, reason: reason.trim() }, { onSuccess: onClose });
        }}
      >
        <Field name="Reason, which the ledger will give" wrong={wrong?.at.reason}>
          {(control) => (
            <input className="in" maxLength={1000} value={reason} onChange={(event) => setReason(event.target.value)} {...control} />
          )}
        </Field>
        <p className="say-15 q gap-s">Until somebody resumes it, each occurrence is skipped and says so. {resumed(schedule.on_resume)}</p>
        {wrong?.rest && <p className="note failed gap-s">{wrong.rest}</p>}
        <div className="acts">
          <button type="submit" className="btn first" disabled={pause.isPending}>
            Pause <kbd>↵</kbd>
          </button>
          <button type="button" className="btn plain" onClick={onClose}>
            Cancel <kbd>esc</kbd>
          </button>
        </div>
      </form>
    </Dialog>
  );
}

function resumed(onResume: string): string {
  if (onResume === 'last') return 'When it resumes, the newest of them runs first.';
  if (onResume === 'fire_immediately') return 'When it resumes, all of them run at once.';
  return 'When it resumes, it goes on with the next.';
}
