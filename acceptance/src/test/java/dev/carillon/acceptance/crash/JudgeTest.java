package dev.carillon.acceptance.crash;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The judge of the kill test catches each thing that must never happen. */
final class JudgeTest {
  private static final UUID SCHEDULE = new UUID(1, 1);
  private static final Instant START = Instant.parse("2026-03-02T09:00:00Z");

  private final List<BookedLine> lines = new ArrayList<>();
  private final List<Called> calls = new ArrayList<>();

  /** Four instants in order: three ran, one was superseded. */
  @BeforeEach
  void a_ledger_in_order() {
    ran(0);
    missed(1, 1, 1, "SUPERSEDED");
    ran(2);
    ran(3);
  }

  @Test
  void a_ledger_in_order_has_no_fault() {
    assertThat(verdict().faults()).isEmpty();
    assertThat(verdict().summary())
        .isEqualTo("sample: 4 instants due, 3 ran, 3 calls, 0 repeated, 0 faults");
  }

  @Test
  void a_lost_instant_is_a_fault() {
    lines.removeIf(line -> line.nominal().equals(at(2)));
    assertThat(verdict().faults()).anyMatch(fault -> fault.contains("09:00:02Z has 0 lines"));
  }

  @Test
  void an_instant_with_two_lines_is_a_fault() {
    missed(2, 3, 2, "SUPERSEDED");
    assertThat(verdict().faults()).anyMatch(fault -> fault.contains("09:00:02Z has 2 lines"));
  }

  @Test
  void a_range_that_counts_wrongly_is_a_fault() {
    lines.removeIf(line -> line.nominal().equals(at(1)));
    missed(1, 1, 2, "SUPERSEDED");
    assertThat(verdict().faults()).anyMatch(fault -> fault.contains("covers 2 instants"));
  }

  @Test
  void a_second_call_under_the_same_key_is_counted_and_no_fault() {
    calls.add(calls.getFirst());
    assertThat(verdict().faults()).isEmpty();
    assertThat(verdict().repeated()).isEqualTo(1);
  }

  @Test
  void a_second_call_under_another_key_is_a_fault() {
    calls.add(call(0, new UUID(9, 9)));
    assertThat(verdict().faults())
        .anyMatch(fault -> fault.contains("2 keys"))
        .anyMatch(fault -> fault.contains("no launch record"));
  }

  @Test
  void a_call_before_its_time_is_a_fault() {
    calls.set(0, new Called(at(-1), run(0), SCHEDULE, run(0), Optional.of(at(0)), 1));
    assertThat(verdict().faults()).anyMatch(fault -> fault.contains("before its time"));
  }

  @Test
  void a_run_that_nobody_called_is_a_fault() {
    calls.clear();
    assertThat(verdict().faults()).anyMatch(fault -> fault.contains("without a call"));
  }

  @Test
  void a_call_for_what_did_not_run_is_a_fault() {
    calls.add(call(1, run(1)));
    assertThat(verdict().faults()).anyMatch(fault -> fault.contains("yet was called"));
  }

  @Test
  void a_reason_that_the_policy_does_not_know_is_a_fault() {
    lines.removeIf(line -> line.nominal().equals(at(1)));
    missed(1, 1, 1, "CATCHUP_NONE");
    assertThat(verdict().faults()).anyMatch(fault -> fault.contains("CATCHUP_NONE"));
  }

  @Test
  void a_run_that_never_ends_is_a_fault() {
    lines.removeIf(line -> line.nominal().equals(at(3)));
    lines.add(
        new BookedLine(run(3), SCHEDULE, at(3), Optional.empty(), 1, "ON_TIME", false, false));
    assertThat(verdict().faults()).anyMatch(fault -> fault.contains("has not ended"));
  }

  private Judge.Verdict verdict() {
    var due = List.of(at(0), at(1), at(2), at(3));
    return Judge.judge(new Promise(SCHEDULE, "sample", due, Set.of("SUPERSEDED")), lines, calls);
  }

  private void ran(int second) {
    lines.add(
        new BookedLine(
            run(second), SCHEDULE, at(second), Optional.empty(), 1, "ON_TIME", true, true));
    calls.add(call(second, run(second)));
  }

  private void missed(int from, int until, long covers, String reason) {
    lines.add(
        new BookedLine(
            new UUID(2, from),
            SCHEDULE,
            at(from),
            Optional.of(at(until)),
            covers,
            reason,
            true,
            false));
  }

  private static Called call(int second, UUID key) {
    return new Called(at(second), key, SCHEDULE, key, Optional.of(at(second)), 1);
  }

  private static UUID run(int second) {
    return new UUID(2, second);
  }

  private static Instant at(int second) {
    return START.plusSeconds(second);
  }
}
