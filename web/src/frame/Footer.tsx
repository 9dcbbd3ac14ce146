import { useMinute } from '../clock/clock';
import { useZone } from '../clock/zone';
import { useOffered } from '../keys/keys';
import { zoneOutlook } from '../words/time';

/** Where the page says its zone, and its keys, each a button. */
export function Footer() {
  const zone = useZone();
  const outlook = zoneOutlook(useMinute(), zone);
  const keys = useOffered().filter((binding) => binding.footer);
  return (
    <footer className="foot">
      <span className="zone-says">
        Every time on this page is <b>{zone}</b>
        {outlook !== zone && `, ${outlook}`}
      </span>
      <span className="end">
        {keys.map((binding) => (
          <button type="button" className="key" key={binding.show} onClick={binding.run}>
            <kbd>{binding.show}</kbd>
            {binding.says}
          </button>
        ))}
      </span>
    </footer>
  );
}
