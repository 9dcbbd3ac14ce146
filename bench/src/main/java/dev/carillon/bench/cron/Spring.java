package dev.carillon.bench.cron;

import java.time.ZonedDateTime;
import org.springframework.scheduling.support.CronExpression;

/** Spring, which wants a second in front. */
final class Spring implements Program {
  @Override
  public CronExpression read(Row row) {
    return CronExpression.parse(row.withSecond());
  }

  @Override
  public Walk<?> walk(Row row) {
    CronExpression cron = read(row);
    return new Walk<ZonedDateTime>(
        from -> from.atZone(row.zone()), at -> cron.next(at), ZonedDateTime::toInstant);
  }
}
