/** Moving through a list: what is selected is in the address, and the pane shows it. */

import { useCallback, useEffect, useRef, useState } from 'react';
import { useLocation, useSearch } from 'wouter';
import { isWide } from '../frame/wide';
import { useKeys, type Binding } from './keys';

export type Selection = {
  /** What the pane shows: what the address names, else the first of the list. */
  selected: string | undefined;
  /** Whether the address names it: on a narrow screen the pane then stands in place of the list. */
  open: boolean;
  /** Selects a line; on a narrow screen that opens it. */
  select: (id: string) => void;
  /** Selects a line and goes into the pane. */
  enter: (id: string) => void;
};

/**
 * @param home the address of the list, such as "/runs"
 * @param named the id in the address
 * @param ids the list, in the order in which it is shown
 */
export function useSelection(home: string, named: string | undefined, ids: readonly string[], more: readonly Binding[]): Selection {
  const [, go] = useLocation();
  const search = useSearch();
  const to = (id?: string) => `${home}${id === undefined ? '' : `/${id}`}${search && `?${search}`}`;
  const pinned = usePinned(ids);
  const selected = named ?? pinned;
  const at = ids.indexOf(selected ?? '');
  const enterNext = useRef(false);

  const select = useCallback(
    (id: string) => go(`${home}/${id}${search && `?${search}`}`, { replace: isWide() }),
    [go, home, search],
  );
  const enter = (id: string) => {
    if (id === named) focusPane();
    else {
      enterNext.current = true;
      go(to(id), { replace: isWide() });
    }
  };
  useEffect(() => {
    if (!enterNext.current) return;
    enterNext.current = false;
    focusPane();
  }, [named]);

  const move = (by: number) => {
    const id = ids[at < 0 ? 0 : Math.min(ids.length - 1, Math.max(0, at + by))];
    if (id === undefined || !isWide()) return;
    select(id);
    requestAnimationFrame(() => focusRow(id));
  };
  useKeys('list', [
    { keys: ['j', 'ArrowDown'], show: 'j', says: 'down', run: () => move(1), footer: true },
    { keys: ['k', 'ArrowUp'], show: 'k', says: 'up', run: () => move(-1), footer: true },
    { keys: ['Enter'], show: '↵', says: 'open', run: () => selected !== undefined && enter(selected), footer: true },
    { keys: ['Escape'], show: 'esc', says: 'back to the list', run: () => (isWide() ? selected && focusRow(selected) : go(to())) },
    ...more,
  ]);
  return { selected, open: named !== undefined, select, enter };
}

/** The first line when the list was first shown: lines that arrive above it do not change the pane. */
function usePinned(ids: readonly string[]): string | undefined {
  const [pinned, pin] = useState<string>();
  const first = ids[0];
  const stands = pinned !== undefined && ids.includes(pinned);
  useEffect(() => {
    if (!stands) pin(first);
  }, [stands, first]);
  return stands ? pinned : first;
}

/** The link of a line has this id, so that keys can put the focus on it. */
export function rowLink(id: string): string {
  return `row-${id}`;
}

function focusRow(id: string): void {
  const link = document.getElementById(rowLink(id));
  link?.focus({ preventScroll: true });
  link?.closest('tr')?.scrollIntoView({ block: 'nearest' });
}

function focusPane(): void {
  requestAnimationFrame(() => document.getElementById('pane')?.focus());
}
