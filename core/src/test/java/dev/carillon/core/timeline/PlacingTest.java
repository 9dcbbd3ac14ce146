package dev.carillon.core.timeline;

import static org.assertj.core.api.Assertions.assertThat;

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
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What calendars make of a schedule that is due at 09:00 and 17:00 of each day, in UTC. */
final class PlacingTest {
  private static final ScheduleId ID = new ScheduleId(new UUID(3, 4));

  /** Thursday 25 March 2027 is excluded, and Good Friday, Easter and its Monday, 26 to 29 March. */
  @ParameterizedTest(name = "{0}, {1}: {2}, left out {3}")
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      textBlock =
          """
          SKIP                  | 2027-03-24T17:00:00Z | 2027-03-24T17:00:00Z | -
          SKIP                  | 2027-03-25T09:00:00Z | 2027-03-25T09:00:00Z | CALENDAR
          SKIP                  | 2027-03-29T17:00:00Z | 2027-03-29T17:00:00Z | CALENDAR
          SKIP                  | 2027-03-30T09:00:00Z | 2027-03-30T09:00:00Z | -
          NEXT_BUSINESS_DAY     | 2027-03-24T17:00:00Z | 2027-03-24T17:00:00Z | -
          NEXT_BUSINESS_DAY     | 2027-03-29T17:00:00Z | 2027-03-30T17:00:00Z | -
          NEXT_BUSINESS_DAY     | 2027-03-29T09:00:00Z | 2027-03-30T09:00:00Z | -
          NEXT_BUSINESS_DAY     | 2027-03-25T17:00:00Z | 2027-03-30T17:00:00Z | -
          PREVIOUS_BUSINESS_DAY | 2027-03-25T09:00:00Z | 2027-03-24T09:00:00Z | -
          PREVIOUS_BUSINESS_DAY | 2027-03-29T17:00:00Z | 2027-03-24T17:00:00Z | -
          """)
  void what_a_calendar_excludes_is_left_out_or_goes_to_a_business_day(
      OnExcluded onExcluded, Instant nominal, Instant desired, Reason leftOut) {
    var bounds = Bounds.NONE.with(excluding(onExcluded, days("2027-03-25", 5)));
    assertThat(agenda(bounds).at(nominal))
        .isEqualTo(new Occurrence(nominal, desired, Optional.ofNullable(leftOut)));
  }

  @Test
  void a_saturday_is_no_business_day_though_no_calendar_excludes_it() {
    var bounds = Bounds.NONE.with(excluding(OnExcluded.NEXT_BUSINESS_DAY, days("2027-03-05", 1)));
    assertThat(daily(bounds).at(Instant.parse("2027-03-05T09:00:00Z")).desired())
        .isEqualTo(Instant.parse("2027-03-08T09:00:00Z"));
  }

  @Test
  void only_what_an_included_calendar_covers_runs() {
    var fair = new Calendars(List.of("days"), List.of(), OnExcluded.SKIP, days("2027-03-25", 2));
    var agenda = agenda(Bounds.NONE.with(fair));
    assertThat(agenda.due(Instant.parse("2027-03-01T00:00:00Z")).orElseThrow().nominal())
        .isEqualTo(Instant.parse("2027-03-25T09:00:00Z"));
    assertThat(agenda.due(Instant.parse("2027-03-27T00:00:00Z"))).isEmpty();
  }

  @Test
  void what_waits_for_its_window_waits_for_a_day_that_is_permitted() {
    var night = new DailyWindow(LocalTime.of(8, 0), LocalTime.of(12, 0), ZoneOffset.UTC);
    var bounds =
        Bounds.NONE
            .with(excluding(OnExcluded.SKIP, days("2027-03-25", 5)))
            .with(new ExecutionWindow(night, Outside.WAIT));
    assertThat(agenda(bounds).at(Instant.parse("2027-03-24T17:00:00Z")).desired())
        .isEqualTo(Instant.parse("2027-03-30T08:00:00Z"));
  }

  @Test
  void with_every_day_excluded_nothing_is_due_and_nothing_loops() {
    for (var onExcluded : OnExcluded.values()) {
      var all = excluding(onExcluded, days("2026-01-01", 3_000));
      assertThat(agenda(Bounds.NONE.with(all)).due(Instant.parse("2027-03-01T00:00:00Z")))
          .matches(due ->
              due.isEmpty() || due.get().nominal().isAfter(Instant.parse("2032-01-01T00:00:00Z")));
    }
  }

  @Test
  void turns_ascend_with_nominal_times_under_every_calendar() {
    for (var seed = 0; seed < 150; seed++) {
      var random = new Random(seed);
      var actions = OnExcluded.values();
      var dates = new TreeSet<LocalDate>();
      for (var i = 0; i < 12; i++) {
        dates.add(LocalDate.of(2027, 3, 1).plusDays(random.nextInt(30)));
      }
      var known = Map.of("days", new Calendar(new Content.Dates(dates), Optional.empty()));
      var bounds =
          RandomBounds.around(Instant.parse("2027-03-01T09:00:00Z"), random)
              .with(excluding(actions[random.nextInt(actions.length)], known));
      var trigger = new Trigger.Every(1 + random.nextInt(30), Trigger.Unit.HOURS, Instant.EPOCH);
      var agenda = Agenda.of(ID, trigger, bounds);
      var desired = new ArrayList<Instant>();
      var at = agenda.timetable().from(Instant.parse("2027-03-01T00:00:00Z"));
      while (desired.size() < 60) {
        desired.add(agenda.turn(at.orElseThrow()));
        at = agenda.timetable().after(at.orElseThrow());
      }
      assertThat(desired).as("seed %d %s", seed, bounds).isSorted();
    }
  }

  private static Agenda agenda(Bounds bounds) {
    var line =
        switch (CronExpression.parse("0 9,17 * * *")) {
          case CronParse.Parsed(var expression) -> expression;
          case CronParse.Refused refused -> throw new IllegalStateException(refused.message());
        };
    var times = CronTimes.of(line, ZoneOffset.UTC, DstPolicy.DEFAULT);
    return Agenda.of(ID, new Trigger.Cron(times), bounds);
  }

  private static Agenda daily(Bounds bounds) {
    var nine = Instant.parse("2026-12-31T09:00:00Z");
    return Agenda.of(ID, new Trigger.Every(1, Trigger.Unit.DAYS, nine), bounds);
  }

  private static Calendars excluding(OnExcluded onExcluded, Map<String, Calendar> known) {
    return new Calendars(List.of(), List.of("days"), onExcluded, known);
  }

  private static Map<String, Calendar> days(String first, int count) {
    var dates = new TreeSet<LocalDate>();
    for (var i = 0; i < count; i++) {
      dates.add(LocalDate.parse(first).plusDays(i));
    }
    return Map.of("days", new Calendar(new Content.Dates(dates), Optional.empty()));
  }
}
