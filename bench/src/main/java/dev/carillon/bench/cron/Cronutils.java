package dev.carillon.bench.cron;

import com.cronutils.model.Cron;
import com.cronutils.model.CronType;
import com.cronutils.model.definition.CronDefinitionBuilder;
import com.cronutils.model.time.ExecutionTime;
import com.cronutils.parser.CronParser;
import java.time.ZonedDateTime;

/**
 * The library cron-utils, whose unix dialect knows no last day: that line is written as for Quartz.
 */
final class Cronutils implements Program {
  private final CronParser unix = parser(CronType.UNIX);
  private final CronParser quartz = parser(CronType.QUARTZ);

  @Override
  public Cron read(Row row) {
    return row == Row.LAST_DAY ? quartz.parse(row.quartz()) : unix.parse(row.unix());
  }

  @Override
  public Walk<?> walk(Row row) {
    ExecutionTime times = ExecutionTime.forCron(read(row));
    return new Walk<ZonedDateTime>(
        from -> from.atZone(row.zone()),
        at -> times.nextExecution(at).orElse(null),
        ZonedDateTime::toInstant);
  }

  private static CronParser parser(CronType type) {
    return new CronParser(CronDefinitionBuilder.instanceDefinitionFor(type));
  }
}
