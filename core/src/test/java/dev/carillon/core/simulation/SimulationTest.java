package dev.carillon.core.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.carillon.core.schedule.Bounds;
import dev.carillon.core.schedule.Catchup;
import dev.carillon.core.schedule.CatchupPolicy;
import dev.carillon.core.schedule.Definition;
import dev.carillon.core.schedule.Input;
import dev.carillon.core.schedule.OverlapPolicy;
import dev.carillon.core.schedule.Policies;
import dev.carillon.core.schedule.Target;
import dev.carillon.core.schedule.Trigger;
import dev.carillon.core.simulation.Simulation.Choice;
import dev.carillon.core.simulation.Simulation.Down;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SimulationTest {
  private static final Instant START = Instant.parse("2026-03-02T09:00:00Z");
  private static final Duration SHORT = Duration.ofSeconds(10);

  @Test
  void a_run_that_outlasts_the_next_time_makes_skip_leave_it_out() {
    assertThat(told(replay(OverlapPolicy.SKIP, CatchupPolicy.LAST, Duration.ofSeconds(90), 6)))
        .containsExactly(
            "1 on_time 1:00-2:30",
            "2 overlap",
            "3 on_time 3:00-4:30",
            "4 overlap",
            "5 on_time 5:00-",
            "6 overlap");
    assertThat(told(replay(OverlapPolicy.ALLOW, CatchupPolicy.LAST, Duration.ofSeconds(90), 3)))
        .containsExactly("1 on_time 1:00-2:30", "2 on_time 2:00-", "3 on_time 3:00-");
  }

  @Test
  void a_run_that_ends_when_the_next_is_due_still_holds_its_place() {
    assertThat(told(replay(OverlapPolicy.SKIP, CatchupPolicy.LAST, Duration.ofMinutes(1), 3)))
        .containsExactly("1 on_time 1:00-2:00", "2 overlap", "3 on_time 3:00-");
  }

  @Test
  void each_catch_up_policy_tells_what_it_makes_of_a_downtime() {
    var down = new Down(at(90), at(330));
    assertThat(told(replay(OverlapPolicy.SKIP, CatchupPolicy.NONE, SHORT, 6, down)))
        .containsExactly("1 on_time 1:00-1:10", "2..5 catchup_none", "6 on_time 6:00-");
    assertThat(told(replay(OverlapPolicy.SKIP, CatchupPolicy.LAST, SHORT, 6, down)))
        .containsExactly(
            "1 on_time 1:00-1:10", "2..4 superseded", "5 caught_up 5:30-5:40", "6 on_time 6:00-");
    assertThat(told(replay(OverlapPolicy.SKIP, CatchupPolicy.FIRE_IMMEDIATELY, SHORT, 6, down)))
        .containsExactly(
            "1 on_time 1:00-1:10",
            "2 caught_up 5:30-5:40",
            "3 caught_up 5:40-5:50",
            "4 caught_up 5:50-6:00",
            "5 caught_up 6:00-",
            "6 overlap");
  }

  @Test
  void the_window_the_cap_and_the_last_run_bound_what_is_caught_up() {
    var catchup = new Catchup(CatchupPolicy.FIRE_IMMEDIATELY, Duration.ofMinutes(3), 2);
    var definition = definition(OverlapPolicy.ALLOW, catchup, Bounds.NONE);
    var down = new Down(at(30), at(330));
    assertThat(told(simulation(SHORT, 6, down).replay(definition)))
        .containsExactly(
            "1..2 too_late",
            "3 catchup_cap",
            "4 caught_up 5:30-5:40",
            "5 caught_up 5:30-5:40",
            "6 on_time 6:00-");
    var twice = new Bounds(Optional.empty(), Optional.empty(), Optional.of(2));
    var bounded = definition(OverlapPolicy.ALLOW, Catchup.DEFAULT, twice);
    assertThat(told(simulation(SHORT, 9).replay(bounded)))
        .containsExactly("1 on_time 1:00-1:10", "2 on_time 2:00-2:10");
  }

  @Test
  void a_comparison_has_every_choice_and_each_accounts_for_every_instant() {
    var down = new Down(at(200), at(1_000));
    var replays =
        simulation(Duration.ofSeconds(150), 30, down)
            .compare(definition(OverlapPolicy.SKIP, Catchup.DEFAULT, Bounds.NONE));
    assertThat(replays)
        .hasSize(OverlapPolicy.values().length * CatchupPolicy.values().length)
        .containsKey(new Choice(OverlapPolicy.ALLOW, CatchupPolicy.NONE));
    assertThat(replays.values())
        .allSatisfy(replay -> assertThat(accounted(replay)).isEqualTo(30))
        .allMatch(Replay::whole);
  }

  @Test
  void a_span_that_holds_too_much_is_cut_and_says_so() {
    var every = new Trigger.Every(1, Trigger.Unit.SECONDS, START);
    var definition =
        new Definition(
            every, new Target.Agent("a"), new Input("", Input.NO_CONTEXT), Policies.DEFAULT);
    var year = new Simulation(START, START.plus(Duration.ofDays(365)), List.of(), nominal -> SHORT);
    assertThat(year.replay(definition).whole()).isFalse();
  }

  private static long accounted(Replay replay) {
    return replay.runs().size()
        + replay.waiting().size()
        + replay.lines().stream().mapToLong(line -> line.covers()).sum();
  }

  private static Replay replay(
      OverlapPolicy overlap, CatchupPolicy catchup, Duration takes, int minutes, Down... downs) {
    var definition = definition(overlap, Catchup.DEFAULT.with(catchup), Bounds.NONE);
    return simulation(takes, minutes, downs).replay(definition);
  }

  private static Simulation simulation(Duration takes, int minutes, Down... downs) {
    return new Simulation(START, at(60L * minutes), List.of(downs), nominal -> takes);
  }

  private static Definition definition(OverlapPolicy overlap, Catchup catchup, Bounds bounds) {
    var usual = Policies.DEFAULT;
    return new Definition(
        new Trigger.Every(1, Trigger.Unit.MINUTES, START),
        bounds,
        new Target.Agent("a"),
        new Input("", Input.NO_CONTEXT),
        new Policies(overlap, catchup, usual.onResume(), usual.onLost(), usual.timeout()));
  }

  /** Each as its minutes, its reason, and when it ran; in the order of time. */
  private static List<String> told(Replay replay) {
    var runs =
        replay.runs().stream()
            .map(ran ->
                minute(ran.nominal())
                    + " "
                    + ran.reason().name().toLowerCase(Locale.ROOT)
                    + " "
                    + clock(ran.started())
                    + "-"
                    + ran.ended().map(SimulationTest::clock).orElse(""));
    var lines =
        replay.lines().stream()
            .map(line ->
                minute(line.from())
                    + (line.covers() > 1 ? ".." + minute(line.until()) : "")
                    + " "
                    + line.reason().name().toLowerCase(Locale.ROOT));
    return Stream.concat(runs, lines).sorted().toList();
  }

  private static long minute(Instant at) {
    return Duration.between(START, at).toMinutes();
  }

  private static String clock(Instant at) {
    var since = Duration.between(START, at);
    return "%d:%02d".formatted(since.toMinutes(), since.toSecondsPart());
  }

  private static Instant at(long seconds) {
    return START.plusSeconds(seconds);
  }
}
