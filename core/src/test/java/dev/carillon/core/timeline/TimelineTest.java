package dev.carillon.core.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.carillon.core.schedule.Bounds;
import dev.carillon.core.schedule.Catchup;
import dev.carillon.core.schedule.CatchupPolicy;
import dev.carillon.core.schedule.ResumePolicy;
import dev.carillon.core.schedule.ScheduleId;
import dev.carillon.core.schedule.ScheduleStatus;
import dev.carillon.core.time.Jitter;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What becomes of the instants that a cursor passes. Instants are written as seconds. */
final class TimelineTest {
  private static final long T = 1_800_000_000L;

  @ParameterizedTest(name = "{0}: cursor {1}, now {2} -> runs [{3}], lines [{4}], cursor {5}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          LAST             |  0 |  -1 |                        |                                   |  0
          LAST             |  0 |   0 | 0 on_time              |                                   |  5
          LAST             |  0 |   1 | 0 on_time              |                                   |  5
          LAST             |  0 |   2 | 0 late                 |                                   |  5
          LAST             |  0 |   5 | 0 late, 5 on_time      |                                   | 10
          LAST             |  0 |  10 | 0 late, 5 late, 10 on_time |                               | 15
          LAST             |  0 |  11 | 0 caught_up, 5 late, 10 on_time |                          | 15
          LAST             |  0 |  40 | 25 caught_up, 30 late, 35 late, 40 on_time | 0..20x5 superseded | 45
          NONE             |  0 |  40 | 30 late, 35 late, 40 on_time | 0..25x6 catchup_none        | 45
          FIRE_IMMEDIATELY |  0 |  30 | 0 caught_up, 5 caught_up, 10 caught_up, 15 caught_up, 20 late, 25 late, 30 on_time | | 35
          FIRE_IMMEDIATELY |  0 | 160 | 60 caught_up, 65 caught_up, 70 caught_up, 75 caught_up, 80 caught_up, 85 caught_up, 90 caught_up, 95 caught_up, 100 caught_up, 105 caught_up, 110 caught_up, 115 caught_up, 120 caught_up, 125 caught_up, 130 caught_up, 135 caught_up, 140 caught_up, 145 caught_up, 150 late, 155 late, 160 on_time | 0..55x12 too_late | 165
          LAST             |  0 | 1000 | 985 caught_up, 990 late, 995 late, 1000 on_time | 0..895x180 too_late, 900..980x17 superseded | 1005
          """)
  void advances(CatchupPolicy policy, long cursor, long now, String runs, String lines, long next) {
    var timeline = timeline(new Catchup(policy, Duration.ofSeconds(100), 100));
    var advance = timeline.advance(clock(cursor), at(now));
    assertThat(launches(advance)).isEqualTo(runs == null ? "" : runs);
    assertThat(lines(advance)).isEqualTo(lines == null ? "" : lines);
    assertThat(advance.cursor()).contains(at(next));
    assertThat(advance.wake()).contains(at(next));
  }

  @Test
  void the_cap_keeps_the_newest_and_names_the_others() {
    var timeline = timeline(new Catchup(CatchupPolicy.FIRE_IMMEDIATELY, Duration.ofHours(1), 2));
    var advance = timeline.advance(clock(0), at(40));
    assertThat(launches(advance))
        .isEqualTo("20 caught_up, 25 caught_up, 30 late, 35 late, 40 on_time");
    assertThat(lines(advance)).isEqualTo("0..15x4 catchup_cap");
  }

  @Test
  void a_window_of_nothing_lets_all_that_was_missed_go_as_too_late() {
    var timeline = timeline(new Catchup(CatchupPolicy.LAST, Duration.ZERO, 100));
    var advance = timeline.advance(clock(0), at(40));
    assertThat(launches(advance)).isEqualTo("30 late, 35 late, 40 on_time");
    assertThat(lines(advance)).isEqualTo("0..25x6 too_late");
  }

  @Test
  void a_pause_passes_what_is_due_with_one_line() {
    var passed = timeline(Catchup.DEFAULT).pass(clock(0), at(12), Reason.PAUSED);
    assertThat(lines(passed)).isEqualTo("0..10x3 paused");
    assertThat(passed.cursor()).contains(at(15));
  }

  @Test
  void a_pass_before_the_cursor_changes_nothing() {
    var passed = timeline(Catchup.DEFAULT).pass(clock(20), at(12), Reason.PAUSED);
    assertThat(passed.passed()).isEmpty();
    assertThat(passed.cursor()).contains(at(20));
  }

  @ParameterizedTest(name = "resume by {0}: runs [{1}], lines [{2}]")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          NEXT             |                                                | 0..30x7 paused
          NONE             |                                                | 0..30x7 paused
          LAST             | 30 caught_up                                   | 0..25x6 superseded
          FIRE_IMMEDIATELY | 0 caught_up, 5 caught_up, 10 caught_up, 15 caught_up, 20 caught_up, 25 caught_up, 30 caught_up |
          """)
  void resumes(ResumePolicy policy, String runs, String lines) {
    var resumed = timeline(Catchup.DEFAULT).resume(clock(0), at(30), policy);
    assertThat(launches(resumed)).isEqualTo(runs == null ? "" : runs);
    assertThat(lines(resumed)).isEqualTo(lines == null ? "" : lines);
    assertThat(resumed.cursor()).contains(at(35));
  }

