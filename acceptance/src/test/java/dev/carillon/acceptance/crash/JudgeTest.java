package dev.carillon.acceptance.crash;

import static dev.carillon.acceptance.crash.Forged.at;
import static dev.carillon.acceptance.crash.Forged.call;
import static dev.carillon.acceptance.crash.Forged.run;
import static dev.carillon.acceptance.crash.Promise.Catchup.FIRE_IMMEDIATELY;
import static dev.carillon.acceptance.crash.Promise.Catchup.LAST;
import static dev.carillon.acceptance.crash.Promise.Overlap.ALLOW;
import static dev.carillon.acceptance.crash.Promise.Overlap.SKIP;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The judge of the kill test catches each thing that must never happen. */
final class JudgeTest {
  private static final Duration LEASE = Duration.ofSeconds(15);

  private Forged book = Forged.standard();

  @Test
  void a_book_in_order_has_no_fault() {
    assertThat(book.verdict().faults()).isEmpty();
    assertThat(book.verdict().summary())
        .isEqualTo(
            "sample: 100 instants due, 96 ran, 1 of them caught up after 1 long downs, 96 calls, 0 repeated, 0 faults");
    assertThat(new Forged(FIRE_IMMEDIATELY, ALLOW, LEASE).verdict().faults()).isEmpty();
    assertThat(new Forged(FIRE_IMMEDIATELY, SKIP, LEASE).verdict().faults()).isEmpty();
  }

  @Test
  void a_lost_instant_is_a_fault() {
    book.forget(50, 50);
    finds("09:00:50Z has 0 lines");
  }

  @Test
  void a_schedule_that_stops_firing_after_a_kill_is_a_fault_however_it_accounts_for_that() {
    book.forget(61, Forged.LAST_SECOND);
    finds("09:01:30Z has 0 lines");

    book = Forged.standard();
    book.noneInstead(61, Forged.LAST_SECOND, "PAUSED", 99.55);
    finds("09:01:01Z did not run: PAUSED");

    book = Forged.standard();
    book.noneInstead(61, Forged.LAST_SECOND, "SUPERSEDED", 99.55);
    finds("09:01:01Z did not run: SUPERSEDED");

    book = Forged.standard();
    book.forget(64, Forged.LAST_SECOND);
    IntStream.rangeClosed(64, Forged.LAST_SECOND).forEach(at -> book.ran(at, 99.3, "CAUGHT_UP"));
    finds("09:01:10Z was planned as late as");
  }

  @Test
  void paused_in_the_middle_is_a_fault() {
    book.noneInstead(50, 51, "PAUSED", 51.5);
    finds("09:00:50Z did not run: PAUSED");
  }

  @Test
  void paused_is_no_fault_while_people_paused_it_and_a_run_then_is() {
    book.halts.addFirst(new Halt("PAUSED", at(50.5), at(50.6), at(55.5), at(55.6)));
    book.noneInstead(51, 55, "PAUSED", 55.55);
    assertThat(book.verdict().faults()).isEmpty();

    book.noneInstead(51, 52, "PAUSED", 55.55);
    book.live(53);
    finds("09:00:53Z ran while the schedule stood still");
  }

  @Test
  void a_deleted_schedule_owes_nothing_afterwards_and_must_not_run() {
    book.halts.set(0, Halt.forGood("SCHEDULE_DELETED", at(50.5), at(50.6)));
    book.forget(51, Forged.LAST_SECOND);
    assertThat(book.verdict().faults()).isEmpty();

    book.live(55);
    finds("09:00:55Z ran while the schedule stood still");
  }

  @Test
  void deleted_is_an_excuse_for_a_call_only_when_a_kill_cut_it_off() {
    book.halts.set(0, Halt.forGood("SCHEDULE_DELETED", at(60.2), at(60.3)));
    book.forget(60, Forged.LAST_SECOND);
    book.cancelled(60, 60.4, 63.2, "SCHEDULE_DELETED");
    assertThat(book.verdict().faults()).isEmpty();

    book.noneInstead(60, 60, "SCHEDULE_DELETED", 63.2);
    book.calls.add(call(60, 60.4));
    finds("09:01:00Z did not run, and yet was called");

    book.forget(55, 55);
    book.cancelled(55, 55.01, 60.25, "SCHEDULE_DELETED");
    finds("09:00:55Z did not run, and yet was called");
  }

  @Test
  void superseded_while_the_server_was_up_is_a_fault() {
    book.noneInstead(50, 51, "SUPERSEDED", 51.5);
    finds("09:00:50Z did not run: SUPERSEDED");
  }

