package dev.carillon.bench.cron;

import java.time.Instant;
import org.jobrunr.scheduling.cron.CronExpression;

/** JobRunr, which reads five fields as we do. */
final class JobRunr implements Program {
  @Override
  public CronExpression read(Row row) {
    return new CronExpression(row.unix());
  }

  @Override
  public Walk<?> walk(Row row) {
    CronExpression cron = read(row);
    return new Walk<Instant>(
        from -> from, at -> cron.next(Row.START, at, row.zone()), instant -> instant);
  }
}
