package dev.carillon.bench.cron;

import com.cronutils.parser.CronParser;
import dev.carillon.core.cron.CronTimes;
import it.sauronsoftware.cron4j.SchedulingPattern;

/** The programs that are measured beside each other; the last one is ours. */
public enum Peer {
  CRON_UTILS("cron-utils", CronParser.class),
  QUARTZ("Quartz", org.quartz.CronExpression.class),
  SPRING("Spring", org.springframework.scheduling.support.CronExpression.class),
  JOBRUNR("JobRunr", org.jobrunr.scheduling.cron.CronExpression.class),
  CRON4J("cron4j", SchedulingPattern.class),
  CARILLON("Carillon", CronTimes.class);

  private final String title;
  private final Class<?> type;

  Peer(String title, Class<?> type) {
    this.title = title;
    this.type = type;
  }

  Program program() {
    return switch (this) {
      case CRON_UTILS -> new Cronutils();
      case QUARTZ -> new Quartz();
      case SPRING -> new Spring();
      case JOBRUNR -> new JobRunr();
      case CRON4J -> new Cron4j();
      case CARILLON -> new Carillon();
    };
  }

  /** The name with the version, as the name of the measured jar tells it. */
  String titleWithVersion() {
    String place = type.getProtectionDomain().getCodeSource().getLocation().getPath();
    String version = place.replaceFirst(".*-(\\d[\\w.]*)\\.jar$", "$1");
    return version.equals(place) ? title : title + " " + version;
  }
}
