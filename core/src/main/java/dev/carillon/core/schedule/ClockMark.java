package dev.carillon.core.schedule;

import dev.carillon.core.cron.CronTimes;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Optional;

/** What a change of the clocks did to an instant at which a schedule is due. */
public enum ClockMark {
  MADE_UP("the clocks leave out the time that was asked for, and this runs in its place"),
  FIRST_PASS("the clocks show this time twice, and this is the first"),
  SECOND_PASS("the clocks show this time twice, and this is the second");

  private final String words;

  ClockMark(String words) {
    this.words = words;
  }

  /** What it means, as a sentence without its end. */
  public String words() {
    return words;
  }

  /** The mark of an instant at which the trigger is due; empty for nearly all. */
  public static Optional<ClockMark> of(Trigger trigger, Instant at) {
    return switch (trigger) {
      case Trigger.Cron(var times) -> ofCron(times, at);
      case Trigger.Recurring(var recurrence) -> pass(recurrence.zone(), at);
      case Trigger.Every _, Trigger.Once _, Trigger.Dates _, Trigger.Untimed _ -> Optional.empty();
    };
  }

  private static Optional<ClockMark> ofCron(CronTimes times, Instant at) {
    return times.showsTimeAt(at) ? pass(times.zone(), at) : Optional.of(MADE_UP);
  }

  private static Optional<ClockMark> pass(ZoneId zone, Instant at) {
    var rules = zone.getRules();
    var offsets = rules.getValidOffsets(LocalDateTime.ofInstant(at, zone));
    if (offsets.size() < 2) {
      return Optional.empty();
    }
    return Optional.of(offsets.getFirst().equals(rules.getOffset(at)) ? FIRST_PASS : SECOND_PASS);
  }
}
