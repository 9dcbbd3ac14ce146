package dev.carillon.testkit.store;

import dev.carillon.core.run.RunId;
import dev.carillon.core.run.RunState;
import dev.carillon.core.run.TriggerKind;
import dev.carillon.core.schedule.ScheduleId;
import dev.carillon.core.timeline.Reason;
import dev.carillon.engine.store.ReadStore.RunQuery;
import dev.carillon.engine.store.ReadStore.ScheduleKey;
import dev.carillon.engine.store.ReadStore.ScheduleQuery;
import dev.carillon.engine.store.ReadStore.Slice;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What a trial asks of the list of runs, said piece by piece. For one thread. */
public final class Asked {
  private final Slice<RunId> slice;
  private Optional<ScheduleId> schedule = Optional.empty();
  private Optional<String> agent = Optional.empty();
  private List<RunState> states = List.of();
  private Optional<Reason> reason = Optional.empty();
  private Optional<TriggerKind> kind = Optional.empty();
  private Optional<Instant> from = Optional.empty();
  private Optional<Instant> to = Optional.empty();
  private boolean everyLine;

  private Asked(Slice<RunId> slice) {
    this.slice = slice;
  }

  /** The first so many. */
  public static <K> Slice<K> first(int size) {
    return new Slice<>(Optional.empty(), 0, size);
  }

  /** So many after the first ones. */
  public static <K> Slice<K> past(int offset, int size) {
    return new Slice<>(Optional.empty(), offset, size);
  }

  /** So many after this one. */
  public static <K> Slice<K> after(K key, int size) {
    return new Slice<>(Optional.of(key), 0, size);
  }

  /** A part of the schedules. */
  public static ScheduleQuery schedules(Slice<ScheduleKey> slice) {
    return new ScheduleQuery(Optional.empty(), Optional.empty(), slice);
  }

  /** A part of the runs that were launched or wait. */
  public static Asked runs(Slice<RunId> slice) {
    return new Asked(slice);
  }

  /** The newest runs that were launched or wait. */
  public static Asked runs() {
    return runs(first(100));
  }

  public Asked of(ScheduleId one) {
    schedule = Optional.of(one);
    return this;
  }

  public Asked by(String name) {
    agent = Optional.of(name);
    return this;
  }

  public Asked in(RunState... some) {
    states = List.of(some);
    return this;
  }

  public Asked because(Reason why) {
    reason = Optional.of(why);
    return this;
  }

  public Asked kind(TriggerKind one) {
    kind = Optional.of(one);
    return this;
  }

  /** At or after this. */
  public Asked from(Instant instant) {
    from = Optional.of(instant);
    return this;
  }

  /** Before this. */
  public Asked to(Instant instant) {
    to = Optional.of(instant);
    return this;
  }

  /** Also what was skipped or missed. */
  public Asked everyLine() {
    everyLine = true;
    return this;
  }

  public RunQuery query() {
    return new RunQuery(schedule, agent, states, reason, kind, from, to, everyLine, slice);
  }
}
