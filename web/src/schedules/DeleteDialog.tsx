import { useLocation } from 'wouter';
import { Dialog } from '../book/Dialog';
import type { Schedule } from '../contract/client';
import { useDelete } from '../contract/deeds';
import { refusal } from '../contract/problem';

/** Deleting cannot be taken back, so it is asked for; the ledger stays. */
export function DeleteDialog({ schedule, onClose }: { schedule: Schedule; onClose: () => void }) {
  const [, go] = useLocation();
  const remove = useDelete();
  return (
    <Dialog title={`Delete “${schedule.name}”?`} onClose={onClose}>
      <p className="say-15 q gap-s">
        It will not be due any more, and runs that wait are cancelled. Its ledger and its runs stay in the book. A schedule cannot be brought
        back; to stop it for a while, pause it.
      </p>
      {remove.error && <p className="note failed gap-s">{refusal(remove.error).message}</p>}
      <div className="acts">
        <button type="button" className="btn" onClick={onClose}>
          Keep it <kbd>esc</kbd>
        </button>
        <button
          type="button"
          className="btn grave"
          disabled={remove.isPending}
          onClick={() =>
            remove.mutate(schedule, {
              onSuccess: () => {
                onClose();
                go('/schedules');
              },
            })
          }
        >
          Delete for good
        </button>
      </div>
    </Dialog>
  );
}
