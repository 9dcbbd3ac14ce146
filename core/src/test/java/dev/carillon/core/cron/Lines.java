package dev.carillon.core.cron;

import dev.carillon.core.cron.CronParse.Parsed;
import dev.carillon.core.cron.CronParse.Refused;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Shortens tests: a line that must parse, and lists of instants. */
final class Lines {
  private Lines() {}

  static CronExpression parsed(String text) {
    return parsed(CronExpression.parse(text));
  }

  static CronExpression parsed(String text, Dialect dialect) {
    return parsed(CronExpression.parse(text, dialect));
  }

  private static CronExpression parsed(CronParse parse) {
    return switch (parse) {
      case Parsed(CronExpression expression) -> expression;
      case Refused refused -> throw new AssertionError(refused.message());
    };
  }

  static CronTimes times(String text, String zone) {
    return CronTimes.of(parsed(text), ZoneId.of(zone), DstPolicy.DEFAULT);
  }

  static List<Instant> next(CronTimes times, Instant from, int count) {
    List<Instant> instants = new ArrayList<>();
    Optional<Instant> next = times.next(from);
    while (next.isPresent() && instants.size() < count) {
      instants.add(next.get());
      next = times.next(next.get());
    }
    return instants;
  }
}
