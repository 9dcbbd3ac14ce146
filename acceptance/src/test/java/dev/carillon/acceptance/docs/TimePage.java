package dev.carillon.acceptance.docs;

import dev.carillon.core.cron.CronExpression;
import dev.carillon.core.cron.CronParse;
import dev.carillon.core.cron.CronTimes;
import dev.carillon.core.cron.Dialect;
import dev.carillon.core.cron.DstPolicy;
import dev.carillon.core.cron.Field;
import dev.carillon.core.cron.Gap;
import dev.carillon.core.cron.Nicknames;
import dev.carillon.core.cron.OverlapHour;
import dev.carillon.core.cron.Warning;
import dev.carillon.core.recurrence.Recurrence;
import dev.carillon.core.recurrence.RecurrenceParse;
import dev.carillon.core.recurrence.RecurrenceRule;
import dev.carillon.core.schedule.Bounds;
import dev.carillon.core.schedule.ClockMark;
import dev.carillon.core.schedule.EventFilter;
import dev.carillon.core.schedule.ScheduleId;
import dev.carillon.core.schedule.Spacing;
import dev.carillon.core.schedule.Timetable;
import dev.carillon.core.schedule.Trigger;
import dev.carillon.core.schedule.Trigger.Awaited;
import dev.carillon.core.schedule.Trigger.Condition;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The tables of the page about time, each computed by the engine that fires. */
final class TimePage {
  /** The examples look from here: a Monday, some weeks before the clocks of Berlin change. */
  private static final Instant NOW = Instant.parse("2027-03-01T08:00:00Z");

  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
  private static final Instant SPRING = Instant.parse("2027-03-27T12:00:00Z");
  private static final ScheduleId OTHER =
      new ScheduleId(UUID.fromString("0a4f3c1e-6f0b-4c1d-9a53-0f1f6a3a8f10"));
  private static final Instant AUTUMN = Instant.parse("2027-10-30T12:00:00Z");

  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("EEE d MMM yyyy", Locale.ENGLISH);
  private static final DateTimeFormatter EXACT = DateTimeFormatter.ofPattern("HH:mm xxx");

  private static final List<String> SPECIAL =
      List.of(
          "0 9 ? * MON-FRI",
          "0 9 L * *",
          "0 9 L-3 * *",
          "0 9 15W * *",
          "0 9 LW * *",
          "0 9 * * FRIL",
          "0 9 * * FRI#2",
          "0 9 13 * FRI",
          "0 9 13 * +FRI",
          "*/20 8-17 * * *",
          "0 9 1,15 JAN-MAR *",
          "30 0 9 * * *",
          "0 0 9 1 1 * 2030");

  private static final List<String> REFUSED =
      List.of(
          "60 * * * *",
          "* * * *",
          "0 0 0 * *",
          "*/0 * * * *",
          "/5 * * * *",
          "1,,2 * * * *",
          "1.5 * * * *",
          "0 22-2 * * *",
          "0 9 * * FRI-MON",
          "0 9 * * FRIDAY",
          "0 9 * * FRI#6",
          "0 9 l * *",
          "H 9 * * *",
          "@Daily",
          "@every 1h",
          "@reboot",
          "TZ=Europe/Berlin 0 9 * * *",
          "# every day");

  private TimePage() {}

  static String fields() {
    return Arrays.stream(Field.values())
        .map(field ->
            "| %s | %d-%d | %s |"
                .formatted(
                    field.title(),
                    field.least(Dialect.UNIX),
                    field.greatest(),
                    field.hasNames() ? field.namesInWords() + ", in any case" : ""))
        .collect(Collectors.joining("\n"));
  }

  static String dialects() {
    return Arrays.stream(Dialect.values())
        .map(dialect ->
            "| `%s` | %s | %s |".formatted(dialect.wireName(), about(dialect), example(dialect)))
        .collect(Collectors.joining("\n"));
  }

  private static String about(Dialect dialect) {
    return switch (dialect) {
      case UNIX -> "5 fields, or a nickname; Sunday is 0 or 7";
      case SECONDS -> "6 fields with the second first, or 7 with the year last; Sunday is 0 or 7";
      case QUARTZ ->
          "6 or 7 fields as Quartz reads them, only when named: Sunday is 1, one day field is `?`";
    };
  }

  private static String example(Dialect dialect) {
    var line =
        switch (dialect) {
          case UNIX -> "0 12 * * 2";
          case SECONDS -> "0 0 12 * * 2";
          case QUARTZ -> "0 0 12 ? * 2";
        };
    return "`" + line + "` " + expression(line, Optional.of(dialect)).explain().words();
  }

