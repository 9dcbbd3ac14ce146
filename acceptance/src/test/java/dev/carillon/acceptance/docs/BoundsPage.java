package dev.carillon.acceptance.docs;

import dev.carillon.core.calendar.Calendar;
import dev.carillon.core.calendar.Calendar.Content;
import dev.carillon.core.cron.CronExpression;
import dev.carillon.core.cron.CronParse;
import dev.carillon.core.cron.CronTimes;
import dev.carillon.core.cron.DstPolicy;
import dev.carillon.core.schedule.Bounds;
import dev.carillon.core.schedule.Calendars;
import dev.carillon.core.schedule.Calendars.OnExcluded;
import dev.carillon.core.schedule.ExecutionWindow;
import dev.carillon.core.schedule.ExecutionWindow.Outside;
import dev.carillon.core.schedule.ScheduleId;
import dev.carillon.core.schedule.Trigger;
import dev.carillon.core.time.DailyWindow;
import dev.carillon.core.time.Jitter;
import dev.carillon.core.timeline.Agenda;
import dev.carillon.core.timeline.Occurrence;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The tables of the page about time that tell what bounds make of an occurrence. */
final class BoundsPage {
  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
  private static final ScheduleId ID =
      new ScheduleId(UUID.fromString("0a4f3c1e-6f0b-4c1d-9a53-0f1f6a3a8f10"));
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("EEE d MMM HH:mm", Locale.ENGLISH);
  private static final DateTimeFormatter EXACT =
      DateTimeFormatter.ofPattern("HH:mm:ss.SSS", Locale.ENGLISH);

  private BoundsPage() {}

  static String window() {
    return Stream.of("2027-03-01T06:00", "2027-03-01T08:00", "2027-03-01T20:00")
        .map(local -> {
          var nominal = ZonedDateTime.parse(local + "+01:00[Europe/Berlin]").toInstant();
          return "| %s | %s | %s |"
              .formatted(
                  DAY.format(nominal.atZone(BERLIN)),
                  became(windowed(Outside.SKIP), nominal),
                  became(windowed(Outside.WAIT), nominal));
        })
        .collect(Collectors.joining("\n"));
  }

  private static Agenda windowed(Outside outside) {
    var daily = new DailyWindow(LocalTime.of(8, 0), LocalTime.of(20, 0), BERLIN);
    var bounds = Bounds.NONE.with(new ExecutionWindow(daily, outside));
    return Agenda.of(ID, cron("0 6,8,20 * * *"), bounds);
  }

  static String calendars() {
    return Stream.of("2027-03-25", "2027-03-26", "2027-03-27", "2027-03-29", "2027-03-30")
        .map(day -> {
          var nominal = LocalDate.parse(day).atTime(9, 0).atZone(BERLIN).toInstant();
          var cells =
              Arrays.stream(OnExcluded.values())
                  .map(onExcluded -> became(excluding(onExcluded), nominal))
                  .collect(Collectors.joining(" | "));
          return "| %s | %s |".formatted(DAY.format(nominal.atZone(BERLIN)), cells);
        })
        .collect(Collectors.joining("\n"));
  }

  /** Good Friday and Easter Monday are excluded. */
  private static Agenda excluding(OnExcluded onExcluded) {
    var days = new TreeSet<>(List.of(LocalDate.of(2027, 3, 26), LocalDate.of(2027, 3, 29)));
    var calendar = new Calendar(new Content.Dates(days), Optional.empty());
    var calendars =
        new Calendars(List.of(), List.of("easter"), onExcluded, Map.of("easter", calendar));
    return Agenda.of(ID, cron("0 9 * * *"), Bounds.NONE.with(calendars));
  }

  static String jitter() {
    return Stream.of(
            new Jitter(Duration.ofMinutes(10), Jitter.Mode.AFTER),
            new Jitter(Duration.ofMinutes(10), Jitter.Mode.AROUND),
            new Jitter(Duration.ofHours(24), Jitter.Mode.AFTER))
        .map(jitter -> {
          var agenda = Agenda.of(ID, cron("0 9-17 * * *"), Bounds.NONE.with(jitter));
          var nine = ZonedDateTime.parse("2027-03-01T09:00+01:00[Europe/Berlin]").toInstant();
          var room = agenda.room(nine);
          return "| %d | %s | %s to %s | %s |"
              .formatted(
                  jitter.span().toMillis(),
                  jitter.mode().name().toLowerCase(Locale.ROOT),
                  time(room.earliest()),
                  time(room.latest()),
                  time(agenda.at(nine).desired()));
        })
        .collect(Collectors.joining("\n"));
  }

  private static String time(Instant at) {
    return EXACT.format(at.atZone(BERLIN));
  }

  private static String became(Agenda agenda, Instant nominal) {
    var occurrence = agenda.at(nominal);
    return occurrence
        .leftOut()
        .map(reason -> "a line `" + reason.name().toLowerCase(Locale.ROOT) + "`")
        .orElseGet(() -> desired(occurrence));
  }

  private static String desired(Occurrence occurrence) {
    return occurrence.desired().equals(occurrence.nominal())
        ? "then"
        : DAY.format(occurrence.desired().atZone(BERLIN));
  }

  private static Trigger cron(String line) {
    return switch (CronExpression.parse(line)) {
      case CronParse.Parsed(var expression) ->
          new Trigger.Cron(CronTimes.of(expression, BERLIN, DstPolicy.DEFAULT));
      case CronParse.Refused refused -> throw new IllegalStateException(refused.message());
    };
  }
}
