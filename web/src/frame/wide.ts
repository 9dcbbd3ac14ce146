/** Whether list and pane stand side by side. The same width is in look/frame.css. */

import { useSyncExternalStore } from 'react';

const wide = matchMedia('(min-width: 1001px)');

export function isWide(): boolean {
  return wide.matches;
}

export function useWide(): boolean {
  return useSyncExternalStore(watch, isWide);
}

function watch(watcher: () => void): () => void {
  wide.addEventListener('change', watcher);
  return () => wide.removeEventListener('change', watcher);
}
