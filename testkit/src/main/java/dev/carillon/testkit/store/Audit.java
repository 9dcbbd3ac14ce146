package dev.carillon.testkit.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.carillon.core.run.RunId;
import dev.carillon.core.run.RunState;
import dev.carillon.core.run.TriggerKind;
import dev.carillon.core.schedule.ScheduleId;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What holds in every store between any two transactions: every counter equals its recount, a run
 * is live or in the ledger and never both, and the planned lines of a schedule never overlap.
 */
public final class Audit {
  private static final Set<RunState> FAILED =
      Set.of(RunState.FAILED, RunState.TIMED_OUT, RunState.UNKNOWN);
  private static final Set<RunState> SKIPPED = Set.of(RunState.SKIPPED, RunState.MISSED);

  private final Witness witness;
  private Map<RunId, RunState> before = Map.of();

  public Audit(Witness witness) {
    this.witness = witness;
  }

  /** Fails when something does not hold. Nobody may change the store meanwhile. */
  public void check() {
    var live = witness.live();
    var lines = witness.lines();
    neverBoth(live, lines);
    changes(live, lines);
    live.forEach(Audit::standsWhereItsStateSays);
    for (var clock : witness.clocks()) {
      var itsLive = live.stream().filter(run -> run.schedule().equals(clock.schedule())).toList();
      var itsLines = lines.stream().filter(run -> run.schedule().equals(clock.schedule())).toList();
      gate(clock, itsLive);
      standing(clock, itsLines);
      planned(clock, itsLive, itsLines);
    }
  }

  private static void neverBoth(List<LiveRow> live, List<LineRow> lines) {
    var ended = lines.stream().map(LineRow::id).collect(Collectors.toSet());
    assertThat(live)
        .as("runs that are live and in the ledger")
        .noneMatch(run -> ended.contains(run.id()));
  }

  /** Every change since the last check is one that the table of legal changes allows. */
  private void changes(List<LiveRow> live, List<LineRow> lines) {
    var now = new HashMap<RunId, RunState>();
    live.forEach(run -> now.put(run.id(), run.state()));
    lines.forEach(run -> now.put(run.id(), run.state()));
    assertThat(now.keySet()).as("runs that were known stay known").containsAll(before.keySet());
    now.forEach((run, is) -> {
      var was = before.getOrDefault(run, is);
      assertThat(is == was || was.mayBecome(is)).as("%s from %s to %s", run, was, is).isTrue();
    });
    before = now;
  }

  private static void standsWhereItsStateSays(LiveRow run) {
    var running = run.state() == RunState.RUNNING;
    assertThat(run.node().isPresent()).as("a node has %s", run).isEqualTo(running);
    assertThat(run.started().isPresent())
        .as("a start has %s", run)
        .isEqualTo(running || run.epoch() > 0);
    assertThat(run.waitsOn().isPresent()).as("waits: %s", run).isEqualTo(!running);
  }

  private static void gate(ClockRow clock, List<LiveRow> live) {
    var waiting = live.stream().filter(LiveRow::waitsForPlace).count();
    var delayed = live.stream().filter(run -> run.state() == RunState.PENDING).count();
    assertThat(clock.waiting()).as("waiting of %s by recount", clock).isEqualTo((int) waiting);
    assertThat(clock.live())
        .as("live of %s by recount", clock)
        .isEqualTo((int) (live.size() - waiting - delayed));
  }

  private static void standing(ClockRow clock, List<LineRow> lines) {
    var ran = lines.stream().filter(line -> line.started().isPresent()).toList();
    assertThat(clock.ran()).as("ran of %s", clock).isEqualTo(ran.size());
    assertThat(clock.succeeded()).isEqualTo(covered(lines, Set.of(RunState.SUCCEEDED)));
    assertThat(clock.failed()).isEqualTo(covered(lines, FAILED));
    assertThat(clock.skipped()).as("skipped of %s", clock).isEqualTo(covered(lines, SKIPPED));
    assertThat(clock.costNanos()).isEqualTo(lines.stream().mapToLong(LineRow::costNanos).sum());
    assertThat(clock.unknownCosts())
        .isEqualTo(
            ran.stream()
                .filter(line -> line.costSource().equals("unknown") || line.lost() > 0)
                .count());
  }

  private static long covered(List<LineRow> lines, Set<RunState> states) {
    return lines.stream()
        .filter(line -> states.contains(line.state()))
        .mapToLong(LineRow::covers)
        .sum();
  }

  private static void planned(ClockRow clock, List<LiveRow> live, List<LineRow> lines) {
    var spans = spans(live, lines).sorted(Comparator.comparing(Span::from)).toList();
    var passed = Instant.MIN;
    for (var span : spans) {
      assertThat(span.id()).isEqualTo(RunId.planned(clock.schedule(), span.from()));
      assertThat(span.from()).as("%s begins after the one before it", span).isAfter(passed);
      passed = span.until();
    }
    if (clock.cursor().isPresent()) {
      assertThat(passed).as("what %s has passed", clock).isBefore(clock.cursor().get());
    }
  }

  private static Stream<Span> spans(List<LiveRow> live, List<LineRow> lines) {
    return Stream.concat(
            live.stream()
                .map(run -> new Span(run.id(), run.kind(), run.nominal(), Optional.empty(), 1)),
            lines.stream()
                .map(line ->
                    new Span(line.id(), line.kind(), line.nominal(), line.until(), line.covers())))
        .filter(span -> span.kind().planned());
  }

  /** How many occurrences of a schedule are accounted for, by live runs and lines together. */
  public long accounted(ScheduleId schedule) {
    return spans(witness.live(schedule), witness.lines(schedule)).mapToLong(Span::covers).sum();
  }

  /** The occurrences that one planned run or line accounts for. */
  private record Span(
      RunId id, TriggerKind kind, Optional<Instant> nominal, Optional<Instant> last, long covers) {
    Instant from() {
      return nominal.orElseThrow();
    }

    Instant until() {
      return last.orElse(from());
    }
  }
}
