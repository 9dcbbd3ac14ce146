/** What time it is on the server, and the one tick of the page. */

import { useEffect, useState, useSyncExternalStore } from 'react';

/** Server minus browser, in milliseconds. A browser's clock may be wrong by hours, and then "late" would lie. */
let ahead = 0;

export function now(): number {
  return Date.now() + ahead;
}

/** Called with every answer: its Date header has whole seconds, so half a second is added and small changes are noise. */
export function heard(dateHeader: string | null): void {
  if (dateHeader === null) return;
  const found = Date.parse(dateHeader) + 500 - Date.now();
  if (Number.isFinite(found) && Math.abs(found - ahead) > 1500) ahead = Math.abs(found) > 1500 ? found : 0;
}

const watchers = new Set<() => void>();
let timer: ReturnType<typeof setInterval> | undefined;

function watch(watcher: () => void): () => void {
  watchers.add(watcher);
  timer ??= setInterval(() => watchers.forEach((each) => each()), 1000);
  return () => {
    watchers.delete(watcher);
    if (watchers.size === 0) {
      clearInterval(timer);
      timer = undefined;
    }
  };
}

/** A text that depends on the time: computed every second, rendered when it changed. */
export function useEverySecond<T extends string | number | boolean>(read: (now: number) => T): T {
  return useSyncExternalStore(watch, () => read(now()));
}

/** Now, to the minute: for days and groups. */
export function useMinute(): number {
  return useEverySecond((at) => Math.floor(at / 60_000) * 60_000);
}

/** The value, once it has not changed for a while. */
export function useSettled<T>(value: T, ms: number): T {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    const wait = setTimeout(() => setSettled(value), ms);
    return () => clearTimeout(wait);
  }, [value, ms]);
  return settled;
}
