package dev.carillon.bench.cron;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;

/** A line that is measured, in its zone, over a hundred years. */
public enum Row {
  EACH_MINUTE("* * * * *", "0 * * * * ?", "UTC"),
  EACH_QUARTER("*/15 * * * *", "0 */15 * * * ?", "UTC"),
  WORKDAYS("0 9 * * 1-5", "0 0 9 ? * MON-FRI", "UTC"),
  LEAP_DAY("0 0 29 2 *", "0 0 0 29 2 ?", "UTC"),
  IN_A_ZONE("0 2 * * *", "0 0 2 * * ?", "America/New_York"),
  LAST_DAY("0 0 L * *", "0 0 0 L * ?", "UTC");

  static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
  static final Instant END = START.plus(Duration.ofDays(36_524));

  /** The line whose reading is measured. */
  static final Row READ = WORKDAYS;

  private final String unix;
  private final String quartz;
  private final ZoneId zone;

  Row(String unix, String quartz, String zone) {
    this.unix = unix;
    this.quartz = quartz;
    this.zone = ZoneId.of(zone);
  }

  /** In five fields. */
  String unix() {
    return unix;
  }

  /** In five fields after a second. */
  String withSecond() {
    return "0 " + unix;
  }

  /** As Quartz wants it, with a {@code ?} for one of the days. */
  String quartz() {
    return quartz;
  }

  ZoneId zone() {
    return zone;
  }

  @Override
  public String toString() {
    return "`" + unix + "` " + zone;
  }
}
