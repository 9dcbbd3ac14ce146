import { Link, useLocation } from 'wouter';
import { NO_SUCH_PAGE } from '../book/Trouble';
import { useTitle } from './title';

/** What an address shows under which nothing is kept. */
export function NoPage() {
  const [location] = useLocation();
  useTitle('No such page');
  return (
    <main className="one">
      <div className="trouble">
        <h1 className="title">{NO_SUCH_PAGE}</h1>
        <p className="say-15 q">
          Nothing is kept under <span className="mono">/app{location}</span>. The address may be mistyped, or from another version of Carillon.
        </p>
        <div className="acts">
          <Link className="btn" href="/schedules">
            Open the schedules
          </Link>
          <Link className="btn" href="/runs">
            Open the runs
          </Link>
        </div>
      </div>
    </main>
  );
}
