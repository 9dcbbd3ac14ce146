import { afterEach, expect, test, vi } from 'vitest';
import { listen, placeAfter, type News } from './shared';

/** A stream whose server is this test. */
class Stream {
  static opened: Stream[] = [];
  onopen = () => {};
  onmessage = () => {};
  onerror = () => {};
  readyState = 1;
  private readonly told = new Map<string, (event: unknown) => void>();
  readonly url: string;
  constructor(url: string) {
    this.url = url;
    Stream.opened.push(this);
  }
  addEventListener(kind: string, hear: (event: unknown) => void) {
    this.told.set(kind, hear);
  }
  tell(kind: string, lastEventId: string) {
    this.told.get(kind)?.({ lastEventId, data: '{}' });
  }
  close() {}
}

afterEach(() => vi.unstubAllGlobals());

test('after a reset the stream is taken up behind it, and is not reset again', () => {
  vi.stubGlobal('EventSource', Stream);
  vi.stubGlobal('navigator', {});
  let place = '17';
  const heard: News[] = [];
  const listener = {
    name: 'one',
    lastId: () => place,
    hear: (news: News) => {
      heard.push(news);
      place = placeAfter(place, news);
    },
    refused: () => {},
  };
  const hangUp = listen(listener);
  Stream.opened.at(-1)?.tell('reset', '20600');
  hangUp();
  expect(heard.at(-1)).toEqual({ id: '20600' });
  listen(listener)();
  expect(Stream.opened.map(({ url }) => url)).toEqual([
    '/api/v1/events?last_event_id=17',
    '/api/v1/events?last_event_id=20600',
  ]);
});

test('an event moves the place, and nothing else does', () => {
  expect(placeAfter('3', { id: '2', data: '{}' })).toBe('2');
  expect(placeAfter('3', { id: '', data: '{}' })).toBe('3');
  expect(placeAfter('3', 'lost')).toBe('3');
});
