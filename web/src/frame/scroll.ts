/** Where the list scrolls by itself, the keys that scroll a page scroll it, for as long as the focus is nowhere else. */

import { useEffect } from 'react';
import { isWide } from './wide';

export function useScrollKeys(): void {
  useEffect(() => {
    addEventListener('keydown', scroll);
    return () => removeEventListener('keydown', scroll);
  }, []);
}

function scroll(event: KeyboardEvent): void {
  const list = document.querySelector('.split > .page');
  if (list === null || !isWide() || event.target !== document.body || event.defaultPrevented) return;
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  const by = distance(event, list);
  if (by === undefined) return;
  event.preventDefault();
  list.scrollBy({ top: by });
}

/** Nearly a page, so that the last line that was read stays in sight. */
const PAGE = 0.875;

function distance({ key, shiftKey }: KeyboardEvent, list: Element): number | undefined {
  if (key === 'PageDown' || (key === ' ' && !shiftKey)) return list.clientHeight * PAGE;
  if (key === 'PageUp' || key === ' ') return list.clientHeight * -PAGE;
  if (key === 'Home') return -list.scrollHeight;
  return key === 'End' ? list.scrollHeight : undefined;
}
