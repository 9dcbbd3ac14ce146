package dev.carillon.core.timeline;

import dev.carillon.core.schedule.Catchup;
import dev.carillon.core.schedule.ResumePolicy;
import dev.carillon.core.schedule.Timetable;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Moves a cursor forward over a timetable. Whoever moves it from a to b writes the lines for
 * exactly the instants in [a, b); the cursor is never set back. Pure; desired times equal nominal
 * times until jitter comes.
 */
public final class Timeline {
  /** An instant is live until this long after its desired time; then catch-up owns it. */
  public static final Duration LATE_AFTER = Duration.ofSeconds(10);

  /** A launch is on time when it is planned within this of its desired time. */
  public static final Duration ON_TIME = Duration.ofSeconds(1);

  /** At most this many launches come out of one advance; the cursor stops before the next one. */
  public static final int MAX_LAUNCHES = 1_000;

  private final Timetable timetable;
  private final Catchup catchup;

  public Timeline(Timetable timetable, Catchup catchup) {
    this.timetable = timetable;
    this.catchup = catchup;
  }

  /**
   * Where a clock goes on after an edit: at the first instant of the new timetable after now, or
   * after the last instant already passed, should the database's clock have been set back.
   */
  public Clock rebase(Clock clock, Timetable fresh, Instant now) {
    var passed = clock.cursor().flatMap(timetable::before).filter(instant -> instant.isAfter(now));
    var next = fresh.after(passed.orElse(now));
    return clock.at(next, next);
  }

  /** Turns what is due by now into launches and lines, by the catch-up policy of the schedule. */
  public Advance advance(Clock clock, Instant now) {
    return move(clock, now, catchup, Reason.CATCHUP_NONE);
  }

  /** The reason of a launch once it began: one that waited before its call is late after all. */
  public static Reason whenBegun(Reason planned, Instant desired, Instant begun) {
    return planned == Reason.ON_TIME && isLate(desired, begun) ? Reason.LATE : planned;
  }

  private static boolean isLate(Instant desired, Instant at) {
    return Duration.between(desired, at).compareTo(ON_TIME) > 0;
  }

  /** Passes everything due by now with one reason: nothing of it runs (pause, delete). */
  public Advance pass(Clock clock, Instant now, Reason reason) {
    var lines = new Passage(timetable);
    clock.cursor().ifPresent(cursor -> lines.add(cursor, now.plusMillis(1), reason));
    var next = afterPassing(clock, now);
    return new Advance(List.of(), lines.lines(), next, next);
  }

  /** What a pause held back, by the resume policy: by default none of it runs. */
  public Advance resume(Clock clock, Instant now, ResumePolicy policy) {
    return policy
        .catchup()
        .map(choice -> move(clock, now, catchup.with(choice), Reason.PAUSED))
        .orElseGet(() -> pass(clock, now, Reason.PAUSED));
  }

  private Advance move(Clock clock, Instant now, Catchup how, Reason whenNone) {
    if (clock.cursor().isEmpty() || clock.cursor().get().isAfter(now)) {
      return new Advance(List.of(), List.of(), clock.cursor(), clock.cursor());
    }
    var cursor = clock.cursor().get();
    var passage = new Passage(timetable);
    var launches = new ArrayList<Launch>();
    var liveFrom = Missed.latest(cursor, now.minus(LATE_AFTER));
    var missed = new Missed(timetable, cursor, liveFrom, now);
    if (cursor.isBefore(liveFrom)) {
      launches.addAll(missed.catchUp(how, whenNone, passage));
    }
    var stop = launchLive(liveFrom, now, launches);
    return new Advance(launches, passage.lines(), stop, stop);
  }

  /** Launches what is due in [from, now]; answers with the first instant left. */
  private Optional<Instant> launchLive(Instant from, Instant now, List<Launch> launches) {
    var instant = timetable.from(from);
    while (instant.isPresent() && !instant.get().isAfter(now) && launches.size() < MAX_LAUNCHES) {
      var reason = whenBegun(Reason.ON_TIME, instant.get(), now);
      launches.add(new Launch(instant.get(), instant.get(), reason));
      instant = timetable.after(instant.get());
    }
    return instant;
  }

  private Optional<Instant> afterPassing(Clock clock, Instant now) {
    if (clock.cursor().isEmpty() || clock.cursor().get().isAfter(now)) {
      return clock.cursor();
    }
    return timetable.after(now);
  }
}
