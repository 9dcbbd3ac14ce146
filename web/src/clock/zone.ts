/** The zone of every time on the page: one for all, named in the footer, kept for the next visit. */

import { useSyncExternalStore } from 'react';
import { isZone } from '../words/time';

const KEY = 'carillon.zone';
/** The zone that the browser is in. */
export const ownZone = new Intl.DateTimeFormat().resolvedOptions().timeZone;

let zone = remembered();
const watchers = new Set<() => void>();

export function useZone(): string {
  return useSyncExternalStore(watch, () => zone);
}

export function chooseZone(chosen: string): void {
  zone = chosen;
  if (chosen === ownZone) localStorage.removeItem(KEY);
  else localStorage.setItem(KEY, chosen);
  for (const watcher of watchers) watcher();
}

function remembered(): string {
  const kept = localStorage.getItem(KEY);
  return kept !== null && isZone(kept) ? kept : ownZone;
}

function watch(watcher: () => void): () => void {
  watchers.add(watcher);
  return () => watchers.delete(watcher);
}