  @Test
  void an_edit_goes_on_after_now_by_the_new_timetable() {
    var clock = timeline(Catchup.DEFAULT).rebase(clock(100), agenda(Bounds.NONE), at(12));
    assertThat(clock.cursor()).contains(at(100));
    var later = timeline(Catchup.DEFAULT).rebase(clock(5), agenda(Bounds.NONE), at(12));
    assertThat(later.cursor()).contains(at(15));
  }

  @Test
  void a_clock_set_back_never_plans_an_instant_twice() {
    var timeline = timeline(Catchup.DEFAULT);
    var planned = timeline.advance(clock(0), at(10));
    var cursor = planned.cursor().orElseThrow();
    var clock = clock(0).at(Optional.of(cursor), Optional.of(cursor));
    assertThat(timeline.advance(clock, at(3)).passed()).isEmpty();
    assertThat(timeline.rebase(clock, agenda(Bounds.NONE), at(3)).cursor()).contains(at(15));
  }

  @Test
  void with_jitter_an_occurrence_is_due_at_its_desired_time_and_missed_by_it() {
    var jitter = new Jitter(Duration.ofSeconds(4), Jitter.Mode.AFTER);
    var agenda = agenda(Bounds.NONE.with(jitter));
    var timeline = new Timeline(agenda, new Catchup(CatchupPolicy.NONE, Duration.ofHours(1), 100));
    var desired = agenda.at(at(0)).desired();
    assertThat(desired).isAfter(at(0));
    assertThat(timeline.advance(clock(0), desired.minusMillis(1)).passed()).isEmpty();
    var advance = timeline.advance(clock(0), desired);
    assertThat(advance.passed()).containsExactly(new Launch(at(0), desired, Reason.ON_TIME));
    assertThat(advance.cursor()).contains(at(5));
    assertThat(advance.wake()).contains(agenda.at(at(5)).desired());
    var live = timeline.advance(clock(0), desired.plusSeconds(10));
    assertThat(launches(live)).startsWith("0 late");
    assertThat(lines(timeline.advance(clock(0), desired.plusMillis(10_001))))
        .isEqualTo("0 catchup_none");
  }

  @Test
  void around_its_nominal_time_an_occurrence_may_start_before_it() {
    var agenda = agenda(Bounds.NONE.with(new Jitter(Duration.ofSeconds(2), Jitter.Mode.AROUND)));
    var early = at(0);
    while (!agenda.at(early).desired().isBefore(early)) {
      early = early.plusSeconds(5);
    }
    var desired = agenda.at(early).desired();
    var timeline = new Timeline(agenda, Catchup.DEFAULT);
    var clock = clock(seconds(early));
    assertThat(timeline.isDue(clock, desired.minusMillis(1))).isFalse();
    var advance = timeline.advance(clock, desired);
    assertThat(advance.passed()).containsExactly(new Launch(early, desired, Reason.ON_TIME));
    var moved = clock.at(advance.cursor(), advance.wake());
    assertThat(timeline.rebase(moved, agenda(Bounds.NONE), desired).cursor())
        .contains(early.plusSeconds(5));
  }

