import { useQuery } from '@tanstack/react-query';
import { Redirect, Route, Router, Switch } from 'wouter';
import { Trouble } from './book/Trouble';
import { session } from './contract/queries';
import { Frame } from './frame/Frame';
import { Guard } from './frame/Guard';
import { NoPage } from './frame/NoPage';
import { RunsScreen } from './runs/RunsScreen';
import { SchedulesScreen } from './schedules/SchedulesScreen';
import { SignIn } from './sign-in/SignIn';

/** Everything lives under /app; who is not signed in sees only where to sign in. */
export function App() {
  const { data: who, error, refetch } = useQuery(session);
  if (error && who === undefined) {
    return (
      <main className="one">
        <Trouble error={error} again={() => void refetch()} />
      </main>
    );
  }
  if (who === undefined) return <main className="one" aria-busy="true" />;
  if (who === null) return <SignIn />;
  return (
    <Router base="/app">
      <Frame>
        <Guard>
          <Switch>
            <Route path="/schedules/:id?">{({ id }) => <SchedulesScreen named={id} />}</Route>
            <Route path="/runs/:id?">{({ id }) => <RunsScreen named={id} />}</Route>
            <Route path="/">
              <Redirect to="/schedules" replace />
            </Route>
            <Route>
              <NoPage />
            </Route>
          </Switch>
        </Guard>
      </Frame>
    </Router>
  );
}
