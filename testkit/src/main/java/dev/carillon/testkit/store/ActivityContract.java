package dev.carillon.testkit.store;

import static dev.carillon.testkit.store.Sample.DONE;
import static dev.carillon.testkit.store.Sample.EVERY_FIVE;
import static dev.carillon.testkit.store.Trial.MINE;
import static dev.carillon.testkit.store.Trial.at;
import static org.assertj.core.api.Assertions.assertThat;

import dev.carillon.core.schedule.Owner;
import dev.carillon.core.schedule.Policies;
import dev.carillon.engine.store.Activity;
import dev.carillon.engine.store.ActivityStore;
import dev.carillon.engine.store.Scope;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What reading the activity stream must do in every store. */
public interface ActivityContract {

  /** A store that is empty. */
  StoreRig rig();

  @Test
  default void an_empty_stream_has_no_last_activity() {
    var stream = rig().store().activity();
    assertThat(stream.last()).isZero();
    assertThat(stream.isToCome(0)).isFalse();
    assertThat(stream.isToCome(1)).isTrue();
    assertThat(stream.after(0, 10)).isEmpty();
    assertThat(stream.before(MINE, Long.MAX_VALUE, 10)).isEmpty();
  }

  @Test
  default void an_activity_says_who_did_what_when_to_which_run() {
    var trial = new Trial(rig());
    var id = trial.create(EVERY_FIVE, Policies.DEFAULT);
    var run = trial.start(5);
    trial.settle(DONE, run);
    trial.pass(1);
    trial.pause(id);
    var told = trial.store().activity().after(0, 10);
    assertThat(told)
        .extracting(Activity::type)
        .containsExactly(
            "carillon.schedule.created", "carillon.run.completed", "carillon.schedule.paused");
    var ended = told.get(1);
    assertThat(ended.at()).isEqualTo(at(5));
    assertThat(ended.owner()).isEqualTo(Trial.OWNER);
    assertThat(ended.schedule()).contains(id);
    assertThat(ended.scheduleName()).isEqualTo("trial");
    assertThat(ended.run()).contains(run.id());
    var paused = told.get(2);
    assertThat(paused.run()).isEmpty();
    assertThat(paused.actor()).isEqualTo("ada");
    assertThat(paused.note()).isEqualTo("for a while");
    assertThat(trial.store().activity().last()).isEqualTo(paused.seq());
  }

  @Test
  default void a_reader_goes_on_from_the_last_number_it_was_given() {
    var trial = new Trial(rig());
    var stream = trial.store().activity();
    IntStream.range(0, 7).forEach(i -> trial.create(EVERY_FIVE, Policies.DEFAULT));
    var all = stream.after(0, 100);
    assertThat(all).hasSize(7);
    var read = new ArrayList<Activity>();
    var last = 0L;
    for (var fresh = stream.after(last, 3); !fresh.isEmpty(); fresh = stream.after(last, 3)) {
      assertThat(fresh).hasSizeLessThanOrEqualTo(3);
      read.addAll(fresh);
      last = fresh.getLast().seq();
    }
    assertThat(read).isEqualTo(all);
    assertThat(stream.last()).isEqualTo(last);
    assertThat(stream.after(last + 1_000, 10)).isEmpty();
    assertThat(stream.isToCome(last)).isFalse();
    assertThat(stream.isToCome(last + 1)).isTrue();
  }

  @Test
  default void a_reader_goes_back_from_the_newest() {
    var trial = new Trial(rig());
    var stream = trial.store().activity();
    IntStream.range(0, 7).forEach(i -> trial.create(EVERY_FIVE, Policies.DEFAULT));
    var newestFirst = stream.after(0, 100).reversed();
    for (var scope : List.of(MINE, new Scope(1, OptionalInt.empty()))) {
      var read = new ArrayList<Activity>();
      var first = Long.MAX_VALUE;
      for (var older = stream.before(scope, first, 3);
          !older.isEmpty();
          older = stream.before(scope, first, 3)) {
        read.addAll(older);
        first = older.getLast().seq();
      }
      assertThat(read).isEqualTo(newestFirst);
      assertThat(stream.before(scope, 0, 10)).isEmpty();
    }
  }

  @Test
  default void a_scope_reads_its_own_part_of_the_stream() {
    var trial = new Trial(rig());
    var store = trial.store();
    var definition = Sample.definition(EVERY_FIVE, Policies.DEFAULT);
    var mine = Sample.create(store, Trial.OWNER, "mine", definition);
    var colleagues = Sample.create(store, new Owner(1, 2), "a colleague's", definition);
    Sample.create(store, new Owner(2, 3), "a stranger's", definition);
    var again = Sample.create(store, Trial.OWNER, "mine too", definition);
    var stream = store.activity();
    assertThat(stream.after(MINE, 0, 10))
        .extracting(activity -> activity.schedule().orElseThrow())
        .containsExactly(mine, again);
    assertThat(stream.after(new Scope(1, OptionalInt.empty()), 0, 10))
        .extracting(activity -> activity.schedule().orElseThrow())
        .containsExactly(mine, colleagues, again);
    assertThat(stream.before(MINE, Long.MAX_VALUE, 1))
        .extracting(Activity::scheduleName)
        .containsExactly("mine too");
  }

  @Test
  default void a_reader_misses_nothing_while_many_write() throws Exception {
    var rig = rig();
    var store = rig.store();
    var definition = Sample.definition(EVERY_FIVE, Policies.DEFAULT);
    var stream = store.activity();
    var seen = new ArrayList<Long>();
    try (var writers = Executors.newFixedThreadPool(4)) {
      var all = new ArrayList<Future<?>>();
      for (var i = 0; i < 200; i++) {
        all.add(writers.submit(() -> Sample.create(store, Trial.OWNER, "one", definition)));
      }
      while (!all.stream().allMatch(Future::isDone)) {
        follow(stream, seen);
      }
      for (var one : all) {
        one.get();
      }
    }
    while (follow(stream, seen)) {}
    assertThat(seen).hasSize(200);
    assertThat(new HashSet<>(seen)).hasSize(200);
  }

  /** Reads on from the last number; answers whether there was something. */
  private static boolean follow(ActivityStore stream, List<Long> seen) {
    var fresh = stream.after(seen.isEmpty() ? 0 : seen.getLast(), 20);
    fresh.forEach(activity -> seen.add(activity.seq()));
    return !fresh.isEmpty();
  }
}