  @Test
  void what_is_nominally_over_is_launched_before_its_schedule_changes() {
    var agenda = agenda(Bounds.NONE.with(new Jitter(Duration.ofSeconds(4), Jitter.Mode.AFTER)));
    var timeline = new Timeline(agenda, Catchup.DEFAULT);
    var desired = agenda.at(at(0)).desired();
    var delayed = timeline.launchDelayed(clock(0), at(0));
    assertThat(delayed.passed()).containsExactly(new Postponed(at(0), desired));
    assertThat(delayed.cursor()).contains(at(5));
    assertThat(lines(timeline.passDelayed(clock(0), at(0), Reason.SCHEDULE_DELETED)))
        .isEqualTo("0 schedule_deleted");
    assertThat(timeline.pass(clock(0), at(0), Reason.PAUSED).passed()).isEmpty();
  }

  /** The law of the ledger, over many random walks: each instant in exactly one launch or line. */
  @Test
  void every_instant_that_the_cursor_passes_is_accounted_for_once() {
    for (var seed = 0; seed < 2_000; seed++) {
      var random = new Random(seed);
      var policies = CatchupPolicy.values();
      var timeline =
          new Timeline(
              agenda(RandomBounds.around(at(0), random)),
              new Catchup(
                  policies[random.nextInt(policies.length)],
                  Duration.ofSeconds(random.nextInt(300)),
                  1 + random.nextInt(20)));
      assertThat(walk(timeline, random)).as("seed %d", seed).isTrue();
    }
  }

  /** Walks the cursor forward in random steps; true when the instants passed add up. */
  private static boolean walk(Timeline timeline, Random random) {
    var clock = clock(0);
    var now = 0L;
    var accounted = new ArrayList<Instant>();
    for (var step = 0; step < 20; step++) {
      now += random.nextInt(random.nextBoolean() ? 10 : 500);
      var advance =
          switch (random.nextInt(6)) {
            case 0 -> timeline.pass(clock, at(now), Reason.PAUSED);
            case 1 -> timeline.resume(clock, at(now), ResumePolicy.LAST);
            case 2 -> timeline.passDelayed(clock, at(now), Reason.PAUSED);
            case 3 -> timeline.launchDelayed(clock, at(now));
            default -> timeline.advance(clock, at(now));
          };
      for (var passed : advance.passed()) {
        accounted.addAll(
            switch (passed) {
              case Launch launch -> List.of(launch.nominal());
              case Postponed later -> List.of(later.nominal());
              case Line line -> instants(line);
            });
      }
      clock = clock.at(advance.cursor(), advance.wake());
    }
    var cursor = clock.cursor().orElseThrow();
    return accounted.equals(between(at(0), cursor));
  }

  private static List<Instant> instants(Line line) {
    var all = between(line.from(), line.until().plusMillis(1));
    assertThat(all).hasSize((int) line.covers());
    return all;
  }

  private static List<Instant> between(Instant from, Instant to) {
    var all = new ArrayList<Instant>();
    for (var at = from; at.isBefore(to); at = at.plusSeconds(5)) {
      all.add(at);
    }
    return all;
  }

  private static Timeline timeline(Catchup catchup) {
    return new Timeline(agenda(Bounds.NONE), catchup);
  }

  private static Agenda agenda(Bounds bounds) {
    return new Agenda(
        new ScheduleId(new UUID(0, 1)), new EveryFiveSeconds(), bounds, ZoneOffset.UTC);
  }

  private static Clock clock(long cursor) {
    var at = Optional.of(at(cursor));
    return new Clock(new ScheduleId(new UUID(0, 1)), 1, ScheduleStatus.ACTIVE, at, at, 0, 0, 0);
  }

  private static Instant at(long seconds) {
    return Instant.ofEpochSecond(T + seconds);
  }

  private static long seconds(Instant instant) {
    return instant.getEpochSecond() - T;
  }

  private static String launches(Advance advance) {
    return String.join(
        ", ",
        of(advance, Launch.class).stream()
            .map(launch -> seconds(launch.nominal()) + " " + word(launch.reason()))
            .toList());
  }

  private static String lines(Advance advance) {
    return String.join(
        ", ",
        of(advance, Line.class).stream()
            .map(line ->
                seconds(line.from())
                    + (line.covers() == 1 ? "" : ".." + seconds(line.until()) + "x" + line.covers())
                    + " "
                    + word(line.reason()))
            .toList());
  }

  private static <T extends Passed> List<T> of(Advance advance, Class<T> kind) {
    return advance.passed().stream().filter(kind::isInstance).map(kind::cast).toList();
  }

  private static String word(Reason reason) {
    return reason.name().toLowerCase(Locale.ROOT);
  }
}
