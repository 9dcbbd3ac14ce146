package dev.carillon.bench.cron;

import it.sauronsoftware.cron4j.Predictor;
import it.sauronsoftware.cron4j.SchedulingPattern;
import java.time.Instant;
import java.util.TimeZone;

/** The library cron4j, which asks of each minute after the given one whether it matches. */
final class Cron4j implements Program {
  @Override
  public SchedulingPattern read(Row row) {
    return new SchedulingPattern(row.unix());
  }

  @Override
  public Walk<?> walk(Row row) {
    SchedulingPattern pattern = read(row);
    TimeZone zone = TimeZone.getTimeZone(row.zone());
    return new Walk<Long>(
        Instant::toEpochMilli, at -> next(pattern, zone, at), Instant::ofEpochMilli);
  }

  private static long next(SchedulingPattern pattern, TimeZone zone, long at) {
    Predictor predictor = new Predictor(pattern, at);
    predictor.setTimeZone(zone);
    return predictor.nextMatchingTime();
  }
}
