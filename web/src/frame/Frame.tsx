import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { useLocation } from 'wouter';
import { session } from '../contract/queries';
import { KeyMap } from '../keys/KeyMap';
import { useKeyboard, useKeys } from '../keys/keys';
import { useStream } from '../live/stream';
import { Toast } from '../notice/Toast';
import { Footer } from './Footer';
import { Masthead, Tabs } from './Masthead';
import { useScrollKeys } from './scroll';

/** What stands around every screen of somebody who is signed in. */
export function Frame({ children }: { children: ReactNode }) {
  const [map, setMap] = useState(false);
  const [, go] = useLocation();
  const { data: who } = useQuery(session);
  useStream(useQueryClient(), `${who?.tenant_id}.${who?.user}`);
  useKeyboard();
  useScrollKeys();
  useKeys('page', [
    { keys: ['g s'], show: 'g s', says: 'go to Schedules', run: () => go('/schedules') },
    { keys: ['g r'], show: 'g r', says: 'go to Runs', run: () => go('/runs') },
    { keys: ['?'], show: '?', says: 'all keys', run: () => setMap(true), footer: true },
  ]);
  return (
    <>
      <Masthead />
      {children}
      <Toast />
      <Footer />
      <Tabs />
      {map && <KeyMap onClose={() => setMap(false)} />}
    </>
  );
}
