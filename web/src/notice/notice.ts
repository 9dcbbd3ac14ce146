/** What the page says about a deed that was just done, for some seconds and to screen readers. */

import { useSyncExternalStore } from 'react';

export type Notice = { text: string; failed: boolean; link?: { to: string; text: string } };

let current: Notice | undefined;
let timer: ReturnType<typeof setTimeout> | undefined;
const watchers = new Set<() => void>();
const SHOWN_MS = 8000;

export function tell(notice: Notice): void {
  show(notice);
  timer = setTimeout(() => show(undefined), SHOWN_MS);
}

export function dismiss(): void {
  show(undefined);
}

export function useNotice(): Notice | undefined {
  return useSyncExternalStore(watch, () => current);
}

function show(notice: Notice | undefined): void {
  clearTimeout(timer);
  current = notice;
  for (const watcher of watchers) watcher();
}

function watch(watcher: () => void): () => void {
  watchers.add(watcher);
  return () => watchers.delete(watcher);
}
