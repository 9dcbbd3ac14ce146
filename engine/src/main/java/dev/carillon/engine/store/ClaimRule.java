package dev.carillon.engine.store;

import dev.carillon.core.admission.Admission;
import dev.carillon.core.run.TriggerKind;
import dev.carillon.core.schedule.ScheduleStatus;

/** Decides, under the lock of its clock, whether a queued run may start now. Pure. */
@FunctionalInterface
public interface ClaimRule {
  Admission decide(TriggerKind kind, ScheduleStatus status);
}
