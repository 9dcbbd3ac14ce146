package dev.carillon.core.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.carillon.core.schedule.Bounds;
import dev.carillon.core.schedule.ExecutionWindow;
import dev.carillon.core.schedule.ExecutionWindow.Outside;
import dev.carillon.core.schedule.ScheduleId;
import dev.carillon.core.schedule.Timetable;
import dev.carillon.core.schedule.Trigger;
import dev.carillon.core.time.DailyWindow;
import dev.carillon.core.time.Jitter;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** When the occurrences of a schedule should start. */
final class AgendaTest {
  private static final Instant NINE = Instant.parse("2027-03-01T09:00:00Z");
  private static final ScheduleId ID = new ScheduleId(new UUID(3, 4));

  @Test
  void jitter_is_told_by_the_id_and_the_nominal_time_alone() {
    var jitter = new Jitter(Duration.ofMinutes(10), Jitter.Mode.AFTER);
    var daily = new Trigger.Every(1, Trigger.Unit.DAYS, NINE).timetable();
    var agenda = new Agenda(ID, daily, Bounds.NONE.with(jitter), ZoneOffset.UTC);
    // Held for ever: a later version that says otherwise would move what people rely on.
    assertThat(agenda.at(NINE).desired()).isEqualTo(Instant.parse("2027-03-01T09:08:02.467Z"));
    assertThat(agenda.at(NINE.plus(Duration.ofDays(1))).desired())
        .isEqualTo(Instant.parse("2027-03-02T09:04:08.246Z"));
    var other =
        new Agenda(new ScheduleId(new UUID(3, 5)), daily, Bounds.NONE.with(jitter), ZoneOffset.UTC);
    assertThat(other.at(NINE).desired()).isEqualTo(Instant.parse("2027-03-01T09:07:23.191Z"));
  }

  @Test
  void jitter_spreads_many_schedules_evenly_over_its_span() {
    var daily = new Trigger.Every(1, Trigger.Unit.DAYS, NINE).timetable();
    var after = Bounds.NONE.with(new Jitter(Duration.ofSeconds(100), Jitter.Mode.AFTER));
    var around = Bounds.NONE.with(new Jitter(Duration.ofSeconds(50), Jitter.Mode.AROUND));
    for (var bounds : List.of(after, around)) {
      var first = bounds.jitter().mode() == Jitter.Mode.AFTER ? 0 : -50;
      var tenths = new int[11];
      for (var i = 0; i < 10_000; i++) {
        var desired =
            new Agenda(new ScheduleId(new UUID(i, 7)), daily, bounds, ZoneOffset.UTC)
                .at(NINE)
                .desired();
        var millis = Duration.between(NINE, desired).toMillis() - first * 1_000L;
        assertThat(millis).isBetween(0L, 100_000L);
        tenths[(int) (millis / 10_000)]++;
      }
      assertThat(IntStream.range(0, 10).map(i -> tenths[i])).allMatch(n -> n > 850 && n < 1_150);
    }
  }

  @Test
  void jitter_never_passes_a_neighbour_however_long_its_span() {
    var dates = Stream.of(0, 1, 5, 3_000, 3_002, 900_000).map(ms -> NINE.plusMillis(ms)).toList();
    var timetable = new Trigger.Dates(dates).timetable();
    for (var mode : Jitter.Mode.values()) {
      var bounds = Bounds.NONE.with(new Jitter(Jitter.LONGEST, mode));
      for (var i = 0; i < 1_000; i++) {
        var agenda = new Agenda(new ScheduleId(new UUID(i, i)), timetable, bounds, ZoneOffset.UTC);
        var desired = dates.stream().map(at -> agenda.at(at).desired()).toList();
        assertThat(desired).isSorted().doesNotHaveDuplicates();
        if (mode == Jitter.Mode.AFTER) {
          assertThat(desired.getFirst()).isEqualTo(dates.getFirst());
        }
      }
    }
  }

