import { useQuery } from '@tanstack/react-query';
import { useZone } from '../clock/zone';
import { runCount } from '../contract/queries';
import { ofRuns, type Finding } from '../words/finding';

/** The sentence of this screen, from the server's own counts of today; absent until all are known. */
export function useFinding(): Finding | undefined {
  const today = { zone: useZone() };
  const all = useQuery(runCount('', today)).data;
  const failed = useQuery(runCount('FAILED,TIMED_OUT,UNKNOWN', today)).data;
  const succeeded = useQuery(runCount('COMPLETED', today)).data;
  const running = useQuery(runCount('RUNNING', undefined)).data;
  const waiting = useQuery(runCount('PENDING,QUEUED', undefined)).data;
  const asking = useQuery(runCount('AWAITING_APPROVAL', undefined)).data;
  if (all === undefined || failed === undefined || succeeded === undefined) return undefined;
  if (running === undefined || waiting === undefined || asking === undefined) return undefined;
  return ofRuns({ today: all, failed, running, waiting, asking, succeeded });
}
