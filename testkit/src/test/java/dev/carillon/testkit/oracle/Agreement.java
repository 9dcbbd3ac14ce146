package dev.carillon.testkit.oracle;

import dev.carillon.core.cron.CronExpression;
import dev.carillon.core.cron.CronParse;
import dev.carillon.core.cron.CronTimes;
import dev.carillon.core.cron.Dialect;
import dev.carillon.core.cron.DstPolicy;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Asks the engine and the oracle the same questions about one line; they must answer alike. */
record Agreement(CronTimes engine, CronOracle oracle, OracleLine line) {
  /** A leap day that must be one weekday comes every 28 years, and every 40 around 2100. */
  private static final int FAR = 40;

  /** A line of 5, 6 or 7 fields. */
  static Agreement on(String line, ZoneId zone, DstPolicy policy) {
    return of(CronExpression.parse(line), OracleLine.read(line), zone, policy);
  }

  /** A line of Quartz. */
  static Agreement onQuartz(String line, ZoneId zone, DstPolicy policy) {
    CronParse parse = CronExpression.parse(line, Dialect.QUARTZ);
    return of(parse, OracleLine.readQuartz(line), zone, policy);
  }

  private static Agreement of(CronParse parse, OracleLine line, ZoneId zone, DstPolicy policy) {
    CronExpression expression =
        switch (parse) {
          case CronParse.Parsed(var parsed) -> parsed;
          case CronParse.Refused refused -> throw new AssertionError(refused.message());
        };
    CronOracle oracle = new CronOracle(policy.gap().wireName(), policy.overlapHour().wireName());
    return new Agreement(CronTimes.of(expression, zone, policy), oracle, line);
  }

  /** All fire instants of a span, found forwards, found backwards, and counted: so many. */
  int between(Instant from, Instant to) {
    List<Instant> expected = oracle.between(line, engine.zone(), from, to);
    String span = "from " + from + " to " + to;
    same(expected, forwards(from, to), "next " + span);
    same(expected, backwards(from, to), "previous " + span);
    same((long) expected.size(), engine.count(from, to), "count " + span);
    return expected.size();
  }

  /** The next and the previous fire instant of an instant, however far they are, and the count. */
  int beside(Instant at) {
    ZoneId zone = engine.zone();
    LocalDate today = LocalDate.ofInstant(at, zone);
    LocalDate last = today.plusYears(FAR);
    LocalDate first = today.minusYears(FAR);
    Optional<Instant> next = oracle.next(line, zone, at, last);
    Optional<Instant> previous = oracle.previous(line, zone, at, first);
    same(next, engine.next(at).filter(found -> !day(found).isAfter(last)), "next of " + at);
    same(
        previous,
        engine.previous(at).filter(found -> !day(found).isBefore(first)),
        "previous of " + at);
    if (next.isPresent() && previous.isPresent()) {
      int fires = oracle.between(line, zone, at, at.plusSeconds(1)).size();
      Instant begin = previous.get();
      Instant end = next.get().plusSeconds(1);
      same(2L + fires, engine.count(begin, end), "count from " + begin + " to " + end);
    }
    return (next.isPresent() ? 1 : 0) + (previous.isPresent() ? 1 : 0);
  }

  private LocalDate day(Instant instant) {
    return LocalDate.ofInstant(instant, engine.zone());
  }

  private List<Instant> forwards(Instant from, Instant to) {
    List<Instant> found = new ArrayList<>();
    Optional<Instant> at = engine.next(from.minusSeconds(1));
    while (at.isPresent() && at.get().isBefore(to)) {
      found.add(at.get());
      at = engine.next(at.get());
    }
    return found;
  }

  private List<Instant> backwards(Instant from, Instant to) {
    List<Instant> found = new ArrayList<>();
    Optional<Instant> at = engine.previous(to);
    while (at.isPresent() && !at.get().isBefore(from)) {
      found.add(at.get());
      at = engine.previous(at.get());
    }
    return found.reversed();
  }

  private void same(Object expected, Object found, String question) {
    if (!expected.equals(found)) {
      throw new AssertionError(
          "%s %s, %s:%n  the oracle says %s%n  the engine says %s"
              .formatted(engine, engine.policy(), question, expected, found));
    }
  }
}