  @Test
  void superseded_within_the_tolerance_of_a_down_is_a_fault() {
    book.noneInstead(21, 21, "SUPERSEDED", 23.1);
    finds("09:00:21Z did not run: SUPERSEDED");
  }

  @Test
  void superseded_by_the_server_after_one_that_was_killed_before_it_planned_is_no_fault() {
    book.downs.set(1, new Down(at(30.5), at(38), at(39)));
    book.downs.add(2, new Down(at(40.5), at(45), at(46)));
    assertThat(book.verdict().faults()).isEmpty();

    book.downs.set(2, new Down(at(44.5), at(45), at(46)));
    finds("09:00:31Z did not run: SUPERSEDED");
  }

  @Test
  void superseded_under_a_policy_that_runs_all_is_a_fault() {
    book = new Forged(FIRE_IMMEDIATELY, ALLOW, LEASE);
    book.noneInstead(31, 34, "SUPERSEDED", 46.1);
    finds("09:00:31Z did not run: SUPERSEDED");
    finds("09:00:31Z was missed and not caught up: SUPERSEDED");
  }

  @Test
  void a_long_down_after_which_nothing_was_caught_up_is_a_fault() {
    book.forget(31, 35);
    book.none(31, 35, "SUPERSEDED", 46.1);
    finds("0 were caught up after the down of 2026-03-02T09:00:30.500Z");
  }

  @Test
  void two_that_are_caught_up_where_one_should_be_are_a_fault() {
    book.forget(31, 34);
    book.none(31, 33, "SUPERSEDED", 46.1);
    book.caughtUp(34);
    finds("2 were caught up");
  }

  @Test
  void an_older_one_that_is_caught_up_is_a_fault() {
    book.forget(31, 35);
    book.caughtUp(31);
    book.none(32, 35, "SUPERSEDED", 46.1);
    finds("09:00:31Z was caught up and not 2026-03-02T09:00:35Z");
  }

  @Test
  void what_was_missed_and_ran_as_if_it_were_late_is_a_fault() {
    book = new Forged(FIRE_IMMEDIATELY, ALLOW, LEASE);
    book.forget(33, 33);
    book.ran(33, 46.1, "LATE");
    finds("09:00:33Z was missed and not caught up: LATE");
  }

  @Test
  void overlap_is_an_excuse_under_skip_while_a_run_was_alive() {
    book = new Forged(LAST, SKIP, LEASE);
    book.noneInstead(50, 50, "OVERLAP", 50.005);
    finds("09:00:50Z did not run: OVERLAP");

    book.forget(49, 49);
    book.ran(49, 49.8, "LATE");
    assertThat(book.verdict().faults()).isEmpty();
  }

  @Test
  void overlap_is_an_excuse_until_a_run_of_the_dead_was_rescued_and_no_longer() {
    book = new Forged(LAST, SKIP, LEASE);
    book.calls.add(call(60, 75.7));
    book.lines.removeIf(line -> line.nominal().equals(at(60)));
    book.calls.removeIf(call -> call.received().isAfter(at(60.5)) && isBefore(call, 75.6));
    endsAt(60, 76.0);
    book.noneInstead(61, 63, "OVERLAP", 63.1);
    IntStream.rangeClosed(64, 75).forEach(it -> book.noneInstead(it, it, "OVERLAP", it + 0.005));
    assertThat(book.verdict().faults()).isEmpty();

    IntStream.rangeClosed(76, 90).forEach(it -> book.noneInstead(it, it, "OVERLAP", it + 0.005));
    finds("09:01:20Z did not run: OVERLAP");
  }

  @Test
  void overlap_is_an_excuse_while_one_waits_that_a_kill_kept_from_its_turn() {
    book = new Forged(FIRE_IMMEDIATELY, SKIP, LEASE);
    book.forget(58, 59);
    book.ran(58, 59.95, "LATE");
    book.calls.add(call(59, 78.6));
    endsAt(59, 78.95);
    book.noneInstead(60, 60, "OVERLAP", 60.06);
    book.noneInstead(61, 63, "OVERLAP", 63.1);
    IntStream.rangeClosed(64, 78).forEach(it -> book.noneInstead(it, it, "OVERLAP", it + 0.005));
    assertThat(book.verdict().faults()).isEmpty();
  }

  @Test
  void a_run_may_fail_when_four_nodes_died_of_it_and_not_when_three_did() {
    book.forget(60, 60);
    book.lost(60, 85);
    book.downs.add(new Down(at(70.5), at(70.6), at(70.7)));
    book.downs.add(new Down(at(80.5), at(80.6), at(80.7)));
    finds("09:01:00Z did not run, and yet was called");

    book.downs.add(new Down(at(82.5), at(82.6), at(82.7)));
    assertThat(book.verdict().faults()).isEmpty();
  }

