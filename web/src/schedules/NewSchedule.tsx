import { useEffect } from 'react';
import { useLocation } from 'wouter';
import { PaneTitle } from '../book/PaneTitle';
import { ScheduleForm } from './ScheduleForm';

/** The pane in which a schedule is written. */
export function NewSchedule() {
  const [, go] = useLocation();
  useEffect(() => document.getElementById('pane')?.focus(), []);
  return (
    <article>
      <PaneTitle>New schedule</PaneTitle>
      <p className="say-15 q">It says when, whom to call, and what to say. Each time it is due, one line is written in its ledger.</p>
      <ScheduleForm onCreated={(created) => go(`/schedules/${created.schedule_id}`)} onCancel={() => go('/schedules')} />
    </article>
  );
}
