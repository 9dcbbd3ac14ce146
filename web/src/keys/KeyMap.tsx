import { Dialog } from '../book/Dialog';
import { useOffered } from './keys';

/** Every key of this page, and what it does. */
export function KeyMap({ onClose }: { onClose: () => void }) {
  const offered = useOffered();
  return (
    <Dialog title="Keys of this page" onClose={onClose}>
      <table className="book keymap">
        <tbody>
          {offered.map((binding) => (
            <tr key={binding.show}>
              <th scope="row">
                <kbd>{binding.show}</kbd>
              </th>
              <td>{binding.says}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className="f sm gap-s">No key does anything while you type. Each has its button on the page.</p>
      <div className="acts">
        <button type="button" className="btn" onClick={onClose}>
          Close
        </button>
      </div>
    </Dialog>
  );
}