  static String nicknames() {
    return Nicknames.all().stream()
        .map(one ->
            "| `%s` | `%s` | %s |"
                .formatted(
                    one.name(),
                    one.line(),
                    expression(one.name(), Optional.empty()).explain().words()))
        .collect(Collectors.joining("\n"));
  }

  static String special() {
    return SPECIAL.stream()
        .map(line ->
            "| `%s` | %s | %s |"
                .formatted(
                    line, expression(line, Optional.empty()).explain().words(), first(cron(line))))
        .collect(Collectors.joining("\n"));
  }

  static String refusals() {
    return REFUSED.stream()
        .map(line -> "| `%s` | %s |".formatted(line, refusal(line)))
        .collect(Collectors.joining("\n"));
  }

  private static String refusal(String line) {
    return switch (CronExpression.parse(line)) {
      case CronParse.Refused refused -> refused.message();
      case CronParse.Parsed _ -> throw new IllegalStateException(line + " is not refused");
    };
  }

  static String warnings() {
    return Arrays.stream(Warning.Kind.values())
        .map(kind -> "| `%s` | `%s` | %s |".formatted(kind.wireName(), line(kind), text(kind)))
        .collect(Collectors.joining("\n"));
  }

  private static String line(Warning.Kind kind) {
    return switch (kind) {
      case NEVER_FIRES -> "0 0 30 2 *";
      case EITHER_DAY -> "0 9 13 * FRI";
      case LEADING_STAR -> "0 9 */2 * MON";
      case UNEVEN_STEP -> "*/45 * * * *";
      case OPEN_STEP -> "5/15 * * * *";
      case LONG_STEP -> "*/99 * * * *";
      case SHORT_MONTH -> "0 9 31 * *";
      case LEAP_DAY -> "0 9 29 2 *";
      case CLOCK_GAP, CLOCK_OVERLAP -> "30 2 * * *";
    };
  }

  private static String text(Warning.Kind kind) {
    return CronTimes.of(expression(line(kind), Optional.empty()), BERLIN, DstPolicy.DEFAULT)
        .explain(NOW)
        .warnings()
        .stream()
        .filter(warning -> warning.kind() == kind)
        .map(Warning::text)
        .findFirst()
        .orElseThrow();
  }

  /** What a line does on the two nights of 2027 on which the clocks of Berlin change. */
  static String policies() {
    var rows = new ArrayList<String>();
    for (var gap : Gap.values()) {
      for (var hour : OverlapHour.values()) {
        var trigger = cron("30 2 * * *", new DstPolicy(gap, hour));
        rows.add(
            "| `%s` | `%s` | %s | %s |"
                .formatted(
                    gap.wireName(),
                    hour.wireName(),
                    night(trigger, SPRING),
                    night(trigger, AUTUMN)));
      }
    }
    return String.join("\n", rows);
  }

  static String wallClock() {
    return Stream.of("30 2 * * *", "0,30 2 * * *", "*/30 2 * * *", "30 * * * *", "0 3 * * *")
        .map(line -> {
          var trigger = cron(line);
          var wild = expression(line, Optional.empty()).followsWallClock();
          return "| `%s` | %s | %s | %s |"
              .formatted(
                  line,
                  wild ? "the wall clock" : "fixed times",
                  night(trigger, SPRING),
                  night(trigger, AUTUMN));
        })
        .collect(Collectors.joining("\n"));
  }

  /** From 01:00 to 04:00 of the night after an afternoon. */
  private static String night(Trigger trigger, Instant afternoon) {
    var midnight = afternoon.atZone(BERLIN).toLocalDate().plusDays(1).atStartOfDay(BERLIN);
    var until = midnight.withHour(4).toInstant();
    var runs = new ArrayList<String>();
    var at = trigger.timetable().from(midnight.withHour(1).toInstant());
    while (at.isPresent() && at.get().isBefore(until)) {
      runs.add(EXACT.format(at.get().atZone(BERLIN)));
      at = trigger.timetable().after(at.get());
    }
    return runs.isEmpty() ? "no run" : String.join(", ", runs);
  }

