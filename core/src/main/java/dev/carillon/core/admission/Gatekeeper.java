package dev.carillon.core.admission;

import dev.carillon.core.run.TriggerKind;
import dev.carillon.core.schedule.OverlapPolicy;
import dev.carillon.core.schedule.ScheduleStatus;
import dev.carillon.core.timeline.Clock;
import dev.carillon.core.timeline.Reason;

/** The rules that admit runs: the schedule's own gate first, then room on this node. Pure. */
public final class Gatekeeper {
  private Gatekeeper() {}

  /** What bounds a run that is about to be created. */
  public record Bounds(OverlapPolicy overlap, int live, int waiting, boolean room) {}

  /**
   * Admits a run on its creation. A caught-up run waits for its schedule's place in order; a live
   * one that finds the place taken under {@code skip} is dropped with its reason.
   */
  public static Admission onCreation(TriggerKind kind, Bounds bounds) {
    if (bounds.overlap == OverlapPolicy.SKIP && bounds.live + bounds.waiting > 0) {
      return kind == TriggerKind.CATCHUP
          ? new Admission.Wait(WaitsOn.OWN_CLOCK)
          : new Admission.Refuse(Reason.OVERLAP);
    }
    return bounds.room ? new Admission.Start() : new Admission.Wait(WaitsOn.ANY_NODE);
  }

  /** Admits a queued run whose turn has come, by the status of its schedule. */
  public static Admission onTurn(TriggerKind kind, ScheduleStatus status) {
    return switch (status) {
      case ACTIVE, ENDED -> new Admission.Start();
      case PAUSED, QUARANTINED ->
          kind == TriggerKind.MANUAL ? new Admission.Start() : new Admission.Wait(WaitsOn.RESUME);
      case DELETED -> new Admission.Refuse(Reason.SCHEDULE_DELETED);
    };
  }

  /** The clock of a schedule whose own gate has admitted one more run. */
  public static Clock counted(Clock clock, Admission admission) {
    return switch (admission) {
      case Admission.Start() -> clock.holding(clock.live() + 1, clock.waiting());
      case Admission.Wait(var on) ->
          on == WaitsOn.OWN_CLOCK
              ? clock.holding(clock.live(), clock.waiting() + 1)
              : clock.holding(clock.live() + 1, clock.waiting());
      case Admission.Refuse _ -> clock;
    };
  }

  /** Whether a waiting run may take its schedule's place, now that so many hold it. */
  public static boolean placeFree(OverlapPolicy overlap, int live) {
    return switch (overlap) {
      case SKIP -> live == 0;
      case ALLOW -> true;
    };
  }
}
