package dev.carillon.testkit.store;

import static dev.carillon.testkit.store.Sample.DONE;
import static dev.carillon.testkit.store.Sample.EVERY_FIVE;
import static dev.carillon.testkit.store.Trial.MINE;
import static dev.carillon.testkit.store.Trial.at;
import static org.assertj.core.api.Assertions.assertThat;

import dev.carillon.core.schedule.Policies;
import dev.carillon.core.schedule.ScheduleId;
import dev.carillon.core.schedule.ScheduleStatus;
import dev.carillon.engine.change.Schedules;
import dev.carillon.engine.store.Entry;
import dev.carillon.engine.store.Halt;
import dev.carillon.engine.store.Page;
import dev.carillon.engine.store.ReadStore.ScheduleKey;
import dev.carillon.engine.store.ReadStore.ScheduleQuery;
import dev.carillon.engine.store.ReadStore.Slice;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What asking for schedules must do in every store. */
public interface ReadContract {

  /** A store that is empty. */
  StoreRig rig();

  @Test
  default void the_time_is_the_databases() {
    var trial = new Trial(rig());
    trial.pass(7);
    assertThat(trial.store().read().now()).isEqualTo(at(7));
  }

  @Test
  default void an_empty_store_answers_with_empty_pages() {
    var read = new Trial(rig()).store().read();
    assertThat(read.schedules(MINE, Asked.schedules(Asked.first(10))))
        .isEqualTo(new Page<>(List.of(), 0, false));
    assertThat(read.runs(MINE, Asked.runs().query())).isEqualTo(new Page<>(List.of(), 0, false));
  }

  @Test
  default void a_schedule_is_read_as_its_last_change_left_it() {
    var trial = new Trial(rig());
    var id = trial.create(EVERY_FIVE, Policies.DEFAULT);
    trial.settle(DONE, trial.start(5));
    trial.edit(id, before -> Sample.saying(before, "do that instead"));
    trial.pass(1);
    trial.pause(id);
    var entry = trial.store().read().schedule(MINE, id).orElseThrow();
    assertThat(entry.schedule().version()).isEqualTo(2);
    assertThat(entry.schedule().definition().input().message()).isEqualTo("do that instead");
    assertThat(entry.schedule().createdAt()).isEqualTo(at(0));
    assertThat(entry.schedule().updatedAt()).isEqualTo(at(6));
    assertThat(entry.clock().status()).isEqualTo(ScheduleStatus.PAUSED);
    assertThat(entry.halt()).contains(new Halt(at(6), "ada", "for a while"));
    assertThat(entry.standing().ran()).isEqualTo(1);
    assertThat(entry.standing().succeeded()).isEqualTo(1);
    assertThat(entry.standing().cost().nanos()).isEqualTo(5_000_000);
    assertThat(entry.standing().lastAt()).contains(at(5));
    assertThat(trial.store().read().schedules(MINE, Asked.schedules(Asked.first(10))).items())
        .containsExactly(entry.withoutInput());
  }

  @Test
  default void schedules_are_listed_newest_first_and_page_by_page() {
    var trial = new Trial(rig());
    var newestFirst = created(trial, 7);
    assertThat(ids(trial.store().read().schedules(MINE, Asked.schedules(Asked.first(7)))))
        .containsExactlyElementsOf(newestFirst);
    var paged = new ArrayList<ScheduleId>();
    Optional<ScheduleKey> after = Optional.empty();
    for (var more = true; more; ) {
      var page = trial.store().read().schedules(MINE, Asked.schedules(new Slice<>(after, 0, 3)));
      assertThat(page.total()).isEqualTo(7);
      paged.addAll(ids(page));
      var last = page.items().getLast().schedule();
      after = Optional.of(new ScheduleKey(last.createdAt(), last.id()));
      more = page.more();
    }
    assertThat(paged).isEqualTo(newestFirst);
  }

  @Test
  default void schedules_are_listed_from_an_offset() {
    var trial = new Trial(rig());
    var newestFirst = created(trial, 7);
    var page = trial.store().read().schedules(MINE, Asked.schedules(Asked.past(4, 2)));
    assertThat(ids(page)).isEqualTo(newestFirst.subList(4, 6));
    assertThat(page.total()).isEqualTo(7);
    assertThat(page.more()).isTrue();
    var last = trial.store().read().schedules(MINE, Asked.schedules(Asked.past(6, 2)));
    assertThat(ids(last)).isEqualTo(newestFirst.subList(6, 7));
    assertThat(last.total()).isEqualTo(7);
    assertThat(last.more()).isFalse();
    var beyond = trial.store().read().schedules(MINE, Asked.schedules(Asked.past(9, 2)));
    assertThat(beyond).isEqualTo(new Page<>(List.of(), 7, false));
  }

  /** Schedules of two instants, three and the rest, as they are to be listed. */
  private static List<ScheduleId> created(Trial trial, int count) {
    var ids = new ArrayList<ScheduleId>();
    IntStream.range(0, 3).forEach(i -> ids.add(trial.create(EVERY_FIVE, Policies.DEFAULT)));
    trial.pass(1);
    IntStream.range(3, count).forEach(i -> ids.add(trial.create(EVERY_FIVE, Policies.DEFAULT)));
    ids.subList(0, 3).sort(Comparator.naturalOrder());
    ids.subList(3, count).sort(Comparator.naturalOrder());
    Collections.reverse(ids);
    return ids;
  }