  static String triggers() {
    return Stream.of(
            cron("0 9 * * MON-FRI"),
            new Trigger.Every(90, Trigger.Unit.MINUTES, NOW),
            rule("FREQ=MONTHLY;BYDAY=2TU"),
            new Trigger.Once(Instant.parse("2027-04-01T07:00:00Z")),
            new Trigger.Dates(
                List.of(
                    Instant.parse("2027-04-01T07:00:00Z"), Instant.parse("2027-07-01T07:00:00Z"))),
            new Trigger.Event("deployed", new EventFilter(Map.of("/branch", List.of("\"main\"")))),
            new Trigger.After(List.of(OTHER), Condition.ANY, Awaited.SUCCESS),
            new Trigger.Manual())
        .map(trigger ->
            "| `%s` | `%s` | %s | %s | %s |"
                .formatted(
                    TriggerOnWire.type(trigger),
                    TriggerOnWire.says(trigger),
                    trigger.words(),
                    first(trigger),
                    gap(trigger)))
        .collect(Collectors.joining("\n"));
  }

  private static String gap(Trigger trigger) {
    return Spacing.smallest(trigger, NOW).map(TimePage::words).orElse("");
  }

  private static String words(Duration gap) {
    var hours = gap.toHours();
    return hours >= 48
        ? gap.toDays() + " d" + (gap.toHoursPart() == 0 ? "" : " " + gap.toHoursPart() + " h")
        : hours > 0 ? hours + " h" + minutes(gap) : gap.toMinutes() + " min";
  }

  private static String minutes(Duration gap) {
    return gap.toMinutesPart() == 0 ? "" : " " + gap.toMinutesPart() + " min";
  }

  static String bounds() {
    var hourly = new Trigger.Every(1, Trigger.Unit.HOURS, NOW).timetable();
    var start = Optional.of(Instant.parse("2027-03-01T10:30:00Z"));
    var end = Optional.of(Instant.parse("2027-03-01T12:00:00Z"));
    return Stream.of(
            bounded("start_at", new Bounds(start, Optional.empty(), Optional.empty()), hourly),
            bounded("end_at", new Bounds(Optional.empty(), end, Optional.empty()), hourly),
            bounded("both", new Bounds(start, end, Optional.empty()), hourly))
        .collect(Collectors.joining("\n"));
  }

  private static String bounded(String name, Bounds bounds, Timetable hourly) {
    var within = bounds.within(hourly);
    return "| %s | %s | %s | %s |"
        .formatted(
            name,
            bounds.startAt().map(Instant::toString).orElse(""),
            bounds.endAt().map(Instant::toString).orElse(""),
            instants(within, 3).stream()
                .map(at -> at.atZone(ZoneOffset.UTC).toLocalTime().toString())
                .collect(Collectors.joining(", ")));
  }

  static String marks() {
    var both = new DstPolicy(Gap.SHIFT, OverlapHour.BOTH);
    var nightly = cron("30 2 * * *", both);
    return Arrays.stream(ClockMark.values())
        .map(mark ->
            "| `%s` | %s | %s |"
                .formatted(
                    mark.name().toLowerCase(Locale.ROOT), mark.words(), marked(nightly, mark)))
        .collect(Collectors.joining("\n"));
  }

  private static String marked(Trigger trigger, ClockMark mark) {
    var at = trigger.timetable().after(NOW);
    while (!ClockMark.of(trigger, at.orElseThrow()).equals(Optional.of(mark))) {
      at = trigger.timetable().after(at.orElseThrow());
    }
    return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(at.orElseThrow().atZone(BERLIN));
  }

  private static String first(Trigger trigger) {
    return instants(trigger.timetable(), 2).stream()
        .map(at -> DAY.format(at.atZone(BERLIN)) + " " + at.atZone(BERLIN).toLocalTime())
        .collect(Collectors.joining(", "));
  }

  private static List<Instant> instants(Timetable timetable, int most) {
    return Stream.iterate(
            timetable.from(NOW), Optional::isPresent, at -> timetable.after(at.orElseThrow()))
        .limit(most)
        .map(Optional::orElseThrow)
        .toList();
  }

  private static Trigger cron(String line) {
    return cron(line, DstPolicy.DEFAULT);
  }

  private static Trigger cron(String line, DstPolicy policy) {
    return new Trigger.Cron(CronTimes.of(expression(line, Optional.empty()), BERLIN, policy));
  }

  private static Trigger rule(String text) {
    return switch (RecurrenceRule.parse(text)) {
      case RecurrenceParse.Parsed(var rule) ->
          new Trigger.Recurring(new Recurrence(rule, NOW, BERLIN));
      case RecurrenceParse.Refused(var message) -> throw new IllegalStateException(message);
    };
  }

  private static CronExpression expression(String line, Optional<Dialect> dialect) {
    var parsed =
        dialect
            .map(named -> CronExpression.parse(line, named))
            .orElseGet(() -> CronExpression.parse(line));
    return switch (parsed) {
      case CronParse.Parsed(var expression) -> expression;
      case CronParse.Refused refused -> throw new IllegalStateException(refused.message());
    };
  }
}
