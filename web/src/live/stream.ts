/** The one stream of events of this page. It keeps the badge, and says which queries became old. */

import type { QueryClient } from '@tanstack/react-query';
import { useEffect, useSyncExternalStore } from 'react';
import { now } from '../clock/clock';
import { backOff, next, type Badge, type Heard } from './badge';
import { KINDS, touched, type Activity } from './touched';

/** A schedule of every second must not make every list be read three times a second. */
const GATHER_MS = 400;

let badge: Badge = { kind: 'reconnecting', since: now() };
const watchers = new Set<() => void>();

export function useBadge(): Badge {
  return useSyncExternalStore(watch, () => badge);
}

export function useStream(known: QueryClient): void {
  useEffect(() => follow(known), [known]);
}

function follow(known: QueryClient): () => void {
  const old = gatherer(known);
  let source: EventSource | undefined;
  let lastId = '';
  let attempts = 0;
  let waiting: ReturnType<typeof setTimeout> | undefined;
  let lostOnce = false;

  const hear = ({ data, lastEventId }: MessageEvent<string>) => {
    lastId = lastEventId || lastId;
    old.add(touched(JSON.parse(data) as Activity));
  };

  const open = () => {
    // The browser repeats Last-Event-ID only while it reconnects by itself.
    source = new EventSource(`/api/v1/events${lastId && `?last_event_id=${encodeURIComponent(lastId)}`}`);
    source.onopen = () => {
      attempts = 0;
      // Without an id the stream begins now, so what happened in between is read afresh.
      if (lostOnce) old.everything();
      heard('open');
    };
    source.onmessage = hear;
    for (const kind of KINDS) source.addEventListener(kind, hear);
    source.addEventListener('reset', () => old.everything());
    source.onerror = lost;
  };

  const lost = () => {
    lostOnce = true;
    heard('lost');
    if (source?.readyState !== EventSource.CLOSED) return;
    source.close();
    attempts += 1;
    waiting = setTimeout(open, backOff(attempts));
    // The browser gives up when the answer is an error; most often nobody is signed in any more.
    void known.invalidateQueries({ queryKey: ['session'] });
  };

  open();
  const tick = setInterval(() => heard('tick'), 1000);
  return () => {
    clearInterval(tick);
    clearTimeout(waiting);
    old.stop();
    source?.close();
  };
}

function gatherer(known: QueryClient) {
  const keys = new Map<string, readonly string[]>();
  let waiting: ReturnType<typeof setTimeout> | undefined;
  const flush = () => {
    waiting = undefined;
    for (const [name, queryKey] of keys) {
      // What is being read now may have been read before the event: it is read again, but one after the other.
      if (known.isFetching({ queryKey }) > 0) continue;
      keys.delete(name);
      void known.invalidateQueries({ queryKey });
    }
    if (keys.size > 0) waiting = setTimeout(flush, GATHER_MS);
  };
  return {
    add(found: readonly (readonly string[])[]) {
      for (const key of found) keys.set(key.join(' '), key);
      if (keys.size > 0) waiting ??= setTimeout(flush, GATHER_MS);
    },
    everything() {
      void known.invalidateQueries();
    },
    stop() {
      clearTimeout(waiting);
    },
  };
}

function heard(what: Heard): void {
  const changed = next(badge, what, now());
  if (changed === badge) return;
  badge = changed;
  for (const watcher of watchers) watcher();
}

function watch(watcher: () => void): () => void {
  watchers.add(watcher);
  return () => watchers.delete(watcher);
}
