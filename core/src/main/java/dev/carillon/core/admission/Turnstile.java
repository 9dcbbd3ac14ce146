package dev.carillon.core.admission;

import dev.carillon.core.run.TriggerKind;
import dev.carillon.core.schedule.Definition;
import dev.carillon.core.timeline.Clock;
import dev.carillon.core.timeline.Launch;
import dev.carillon.core.timeline.Reason;
import java.time.Instant;
import java.util.Optional;

/**
 * A schedule's own gate, which its launches pass one after the other and which counts them. Used by
 * one thread for one clock.
 */
public final class Turnstile {
  private final Definition definition;
  private final boolean targetKnown;
  private Clock clock;
  private int room;

  /**
   * @param clock as it stands, before the launches
   * @param room how many runs may start at once
   */
  public Turnstile(Definition definition, Clock clock, boolean targetKnown, int room) {
    this.definition = definition;
    this.clock = clock;
    this.targetKnown = targetKnown;
    this.room = room;
  }

  public Clock clock() {
    return clock;
  }

  public int room() {
    return room;
  }

  /** Whether all occurrences that may become a run have. */
  public boolean isSpent() {
    return definition.bounds().spentBy(clock.launched());
  }

  /** What a launch becomes when it becomes a run. */
  public static TriggerKind kind(Launch launch) {
    return launch.caughtUp() ? TriggerKind.CATCHUP : TriggerKind.SCHEDULE;
  }

  /** Decides on a launch, and counts what it becomes. */
  public Admission admit(Launch launch) {
    var admission = decide(kind(launch));
    clock = Gatekeeper.counted(clock, admission);
    switch (admission) {
      case Admission.Start() -> {
        room--;
        clock = clock.launching();
      }
      case Admission.Wait _ -> clock = clock.launching();
      case Admission.Refuse _ -> {}
    }
    return admission;
  }

  /** Counts an occurrence that waits for its time; answers with the reason if it must not. */
  public Optional<Reason> postpone() {
    if (!targetKnown) {
      return Optional.of(Reason.TARGET_MISSING);
    }
    clock = clock.launching();
    return Optional.empty();
  }

  /** Decides on an occurrence whose time has come, which was counted when it was postponed. */
  public Admission admitPostponed() {
    var admission = decide(TriggerKind.SCHEDULE);
    clock = Gatekeeper.counted(clock, admission);
    return admission;
  }

  /** The cursor has passed what was due. */
  public void move(Optional<Instant> cursor, Optional<Instant> wake) {
    clock = clock.at(cursor, wake);
  }

  /** A run that held the place has ended; answers whether the next one that waits may take it. */
  public boolean leave() {
    clock = clock.holding(clock.live() - 1, clock.waiting());
    return clock.waiting() > 0
        && Gatekeeper.placeFree(definition.policies().overlap(), clock.live());
  }

  /** The first run that waited takes the place. */
  public void handOn() {
    clock = clock.holding(clock.live() + 1, clock.waiting() - 1);
  }

  private Admission decide(TriggerKind kind) {
    if (!targetKnown) {
      return new Admission.Refuse(Reason.TARGET_MISSING);
    }
    var overlap = definition.policies().overlap();
    return Gatekeeper.onCreation(
        kind, new Gatekeeper.Bounds(overlap, clock.live(), clock.waiting(), room > 0));
  }
}
