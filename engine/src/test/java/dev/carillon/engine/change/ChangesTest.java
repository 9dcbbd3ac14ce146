package dev.carillon.engine.change;

import static dev.carillon.engine.plan.Samples.at;
import static dev.carillon.engine.plan.Samples.clock;
import static dev.carillon.engine.plan.Samples.schedule;
import static org.assertj.core.api.Assertions.assertThat;

import dev.carillon.core.schedule.CatchupPolicy;
import dev.carillon.core.schedule.Definition;
import dev.carillon.core.schedule.OverlapPolicy;
import dev.carillon.core.schedule.Policies;
import dev.carillon.core.schedule.Schedule;
import dev.carillon.core.schedule.ScheduleStatus;
import dev.carillon.core.schedule.Trigger;
import dev.carillon.core.timeline.Clock;
import dev.carillon.core.timeline.Reason;
import dev.carillon.engine.store.Change;
import dev.carillon.engine.store.Deed;
import dev.carillon.engine.store.Entry;
import dev.carillon.engine.store.Halt;
import dev.carillon.engine.store.Standing;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class ChangesTest {
  @Test
  void what_is_due_at_an_edit_is_old_and_what_comes_after_is_new() {
    var entry = entry(clock(0, 0, 0));
    var hourly = schedule(Policies.DEFAULT, "0 0 * * * *").definition();
    var applied = edit(entry, hourly, 7);
    assertThat(applied.runs())
        .extracting(run -> run.nominal().orElseThrow())
        .containsExactly(at(0));
    assertThat(applied.runs().getFirst().schedule().version()).isEqualTo(1);
    assertThat(applied.lines()).extracting(line -> line.reason()).containsExactly(Reason.OVERLAP);
    assertThat(applied.clock().version()).isEqualTo(2);
    assertThat(applied.clock().cursor()).contains(at(3_600));
    assertThat(applied.clock().wake()).contains(at(3_600));
    assertThat(applied.deed().kind()).isEqualTo(Deed.Kind.UPDATED);
  }

  @Test
  void an_edit_that_changes_nothing_makes_no_version() {
    var entry = entry(clock(0, 0, 0));
    var same = schedule(OverlapPolicy.SKIP, CatchupPolicy.LAST).definition();
    assertThat(Changes.edit(entry, entry.schedule().heading(), same, who(7)))
        .isEqualTo(new Change.Leave());
  }

  @Test
  void an_edit_of_a_paused_schedule_stays_paused() {
    var paused = clock(0, 0, 0).with(ScheduleStatus.PAUSED);
    var hourly = schedule(Policies.DEFAULT, "0 0 * * * *").definition();
    var applied = edit(entry(paused), hourly, 7);
    assertThat(applied.clock().status()).isEqualTo(ScheduleStatus.PAUSED);
    assertThat(applied.clock().wake()).isEmpty();
    assertThat(applied.clock().cursor()).contains(at(3_600));
    assertThat(applied.lines())
        .extracting(line -> line.covers() + " " + line.reason())
        .containsExactly("2 PAUSED");
  }

  @Test
  void what_a_pause_holds_back_waits_for_the_resume_through_an_edit_that_leaves_its_instants() {
    var paused = clock(0, 0, 0).with(ScheduleStatus.PAUSED);
    var allowing = schedule(OverlapPolicy.ALLOW, CatchupPolicy.LAST).definition();
    var applied = edit(entry(paused), allowing, 7);
    assertThat(applied.lines()).isEmpty();
    assertThat(applied.clock()).isEqualTo(paused.withVersion(2));
  }

  @Test
  void a_resume_lets_a_quarantined_schedule_go_on_and_accounts_for_what_was_due() {
    var stuck = clock(0, 1, 0).with(ScheduleStatus.QUARANTINED);
    var applied = (Change.Apply) Changes.resume(entry(stuck), at(7), "ann", true);
    assertThat(applied.clock().status()).isEqualTo(ScheduleStatus.ACTIVE);
    assertThat(applied.clock().wake()).contains(at(10));
    assertThat(applied.waiting()).isEqualTo(Change.Waiting.RELEASE);
    assertThat(applied.lines())
        .extracting(line -> line.covers() + " " + line.reason())
        .containsExactly("2 QUARANTINED");
  }

  @Test
  void what_was_quarantined_because_it_cannot_be_read_wants_an_edit() {
    var stuck = clock(0, 0, 0).with(ScheduleStatus.QUARANTINED);
    var whole = entry(stuck).schedule();
    var definition = whole.definition();
    var unread =
        new Schedule(
            whole.id(),
            whole.owner(),
            whole.version(),
            whole.heading(),
            new Definition(
                new Trigger.Manual(),
                definition.target(),
                definition.input(),
                definition.policies()),
            whole.createdAt(),
            whole.updatedAt());
    var broken = new Entry(unread, stuck, Standing.FRESH, Optional.empty(), true);
    assertThat(Changes.resume(broken, at(7), "ann", true))
        .isInstanceOfSatisfying(
            Change.Refuse.class, refused -> assertThat(refused.why()).contains("cannot be read"));
  }

  @Test
  void an_edit_that_mends_a_quarantined_schedule_releases_what_was_parked() {
    var hourly = schedule(Policies.DEFAULT, "0 0 * * * *").definition();
    var stuck = clock(0, 1, 0).with(ScheduleStatus.QUARANTINED);
    assertThat(edit(entry(stuck), hourly, 7).clock().status()).isEqualTo(ScheduleStatus.ACTIVE);
    assertThat(edit(entry(stuck), hourly, 7).waiting()).isEqualTo(Change.Waiting.RELEASE);
    var paused = clock(0, 1, 0).with(ScheduleStatus.PAUSED);
    assertThat(edit(entry(paused), hourly, 7).waiting()).isEqualTo(Change.Waiting.KEEP);
  }

  @Test
  void a_schedule_made_manual_has_no_next_run_and_has_not_ended() {
    var old = entry(clock(10, 0, 0));
    var definition = old.schedule().definition();
    var manual =
        new Definition(
            new Trigger.Manual(), definition.target(), definition.input(), definition.policies());
    var applied = edit(old, manual, 7);
    assertThat(applied.clock().status()).isEqualTo(ScheduleStatus.ACTIVE);
    assertThat(applied.clock().cursor()).isEmpty();
  }

  @Test
  void a_pause_passes_what_is_due_and_sleeps() {
    var applied = (Change.Apply) Changes.pause(entry(clock(0, 0, 0)), at(12), "ann", "holiday");
    assertThat(applied.clock().status()).isEqualTo(ScheduleStatus.PAUSED);
    assertThat(applied.clock().cursor()).contains(at(15));
    assertThat(applied.clock().wake()).isEmpty();
    assertThat(applied.halt()).contains(new Halt(at(12), "ann", "holiday"));
    assertThat(applied.runs()).isEmpty();
    assertThat(applied.lines())
        .extracting(line -> line.covers() + " " + line.reason())
        .containsExactly("3 PAUSED");
  }

  @Test
  void a_pause_of_a_paused_schedule_and_a_resume_of_an_active_one_change_nothing() {
    var paused = entry(clock(0, 0, 0).with(ScheduleStatus.PAUSED));
    assertThat(Changes.pause(paused, at(1), "ann", "")).isEqualTo(new Change.Leave());
    assertThat(Changes.resume(entry(clock(0, 0, 0)), at(1), "ann", true))
        .isEqualTo(new Change.Leave());
  }

  @Test
  void a_resume_accounts_for_the_pause_and_releases_what_waited() {
    var paused = entry(clock(15, 0, 0).with(ScheduleStatus.PAUSED));
    var applied = (Change.Apply) Changes.resume(paused, at(31), "ann", true);
    assertThat(applied.clock().status()).isEqualTo(ScheduleStatus.ACTIVE);
    assertThat(applied.clock().wake()).contains(at(35));
    assertThat(applied.waiting()).isEqualTo(Change.Waiting.RELEASE);
    assertThat(applied.lines())
        .extracting(line -> line.covers() + " " + line.reason())
        .containsExactly("4 PAUSED");
  }

  @Test
  void a_delete_accounts_for_what_was_due_and_ends_what_waits() {
    var applied = (Change.Apply) Changes.delete(entry(clock(0, 1, 2)), at(6), "ann");
    assertThat(applied.clock().status()).isEqualTo(ScheduleStatus.DELETED);
    assertThat(applied.clock().cursor()).isEmpty();
    assertThat(applied.clock().wake()).isEmpty();
    assertThat(applied.waiting()).isEqualTo(Change.Waiting.END);
    assertThat(applied.lines())
        .extracting(line -> line.covers() + " " + line.reason())
        .containsExactly("2 SCHEDULE_DELETED");
  }

  private static Change.Apply edit(Entry entry, Definition definition, long now) {
    return (Change.Apply) Changes.edit(entry, entry.schedule().heading(), definition, who(now));
  }

  private static Changes.Edit who(long now) {
    return new Changes.Edit(at(now), "ann", true);
  }

  private static Entry entry(Clock clock) {
    return new Entry(
        schedule(OverlapPolicy.SKIP, CatchupPolicy.LAST),
        clock,
        Standing.FRESH,
        Optional.empty(),
        false);
  }
}
