package dev.carillon.core.timeline;

import dev.carillon.core.schedule.Catchup;
import dev.carillon.core.schedule.ResumePolicy;
import dev.carillon.core.schedule.ScheduleId;
import dev.carillon.core.schedule.ScheduleStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Moves a cursor forward over an agenda. Whoever moves it from a to b writes the lines for exactly
 * the instants in [a, b); the cursor is never set back. Cursors stand at nominal times, and what is
 * due is told by the desired ones. Pure.
 */
public final class Timeline {
  /** An instant is live until this long after its desired time; then catch-up owns it. */
  public static final Duration LATE_AFTER = Duration.ofSeconds(10);

  /** A launch is on time when it is planned within this of its desired time. */
  public static final Duration ON_TIME = Duration.ofSeconds(1);

  /** At most this many launches come out of one advance; the cursor stops before the next one. */
  public static final int MAX_LAUNCHES = 1_000;

  private final Agenda agenda;
  private final Catchup catchup;

  public Timeline(Agenda agenda, Catchup catchup) {
    this.agenda = agenda;
    this.catchup = catchup;
  }

  /** The clock of a schedule that begins now: it is due for the first time after this. */
  public static Clock begin(ScheduleId schedule, int version, Agenda agenda, Instant now) {
    var first = agenda.begin(now, now);
    var wake = first.map(agenda::turn);
    return new Clock(schedule, version, ScheduleStatus.ACTIVE, first, wake, 0, 0, 0);
  }

  /**
   * Where a clock goes on after an edit: at the first occurrence of the new agenda after now, or
   * after the last one already passed, which may be one that started before its nominal time.
   */
  public Clock rebase(Clock clock, Agenda fresh, Instant now) {
    var passed =
        clock.cursor().flatMap(agenda.timetable()::before).filter(instant -> instant.isAfter(now));
    var first = fresh.begin(passed.orElse(now), now);
    return clock.at(first, first.map(fresh::turn));
  }

  /** Turns what is due by now into launches and lines, by the catch-up policy of the schedule. */
  public Advance advance(Clock clock, Instant now) {
    return move(clock, now, now.minus(LATE_AFTER), new How(catchup, Reason.CATCHUP_NONE));
  }

  /** Whether something of this clock is due by now and not yet accounted for. */
  public boolean isDue(Clock clock, Instant now) {
    return agenda.wake(clock.cursor()).filter(wake -> !wake.isAfter(now)).isPresent();
  }

  /**
   * Launches what is nominally over, though it should start later: it goes on as it is, whatever
   * becomes of its schedule.
   */
  public Advance launchDelayed(Clock clock, Instant now) {
    var passage = new Passage(agenda, now);
    var next =
        clock.cursor().flatMap(at -> passage.launch(at, now.plusMillis(1), Reason.CAUGHT_UP));
    return advance(passage, next);
  }

  /** The reason of a launch once it began: one that waited before its call is late after all. */
  public static Reason whenBegun(Reason planned, Instant desired, Instant begun) {
    return planned == Reason.ON_TIME && isLate(desired, begun) ? Reason.LATE : planned;
  }

  private static boolean isLate(Instant desired, Instant at) {
    return Duration.between(desired, at).compareTo(ON_TIME) > 0;
  }

  /** Passes everything due by now with one reason: nothing of it runs (pause). */
  public Advance pass(Clock clock, Instant now, Reason reason) {
    return clock
        .cursor()
        .map(at -> pass(at, agenda.firstTurnFrom(at, now.plusMillis(1)), now, reason))
        .orElseGet(() -> advance(new Passage(agenda, now), Optional.empty()));
  }

  /** Passes what is due by now, and what is nominally over and would start later (delete). */
  public Advance passDelayed(Clock clock, Instant now, Reason reason) {
    return clock
        .cursor()
        .map(at -> {
          var due = agenda.firstTurnFrom(at, now.plusMillis(1));
          var next =
              due.flatMap(
                  one -> one.isAfter(now) ? Optional.of(one) : agenda.timetable().after(now));
          return pass(at, next, now, reason);
        })
        .orElseGet(() -> advance(new Passage(agenda, now), Optional.empty()));
  }

  /**
   * What a pause held back, by the resume policy: by default none of it runs. All of it was missed,
   * however lately: somebody paused, and nobody was late.
   */
  public Advance resume(Clock clock, Instant now, ResumePolicy policy) {
    return policy
        .catchup()
        .map(choice ->
            move(clock, now, now.plusMillis(1), new How(catchup.with(choice), Reason.PAUSED)))
        .orElseGet(() -> pass(clock, now, Reason.PAUSED));
  }

  private Advance pass(Instant from, Optional<Instant> next, Instant now, Reason reason) {
    var passage = new Passage(agenda, now);
    passage.pass(from, next.orElse(agenda.nominalEnd(now.plusMillis(1))), reason);
    return advance(passage, next);
  }

  /** What becomes of what was missed. */
  private record How(Catchup catchup, Reason whenNone) {}

  /**
   * Accounts for what is due by now.
   *
   * @param missed what should have started before this was missed
   */
  private Advance move(Clock clock, Instant now, Instant missed, How how) {
    var passage = new Passage(agenda, now, missed);
    if (!isDue(clock, now)) {
      return advance(passage, clock.cursor());
    }
    var cursor = clock.cursor().orElseThrow();
    var liveFrom = end(cursor, missed);
    new Missed(agenda, cursor, liveFrom, now).catchUp(how.catchup(), how.whenNone(), passage);
    var next = passage.launch(liveFrom, end(liveFrom, now.plusMillis(1)), Reason.CAUGHT_UP);
    return advance(passage, next);
  }

  /** The nominal end, excluded, of what should start before this time. */
  private Instant end(Instant from, Instant time) {
    return agenda.firstTurnFrom(from, time).orElse(agenda.nominalEnd(time));
  }

  private Advance advance(Passage passage, Optional<Instant> next) {
    return new Advance(passage.passed(), next, agenda.wake(next));
  }
}
