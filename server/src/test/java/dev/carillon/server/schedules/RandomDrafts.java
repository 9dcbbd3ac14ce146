package dev.carillon.server.schedules;

import dev.carillon.core.calendar.Calendar;
import dev.carillon.core.calendar.Calendar.Content;
import dev.carillon.core.calendar.Calendar.Part;
import dev.carillon.core.time.Zones;
import dev.carillon.testkit.oracle.RandomCron;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Writes random drafts of schedules whose times lie around a change of the clocks. */
final class RandomDrafts {
  private static final Instant FIRST = Instant.parse("2025-01-01T00:00:00Z");
  private static final int DAYS = 12 * 365;
  private static final List<String> WEEKDAYS = List.of("MO", "TU", "WE", "TH", "FR", "SA", "SU");

  private final Random random;
  private final RandomCron crons;
  private final List<String> zones = Zones.names().stream().sorted().toList();

  RandomDrafts(long seed) {
    random = new Random(seed);
    crons = new RandomCron(seed);
  }

  /** Where people begin to say what should happen: shortly before their clocks change. */
  record Beginning(ZoneId zone, Instant at) {}

  /** Anywhere in the world, and at no whole second. */
  Beginning beginning() {
    var zone = ZoneId.of(zones.get(random.nextInt(zones.size())));
    var day = FIRST.plus(Duration.ofDays(random.nextInt(DAYS)));
    var change = zone.getRules().nextTransition(day);
    var met = change == null ? day : change.getInstant();
    return new Beginning(zone, met.minusMillis(random.nextInt(40 * 3_600_000)));
  }

  /** A draft as JSON that the API takes; it may be one that never fires. */
  String draft(Beginning beginning) {
    var parts = new ArrayList<String>();
    parts.add("'name':'random','task_query':'go','overlap_policy':'allow'");
    parts.add("'trigger':" + trigger(beginning));
    if (random.nextInt(3) > 0) {
      parts.add("'dst':{'gap':'%s','overlap_hour':'%s'}".formatted(gap(), overlapHour()));
    }
    if (random.nextInt(4) == 0) {
      parts.add("'start_at':" + time(beginning, -24, 48));
    }
    if (random.nextInt(4) == 0) {
      parts.add("'end_at':" + time(beginning, 48, 240));
    }
    if (random.nextInt(4) == 0) {
      parts.add("'max_runs':" + between(1, 5));
    }
    if (random.nextInt(3) == 0) {
      parts.add("'jitter':" + jitter());
    }
    if (random.nextInt(3) == 0) {
      parts.add("'execution_window':" + window());
    }
    if (random.nextInt(3) == 0) {
      parts.add("'calendars':" + calendars());
    }
    return ("{" + String.join(",", parts) + "}").replace('\'', '"');
  }

  /** Calendars that matter in the days around a beginning. */
  Map<String, Calendar> calendars(Beginning beginning) {
    var first = beginning.at().atZone(beginning.zone()).toLocalDate();
    var dates = new TreeSet<LocalDate>();
    for (var i = 0; i < 4; i++) {
      dates.add(first.plusDays(random.nextInt(7)));
    }
    var part =
        new Part(
            EnumSet.of(first.plusDays(1).getDayOfWeek(), first.plusDays(2).getDayOfWeek()),
            LocalTime.of(between(0, 23), 0),
            LocalTime.of(between(0, 23), 0));
    var week = EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY);
    return Map.of(
        "dates",
        new Calendar(new Content.Dates(dates), Optional.empty()),
        "weekly",
        new Calendar(new Content.Weekly(List.of(part)), Optional.of(beginning.zone())),
        "business",
        new Calendar(new Content.BusinessDays(week, Optional.empty(), dates), Optional.empty()));
  }

  private String calendars() {
    var exclude = random.nextBoolean() ? "'dates'" : "'dates','weekly'";
    return "{'include':[%s],'exclude':[%s],'on_excluded':'%s'}"
        .formatted(
            random.nextInt(3) == 0 ? "'business'" : "",
            exclude,
            List.of("skip", "skip", "next_business_day", "previous_business_day")
                .get(random.nextInt(4)));
  }

  private String window() {
    var from = between(0, 23);
    return "{'from':'%02d:%02d','to':'%02d:30','outside':'%s'}"
        .formatted(
            from,
            between(0, 29),
            (from + between(1, 23)) % 24,
            random.nextBoolean() ? "skip" : "wait");
  }

  private String jitter() {
    return "{'span_ms':%d,'mode':'%s'}"
        .formatted(
            random.nextInt(random.nextBoolean() ? 5_000 : 7_200_000),
            random.nextBoolean() ? "after" : "around");
  }

  private String trigger(Beginning beginning) {
    return switch (random.nextInt(8)) {
      case 0 -> interval(beginning);
      case 1 -> "{'type':'dates','at':[" + times(beginning, between(1, 6)) + "]}";
      case 2 -> "{'type':'once','at':" + time(beginning, -6, 60) + "}";
      case 3 -> rule(beginning);
      default -> cron(beginning);
    };
  }

  private String cron(Beginning beginning) {
    var change = beginning.zone().getRules().nextTransition(beginning.at());
    var around = change == null ? random.nextInt(24) : change.getDateTimeBefore().getHour();
    return "{'type':'cron','expression':'%s','timezone':'%s'}"
        .formatted(crons.line(around), beginning.zone());
  }

  private String interval(Beginning beginning) {
    var unit = List.of("seconds", "minutes", "hours", "days").get(random.nextInt(4));
    var anchor = random.nextBoolean() ? ",'anchor':" + time(beginning, -1_000, 24) : "";
    return "{'type':'interval','every':%d,'unit':'%s'%s}".formatted(between(1, 90), unit, anchor);
  }

  private String rule(Beginning beginning) {
    var parts = new ArrayList<String>();
    parts.add("FREQ=" + List.of("HOURLY", "DAILY", "WEEKLY", "MONTHLY").get(random.nextInt(4)));
    parts.add("INTERVAL=" + between(1, 3));
    if (random.nextBoolean()) {
      parts.add("BYDAY=" + WEEKDAYS.get(random.nextInt(7)) + "," + WEEKDAYS.get(random.nextInt(7)));
    }
    if (random.nextInt(3) == 0) {
      parts.add("BYHOUR=" + between(0, 4) + ";BYMINUTE=0," + between(1, 59));
    }
    if (random.nextInt(4) == 0) {
      parts.add("COUNT=" + between(1, 12));
    }
    return "{'type':'rrule','rule':'%s','timezone':'%s','dtstart':%s}"
        .formatted(String.join(";", parts), beginning.zone(), time(beginning, -500, 24));
  }

  private String times(Beginning beginning, int count) {
    return Stream.generate(() -> time(beginning, -6, 80))
        .limit(count)
        .collect(Collectors.joining(","));
  }

  /** A time so many hours from the beginning, to the millisecond. */
  private String time(Beginning beginning, int least, int most) {
    var seconds = between(least * 3_600, most * 3_600);
    return "'" + beginning.at().plusSeconds(seconds).plusMillis(random.nextInt(3)) + "'";
  }

  private String gap() {
    return List.of("run_at_transition", "skip", "shift").get(random.nextInt(3));
  }

  private String overlapHour() {
    return List.of("first", "second", "both").get(random.nextInt(3));
  }

  private int between(int least, int most) {
    return least + random.nextInt(most - least + 1);
  }
}