  @Test
  void overlap_under_allow_is_a_fault() {
    book.noneInstead(50, 50, "OVERLAP", 50.005);
    finds("09:00:50Z did not run: OVERLAP");
  }

  @Test
  void an_instant_with_two_lines_is_a_fault() {
    book.none(50, 51, "SUPERSEDED", 51.5);
    finds("09:00:50Z has 2 lines");
  }

  @Test
  void a_range_that_counts_wrongly_is_a_fault() {
    var line = book.lines.stream().filter(it -> it.covers() > 1).findFirst().orElseThrow();
    book.lines.set(
        book.lines.indexOf(line),
        new BookedLine(
            line.run(),
            line.schedule(),
            line.nominal(),
            line.until(),
            line.covers() + 1,
            line.reason(),
            line.booked(),
            line.completed(),
            line.fate()));
    finds("covers 5 instants, the oracle finds 4");
  }

  @Test
  void a_second_call_after_a_kill_under_the_same_key_is_counted_and_no_fault() {
    book.forget(60, 60);
    book.calls.add(call(60, 60.4));
    book.ran(60, 63.2, "ON_TIME");
    book.lines.removeLast();
    endsAt(60, 63.6);
    assertThat(book.verdict().faults()).isEmpty();
    assertThat(book.verdict().repeated()).isEqualTo(1);
  }

  @Test
  void a_rescued_run_may_lose_its_second_node_as_soon_as_the_lease_of_the_first_can_end() {
    book = new Forged(FIRE_IMMEDIATELY, ALLOW, LEASE);
    book.forget(60, 60);
    book.calls.add(call(60, 60.4));
    endsAt(60, 89.4);
    book.calls.add(call(60, 89));
    finds("09:01:00Z was rescued as late as");

    book.downs.add(new Down(at(73), at(73.1), at(73.2)));
    assertThat(book.verdict().faults()).isEmpty();
  }

  @Test
  void a_second_call_while_nobody_was_killed_is_a_fault() {
    book.calls.add(call(50, 50.2));
    finds("09:00:50Z was called again though nobody was killed");
  }

  @Test
  void a_second_call_under_another_key_is_a_fault() {
    book.calls.add(call(50, 50.2, new UUID(9, 9)));
    finds("2 keys");
    finds("no launch record");
  }

  @Test
  void a_call_before_its_time_is_a_fault() {
    book.calls.set(50, call(50, 49.9));
    finds("before its time");
  }

  @Test
  void a_call_for_another_instant_is_a_fault() {
    book.calls.set(50, call(49, 49.9, run(50)));
    finds("for another instant");
  }

  @Test
  void a_run_that_nobody_called_is_a_fault() {
    book.calls.removeIf(call -> call.run().equals(run(50)));
    finds("succeeded without a call");
  }

  @Test
  void a_run_that_was_called_late_under_allow_is_a_fault() {
    book.calls.removeIf(call -> call.run().equals(run(50)));
    book.calls.add(call(50, 58));
    finds("09:00:50Z was called as late as");
  }

  @Test
  void a_run_that_was_settled_late_is_a_fault() {
    book.lines.removeIf(line -> line.nominal().equals(at(50)));
    endsAt(50, 58);
    finds("09:00:50Z was settled as late as");
  }

  @Test
  void a_call_for_what_did_not_run_is_a_fault() {
    book.calls.add(call(31, 46.2));
    finds("09:00:31Z did not run, and yet was called");
  }

  @Test
  void a_reason_that_the_policy_does_not_know_is_a_fault() {
    book.noneInstead(50, 50, "CATCHUP_NONE", 50.005);
    finds("CATCHUP_NONE");
  }

  @Test
  void a_run_that_never_ends_is_a_fault() {
    book.neverEnds(50);
    finds("has not ended");
  }

  /** A line of a run that was planned at its second. */
  private void endsAt(int second, double end) {
    book.ran(second, second + 0.005, "ON_TIME");
    var line = book.lines.removeLast();
    book.calls.removeLast();
    book.lines.add(
        new BookedLine(
            line.run(),
            line.schedule(),
            line.nominal(),
            line.until(),
            1,
            line.reason(),
            line.booked(),
            Optional.of(at(end)),
            line.fate()));
  }

  private static boolean isBefore(Called call, double second) {
    return call.received().isBefore(at(second));
  }

  private void finds(String fault) {
    assertThat(book.verdict().faults()).anyMatch(found -> found.contains(fault));
  }
}
