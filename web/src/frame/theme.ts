/** Light, dark, or as the system says. public/theme.js reads the same before the first paint. */

import { useSyncExternalStore } from 'react';

export type Theme = 'system' | 'light' | 'dark';

const KEY = 'carillon.theme';
const ORDER: readonly Theme[] = ['system', 'light', 'dark'];
const watchers = new Set<() => void>();

export function useTheme(): Theme {
  return useSyncExternalStore(watch, current);
}

export function nextTheme(): void {
  const theme = ORDER[(ORDER.indexOf(current()) + 1) % ORDER.length] ?? 'system';
  if (theme === 'system') {
    delete document.documentElement.dataset['theme'];
    localStorage.removeItem(KEY);
  } else {
    document.documentElement.dataset['theme'] = theme;
    localStorage.setItem(KEY, theme);
  }
  for (const watcher of watchers) watcher();
}

function current(): Theme {
  const said = document.documentElement.dataset['theme'];
  return said === 'light' || said === 'dark' ? said : 'system';
}

function watch(watcher: () => void): () => void {
  watchers.add(watcher);
  return () => watchers.delete(watcher);
}
