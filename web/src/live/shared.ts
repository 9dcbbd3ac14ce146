/** One stream of events for all windows of this browser: HTTP/1.1 allows six connections to a server, and each stream keeps one. */

import { backOff } from './badge';
import { KINDS } from './touched';

/** What a window hears of the stream. An event without data is a reset: too much was missed to be told. */
export type News = 'opening' | 'open' | 'lost' | { id: string; data?: string };

/** The last event that a window knows of, once it has heard this. That of a reset counts, or it would be reset again. */
export function placeAfter(place: string, news: News): string {
  return typeof news === 'object' && news.id !== '' ? news.id : place;
}

export type Listener = {
  /** Windows that listen under the same name share one stream. */
  name: string;
  /** The last event that this window knows of; "" for none. */
  lastId: () => string;
  hear: (news: News) => void;
  /** Only in the window that holds the stream: the server answered with an error. */
  refused: () => void;
};

/**
 * Follows the stream until the answer is called. Whoever gets the lock holds the stream and tells the others; when it
 * hangs up, or its window is closed or dies, the browser gives the lock to the next, which goes on from its last event.
 */
export function listen(listener: Listener): () => void {
  // On plain HTTP from another host a page gets no locks. There each window that is seen keeps its own stream.
  if (!('locks' in navigator)) return hold(listener);
  const { name, hear } = listener;
  const others = new BroadcastChannel(name);
  const ended = new AbortController();
  /** How the stream stands, in the window that holds it. */
  let standing: News | undefined;
  others.onmessage = ({ data }: MessageEvent<News | 'ask'>) => {
    if (data !== 'ask') hear(data);
    else if (standing !== undefined) others.postMessage(standing);
  };
  const tell = (news: News) => {
    if (typeof news === 'string') standing = news;
    others.postMessage(news);
    hear(news);
  };
  const lead = () =>
    new Promise<void>((release) => {
      // The lock may have been given in the moment in which this window hung up.
      if (ended.signal.aborted) return release();
      const hangUp = hold({ ...listener, hear: tell });
      ended.signal.addEventListener('abort', () => {
        hangUp();
        release();
      });
    });
  navigator.locks.request(name, { signal: ended.signal }, lead).catch((failure: unknown) => {
    if (!ended.signal.aborted) throw failure;
  });
  others.postMessage('ask');
  return () => {
    ended.abort();
    others.close();
  };
}

/** Keeps the stream open in this window. */
function hold({ lastId, hear, refused }: Listener): () => void {
  let source: EventSource | undefined;
  let attempts = 0;
  let waiting: ReturnType<typeof setTimeout> | undefined;

  const open = () => {
    const from = lastId();
    // The browser repeats Last-Event-ID only while it reconnects by itself.
    source = new EventSource(`/api/v1/events${from && `?last_event_id=${encodeURIComponent(from)}`}`);
    source.onopen = () => {
      attempts = 0;
      hear('open');
    };
    const pass = ({ data, lastEventId }: MessageEvent<string>) => hear({ id: lastEventId, data });
    source.onmessage = pass;
    for (const kind of KINDS) source.addEventListener(kind, pass);
    source.addEventListener('reset', ({ lastEventId }) => hear({ id: lastEventId }));
    source.onerror = lost;
  };

  const lost = () => {
    hear('lost');
    if (source?.readyState !== EventSource.CLOSED) return;
    source.close();
    attempts += 1;
    waiting = setTimeout(open, backOff(attempts));
    refused();
  };

  hear('opening');
  open();
  return () => {
    clearTimeout(waiting);
    source?.close();
  };
}
