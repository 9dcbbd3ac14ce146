package dev.carillon.bench.cron;

import dev.carillon.core.cron.CronExpression;
import dev.carillon.core.cron.CronParse;
import dev.carillon.core.cron.CronTimes;
import dev.carillon.core.cron.DstPolicy;
import java.time.Instant;

/** Our own engine. */
final class Carillon implements Program {
  @Override
  public CronParse read(Row row) {
    return CronExpression.parse(row.unix());
  }

  @Override
  public Walk<?> walk(Row row) {
    CronTimes times = CronTimes.of(expression(row), row.zone(), DstPolicy.DEFAULT);
    return new Walk<Instant>(from -> from, at -> times.next(at).orElseThrow(), instant -> instant);
  }

  private CronExpression expression(Row row) {
    return switch (read(row)) {
      case CronParse.Parsed(var expression) -> expression;
      case CronParse.Refused refused -> throw new IllegalArgumentException(refused.message());
    };
  }
}
