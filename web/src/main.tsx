import './look/tokens.css';
import './look/base.css';
import './look/frame.css';
import './look/book.css';
import './look/controls.css';
import { QueryCache, QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app';
import { Refused } from './contract/problem';

const known = new QueryClient({
  queryCache: new QueryCache({
    // Whatever was asked: an answer 401 means that the session is over.
    onError: (error) => {
      if (error instanceof Refused && error.status === 401) known.setQueryData(['session'], null);
    },
  }),
  defaultOptions: {
    queries: {
      // Events say what became old; this is for the day on which they do not arrive.
      staleTime: 10_000,
      refetchInterval: 60_000,
      retry: (failures, error) => failures < 2 && !(error instanceof Refused && error.status >= 400 && error.status < 500),
    },
  },
});

const root = document.getElementById('root');
if (root === null) throw new Error('index.html has no element with the id root');
createRoot(root).render(
  <StrictMode>
    <QueryClientProvider client={known}>
      <App />
    </QueryClientProvider>
  </StrictMode>,
);
