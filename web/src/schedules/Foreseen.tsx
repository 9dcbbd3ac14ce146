import { Glyph } from '../book/Glyph';
import { When } from '../book/When';
import { useMinute } from '../clock/clock';
import { useZone } from '../clock/zone';
import type { Preview } from '../contract/client';
import { words } from '../words/account';
import { dayWord, instant } from '../words/time';

/** What a cron line means, when it is due next, and what to know about it: in the server's own words. */
export function Foreseen({ cron, foreseen }: { cron: string; foreseen: Preview | undefined }) {
  const page = useZone();
  const now = useMinute();
  if (cron.trim() === '' || foreseen === undefined) {
    return <>Five fields from minute to weekday, or six with seconds first.</>;
  }
  return (
    <div role="status">
      <p className="say-15 words">{words(foreseen)}.</p>
      {foreseen.next.length > 0 && (
        <p>
          Next:{' '}
          {foreseen.next.map(({ at }, index) => (
            <span key={at}>
              {index > 0 && ', '}
              {newDay(foreseen.next, index, page) && `${dayWord(instant(at), now, page)} `}
              <When at={at} zone={foreseen.timezone} />
            </span>
          ))}{' '}
          <span className="nw">{page}</span>
        </p>
      )}
      {foreseen.warnings.map((warning) => (
        <p className="warned" key={warning.code}>
          <Glyph shape="missed" />
          <span>{warning.message}</span>
        </p>
      ))}
    </div>
  );
}

function newDay(next: Preview['next'], index: number, zone: string): boolean {
  const before = next[index - 1];
  const here = next[index];
  if (before === undefined || here === undefined) return true;
  return dayWord(instant(before.at), instant(here.at), zone) !== 'today';
}
