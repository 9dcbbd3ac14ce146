package dev.carillon.core.recurrence;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;

/** The last moment of a rule, which still counts. */
sealed interface Until {
  /** In UTC, as RFC 5545 wants it beside a zone. */
  record Moment(Instant at) implements Until {}

  /** On the clock of the rule's zone. */
  record Local(LocalDateTime at) implements Until {}

  /** The whole of a date in the rule's zone. */
  record Day(LocalDate date) implements Until {}

  /** The last moment as an instant. */
  default Instant in(ZoneId zone) {
    return switch (this) {
      case Moment(var at) -> at;
      case Local(var at) -> ZonedDateTime.of(at, zone).withEarlierOffsetAtOverlap().toInstant();
      case Day(var date) -> date.plusDays(1).atStartOfDay(zone).toInstant().minusSeconds(1);
    };
  }

  /** As it is said in a sentence. */
  default String words() {
    return switch (this) {
      case Moment(var at) -> at.toString();
      case Local(var at) -> at.toLocalDate() + " " + at.toLocalTime();
      case Day(var date) -> "the end of " + date;
    };
  }
}
