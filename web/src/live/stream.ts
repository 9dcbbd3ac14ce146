/** Follows what happens for as long as somebody may see this page. It keeps the badge, and says which queries became old. */

import type { QueryClient } from '@tanstack/react-query';
import { useEffect, useSyncExternalStore } from 'react';
import { now } from '../clock/clock';
import { next, type Badge, type Heard } from './badge';
import { listen, placeAfter, type News } from './shared';
import { after, LINGER_MS, turn, type Seen, type Sight } from './sight';
import { touched, type Activity } from './touched';

/** A schedule of every second must not make every list be read three times a second. */
const GATHER_MS = 400;

let badge: Badge = { kind: 'resting' };
const watchers = new Set<() => void>();

export function useBadge(): Badge {
  return useSyncExternalStore(watch, () => badge);
}

/** @param reader who is signed in: windows of somebody else do not share the stream */
export function useStream(known: QueryClient, reader: string): void {
  useEffect(() => whileSeen(() => follow(known, reader)), [known, reader]);
}

/** Where the stream was left, for whoever takes it up again. */
let left: { reader: string; id: string } | undefined;

function follow(known: QueryClient, reader: string): () => void {
  const old = gatherer(known);
  // Who comes back, and who heard nothing for a while, reads afresh once the stream is open: what happens from then on is heard.
  let behind = left?.reader === reader;
  if (left?.reader !== reader) left = { reader, id: '' };
  const place = left;

  const hear = (news: News) => {
    place.id = placeAfter(place.id, news);
    if (typeof news === 'object') {
      if (news.data === undefined) return old.everything();
      return old.add(touched(JSON.parse(news.data) as Activity));
    }
    if (news === 'open' && behind) old.everything();
    if (news === 'open') behind = false;
    else behind ||= news === 'lost' || badge.kind === 'live';
    heard(news);
  };

  heard('opening');
  const hangUp = listen({
    name: `carillon.stream.${reader}`,
    lastId: () => place.id,
    hear,
    // Most often nobody is signed in any more.
    refused: () => void known.invalidateQueries({ queryKey: ['session'] }),
  });
  const tick = setInterval(() => heard('tick'), 1000);
  return () => {
    clearInterval(tick);
    hangUp();
    old.stop();
    heard('rest');
  };
}

/** Starts the work when the page is seen, and stops it when it was hidden for a while or left. */
function whileSeen(start: () => () => void): () => void {
  let sight: Sight = 'resting';
  let stop: (() => void) | undefined;
  let linger: ReturnType<typeof setTimeout> | undefined;
  const see = (seen: Seen) => {
    const from = sight;
    sight = after(sight, seen);
    clearTimeout(linger);
    if (sight === 'lingering') linger = setTimeout(() => see('lingered'), LINGER_MS);
    const what = turn(from, sight);
    if (what === 'start') stop = start();
    if (what === 'stop') stop?.();
  };
  const ended = new AbortController();
  const look = () => see(document.visibilityState === 'hidden' ? 'hidden' : 'shown');
  const away = () => see('away');
  const { signal } = ended;
  document.addEventListener('visibilitychange', look, { signal });
  addEventListener('pageshow', look, { signal });
  document.addEventListener('resume', look, { signal });
  addEventListener('pagehide', away, { signal });
  // A frozen page keeps its lock and tells nobody anything.
  document.addEventListener('freeze', away, { signal });
  look();
  return () => {
    ended.abort();
    see('away');
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
