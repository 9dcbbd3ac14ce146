package dev.carillon.bench.cron;

import java.text.ParseException;
import java.util.Date;
import java.util.TimeZone;
import org.quartz.CronExpression;

/** Quartz, which wants a second in front and a question mark for one of the days. */
final class Quartz implements Program {
  @Override
  public CronExpression read(Row row) {
    try {
      return new CronExpression(row.quartz());
    } catch (ParseException refused) {
      throw new IllegalArgumentException(row.quartz(), refused);
    }
  }

  @Override
  public Walk<?> walk(Row row) {
    CronExpression cron = read(row);
    cron.setTimeZone(TimeZone.getTimeZone(row.zone()));
    return new Walk<Date>(Date::from, cron::getNextValidTimeAfter, Date::toInstant);
  }
}