  @Test
  default void search_finds_a_part_of_the_name_in_any_case() {
    var trial = new Trial(rig());
    var umlaut = named(trial, "Tägliche ÜBERSICHT");
    var percent = named(trial, "100% done!");
    var under = named(trial, "a_b\\c");
    named(trial, "aXb");
    named(trial, "1000 done");
    assertThat(found(trial, "übersicht")).containsExactly(umlaut);
    assertThat(found(trial, "TÄGLICH")).containsExactly(umlaut);
    assertThat(found(trial, "0% D")).containsExactly(percent);
    assertThat(found(trial, "e!")).containsExactly(percent);
    assertThat(found(trial, "a_b")).containsExactly(under);
    assertThat(found(trial, "B\\C")).containsExactly(under);
    assertThat(found(trial, "nothing")).isEmpty();
  }

  @Test
  default void search_finds_the_name_that_an_edit_gave() {
    var trial = new Trial(rig());
    var id = named(trial, "before");
    trial
        .schedules()
        .edit(
            Trial.ada(id),
            OptionalInt.empty(),
            before -> new Schedules.Edited(Sample.named("After"), before.definition()));
    assertThat(found(trial, "before")).isEmpty();
    assertThat(found(trial, "after")).containsExactly(id);
  }

  private static ScheduleId named(Trial trial, String name) {
    return Sample.create(
        trial.store(), Trial.OWNER, name, Sample.definition(EVERY_FIVE, Policies.DEFAULT));
  }

  private static List<ScheduleId> found(Trial trial, String search) {
    var page =
        trial
            .store()
            .read()
            .schedules(
                MINE, new ScheduleQuery(Optional.empty(), Optional.of(search), Asked.first(10)));
    assertThat(page.total()).isEqualTo(page.items().size());
    return ids(page);
  }

  @Test
  default void schedules_are_listed_by_their_status() {
    var trial = new Trial(rig());
    var active = trial.create(EVERY_FIVE, Policies.DEFAULT);
    var paused = trial.create(EVERY_FIVE, Policies.DEFAULT);
    var ended = trial.create("0 0 0 3 3 ? 2026", Policies.DEFAULT);
    var broken = trial.create("*/7 * * * * *", Policies.DEFAULT);
    var deleted = trial.create(EVERY_FIVE, Policies.DEFAULT);
    trial.pause(paused);
    trial.delete(deleted);
    trial.see().breakDefinition(broken);
    trial.restart();
    trial.pass(86_400);
    trial.plan();
    assertThat(inStatus(trial, ScheduleStatus.ACTIVE)).containsExactly(active);
    assertThat(inStatus(trial, ScheduleStatus.PAUSED)).containsExactly(paused);
    assertThat(inStatus(trial, ScheduleStatus.ENDED)).containsExactly(ended);
    assertThat(inStatus(trial, ScheduleStatus.QUARANTINED)).containsExactly(broken);
    assertThat(inStatus(trial, ScheduleStatus.DELETED)).isEmpty();
  }

  private static List<ScheduleId> inStatus(Trial trial, ScheduleStatus status) {
    var query = new ScheduleQuery(Optional.of(status), Optional.empty(), Asked.first(10));
    var page = trial.store().read().schedules(MINE, query);
    assertThat(page.total()).isEqualTo(page.items().size());
    var next = new ScheduleQuery(Optional.of(status), Optional.empty(), Asked.past(5, 5));
    assertThat(trial.store().read().schedules(MINE, next).total()).isEqualTo(page.total());
    return ids(page);
  }

  @Test
  default void a_deleted_schedule_is_hidden() {
    var trial = new Trial(rig());
    var id = trial.create(EVERY_FIVE, Policies.DEFAULT);
    var other = trial.create(EVERY_FIVE, Policies.DEFAULT);
    trial.delete(id);
    assertThat(trial.store().read().schedule(MINE, id)).isEmpty();
    var page = trial.store().read().schedules(MINE, Asked.schedules(Asked.first(1)));
    assertThat(ids(page)).containsExactly(other);
    assertThat(page.total()).isEqualTo(1);
    assertThat(page.more()).isFalse();
  }

  @Test
  default void a_schedule_that_cannot_be_read_is_listed_all_the_same() {
    var trial = new Trial(rig());
    var broken = trial.create(EVERY_FIVE, Policies.DEFAULT);
    var other = trial.create(EVERY_FIVE, Policies.DEFAULT);
    trial.see().breakDefinition(broken);
    trial.restart();
    assertThat(ids(trial.store().read().schedules(MINE, Asked.schedules(Asked.first(10)))))
        .containsExactlyInAnyOrder(broken, other);
  }

  private static List<ScheduleId> ids(Page<Entry> page) {
    return page.items().stream().map(entry -> entry.schedule().id()).toList();
  }
}