  @ParameterizedTest(name = "{0}, {1}: desired {2}, left out {3}")
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      textBlock =
          """
          SKIP | 2027-03-01T09:00:00Z | 2027-03-01T09:00:00Z | -
          SKIP | 2027-03-01T17:00:00Z | 2027-03-01T17:00:00Z | WINDOW
          SKIP | 2027-03-01T03:00:00Z | 2027-03-01T03:00:00Z | WINDOW
          WAIT | 2027-03-01T09:00:00Z | 2027-03-01T09:00:00Z | -
          WAIT | 2027-03-01T17:00:00Z | 2027-03-02T09:00:00Z | -
          WAIT | 2027-03-01T03:00:00Z | 2027-03-01T09:00:00Z | -
          """)
  void outside_of_its_window_an_occurrence_is_left_out_or_waits(
      Outside outside, Instant nominal, Instant desired, Reason leftOut) {
    var hourly = new Trigger.Every(1, Trigger.Unit.HOURS, NINE.minus(Duration.ofDays(9)));
    var bounds = Bounds.NONE.with(nineToFive(outside));
    assertThat(new Agenda(ID, hourly.timetable(), bounds, ZoneOffset.UTC).at(nominal))
        .isEqualTo(new Occurrence(nominal, desired, Optional.ofNullable(leftOut)));
  }

  @Test
  void jitter_stays_within_the_window() {
    var hourly = new Trigger.Every(4, Trigger.Unit.HOURS, NINE.minus(Duration.ofDays(9)));
    for (var mode : Jitter.Mode.values()) {
      for (var outside : Outside.values()) {
        var bounds = Bounds.NONE.with(nineToFive(outside)).with(new Jitter(Jitter.LONGEST, mode));
        for (var i = 0; i < 100; i++) {
          var agenda =
              new Agenda(
                  new ScheduleId(new UUID(i, 1)), hourly.timetable(), bounds, ZoneOffset.UTC);
          var due = agenda.due(NINE.plusSeconds(3_600L * i)).orElseThrow();
          assertThat(bounds.window().orElseThrow().daily().at(due.desired()).inside()).isTrue();
        }
      }
    }
  }

  @Test
  void a_schedule_that_never_meets_its_window_is_due_never_and_soon_says_so() {
    var nightly = new Trigger.Every(1, Trigger.Unit.DAYS, NINE.plus(Duration.ofHours(12)));
    var bounds = Bounds.NONE.with(nineToFive(Outside.SKIP));
    assertThat(new Agenda(ID, nightly.timetable(), bounds, ZoneOffset.UTC).due(NINE)).isEmpty();
  }

  @Test
  void lines_of_what_is_left_out_are_told_at_once_and_then_together() {
    var minutely = new Trigger.Every(1, Trigger.Unit.MINUTES, NINE);
    var bounds = Bounds.NONE.with(nineToFive(Outside.SKIP));
    var agenda = new Agenda(ID, minutely.timetable(), bounds, ZoneOffset.UTC);
    var five = Instant.parse("2027-03-01T17:00:00Z");
    assertThat(agenda.wake(Optional.of(five))).contains(five);
    assertThat(agenda.wake(Optional.of(five.plusSeconds(60)))).contains(five.plusSeconds(120));
    var late = Instant.parse("2027-03-02T08:59:00Z");
    assertThat(agenda.wake(Optional.of(late))).contains(Instant.parse("2027-03-02T09:00:00Z"));
  }

  @Test
  void an_outlook_tells_what_is_left_out_between_what_is_due() {
    var hourly = new Trigger.Every(1, Trigger.Unit.HOURS, NINE);
    var bounds = Bounds.NONE.with(nineToFive(Outside.SKIP));
    var agenda = new Agenda(ID, hourly.timetable(), bounds, ZoneOffset.UTC);
    var four = Instant.parse("2027-03-01T16:00:00Z");
    var five = Instant.parse("2027-03-01T17:00:00Z");
    var eight = Instant.parse("2027-03-02T08:00:00Z");
    var nine = Instant.parse("2027-03-02T09:00:00Z");
    assertThat(Outlook.of(agenda, four.minusSeconds(1), 2).passed())
        .containsExactly(
            new Postponed(four, four),
            new Line(five, eight, 16, Reason.WINDOW),
            new Postponed(nine, nine));
  }

  private static ExecutionWindow nineToFive(Outside outside) {
    return new ExecutionWindow(
        new DailyWindow(LocalTime.of(9, 0), LocalTime.of(17, 0), ZoneOffset.UTC), outside);
  }

  @Test
  void the_first_whose_turn_comes_from_a_time_is_found_as_by_looking_at_each() {
    for (var seed = 0; seed < 600; seed++) {
      var random = new Random(seed);
      var agenda =
          new Agenda(ID, timetable(random), RandomBounds.around(NINE, random), ZoneOffset.UTC);
      var from = NINE.plusMillis(random.nextInt(600_000));
      var time = from.plusMillis(random.nextInt(400_000) - 100_000);
      assertThat(agenda.firstTurnFrom(from, time))
          .as("seed %d", seed)
          .isEqualTo(searched(agenda, from, time));
    }
  }

  @Test
  void desired_times_ascend_with_nominal_ones_under_all_bounds() {
    for (var seed = 0; seed < 300; seed++) {
      var random = new Random(seed);
      var agenda =
          new Agenda(ID, timetable(random), RandomBounds.around(NINE, random), ZoneOffset.UTC);
      var desired = new ArrayList<Instant>();
      var at = agenda.timetable().from(NINE);
      while (at.isPresent() && desired.size() < 200) {
        desired.add(agenda.at(at.get()).desired());
        at = agenda.timetable().after(at.get());
      }
      assertThat(desired).as("seed %d", seed).isSorted();
    }
  }

  private static Optional<Instant> searched(Agenda agenda, Instant from, Instant time) {
    var at = agenda.timetable().from(from);
    while (at.isPresent() && agenda.turn(at.get()).isBefore(time)) {
      at = agenda.timetable().after(at.get());
    }
    return at;
  }

  private static Timetable timetable(Random random) {
    return random.nextBoolean()
        ? new EveryFiveSeconds()
        : new Trigger.Dates(
                Stream.generate(() -> NINE.plusMillis(random.nextInt(800_000))).limit(30).toList())
            .timetable();
  }
}
