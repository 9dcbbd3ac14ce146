/** Keys and what they do. Each is registered by the screen that offers it, shown in the footer and the map,
    and never fires while somebody types or a dialog is open. */

import { useEffect, useLayoutEffect, useRef, useSyncExternalStore } from 'react';

export type Binding = {
  /** As KeyboardEvent.key says it; two with a blank between are typed one after the other: "g s". */
  keys: readonly string[];
  /** How the key is drawn. */
  show: string;
  says: string;
  run: () => void;
  /** Whether the footer offers it, as a button. */
  footer?: boolean;
};

/** Who offers a key, in the order in which the footer draws them: the list, its pane, the page around both. */
export type Place = 'list' | 'pane' | 'page';

type Entry = { place: Place; bindings: { current: readonly Binding[] } };

const PLACES: readonly Place[] = ['list', 'pane', 'page'];

let entries: readonly Entry[] = [];
let shown: readonly Binding[] = [];
const watchers = new Set<() => void>();
/** The first key of a pair, waiting for the second. */
let pending: { key: string; at: number } | undefined;
const PAIR_MS = 1000;

/** Offers keys for as long as the component is shown. */
export function useKeys(place: Place, bindings: readonly Binding[]): void {
  const entry = useRef(bindings);
  useLayoutEffect(() => {
    entry.current = bindings;
  });
  const drawn = bindings.map((binding) => `${binding.show} ${binding.says} ${binding.footer}`).join('\n');
  useEffect(() => {
    const mine: Entry = { place, bindings: entry };
    entries = [...entries, mine].sort((a, b) => PLACES.indexOf(a.place) - PLACES.indexOf(b.place));
    changed();
    return () => {
      entries = entries.filter((other) => other !== mine);
      changed();
    };
    // Re-registered when what the footer draws changes; the deeds themselves are read from the ref.
  }, [place, drawn]);
}

/** Every key that is offered now, in the order in which the screens offered them. */
export function useOffered(): readonly Binding[] {
  return useSyncExternalStore(watch, () => shown);
}

/** The one listener of the page. */
export function useKeyboard(): void {
  useEffect(() => {
    addEventListener('keydown', press);
    return () => removeEventListener('keydown', press);
  }, []);
}

function press(event: KeyboardEvent): void {
  if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || isBusy(event)) return;
  const first = pending && performance.now() - pending.at < PAIR_MS ? pending.key : undefined;
  pending = undefined;
  const binding = (first && find(`${first} ${event.key}`)) || find(event.key);
  if (binding) {
    event.preventDefault();
    binding.run();
  } else if (beginsPair(event.key)) {
    pending = { key: event.key, at: performance.now() };
  }
}

/** Typing, an open dialog, and controls that use the key themselves come first. */
function isBusy(event: KeyboardEvent): boolean {
  const target = event.target instanceof Element ? event.target : undefined;
  if (target?.closest('input, textarea, select, [contenteditable]')) return true;
  if (document.querySelector('dialog[open]')) return true;
  if (event.key === 'Enter' || event.key === ' ') return target?.closest('a, button, summary') !== null && target !== undefined;
  const arrow = event.key === 'ArrowDown' || event.key === 'ArrowUp';
  return arrow && target?.closest('.leaf, .out, [popover]') != null;
}

function find(key: string): Binding | undefined {
  for (const entry of entries) {
    const found = entry.bindings.current.find((binding) => binding.keys.includes(key));
    if (found) return found;
  }
  return undefined;
}

function beginsPair(key: string): boolean {
  return entries.some((entry) => entry.bindings.current.some((binding) => binding.keys.some((name) => name.startsWith(`${key} `))));
}

function changed(): void {
  shown = entries.flatMap((entry) => entry.bindings.current);
  for (const watcher of watchers) watcher();
}

function watch(watcher: () => void): () => void {
  watchers.add(watcher);
  return () => watchers.delete(watcher);
}
