package dev.carillon.store.transaction;

import static org.assertj.core.api.Assertions.assertThat;

import dev.carillon.core.schedule.Definition;
import dev.carillon.core.schedule.Heading;
import dev.carillon.core.schedule.Input;
import dev.carillon.core.schedule.Owner;
import dev.carillon.core.schedule.Policies;
import dev.carillon.core.schedule.Schedule;
import dev.carillon.core.schedule.ScheduleId;
import dev.carillon.core.schedule.Target;
import dev.carillon.core.schedule.Trigger;
import dev.carillon.store.transaction.Compiled.Kept;
import dev.carillon.store.transaction.Compiled.Version;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class CompiledTest {
  private static final ScheduleId ID = new ScheduleId(new UUID(7, 1));

  private final Compiled compiled = new Compiled(100);

  @Test
  void what_was_not_used_for_longest_makes_room() {
    keep(1, 40);
    keep(2, 40);
    assertThat(isKept(1)).isTrue();
    keep(3, 40);
    assertThat(List.of(isKept(1), isKept(2), isKept(3))).containsExactly(true, false, true);
  }

  @Test
  void one_large_version_takes_the_room_of_many_and_too_large_a_one_is_not_kept() {
    keep(1, 10);
    keep(2, 10);
    keep(3, 95);
    assertThat(List.of(isKept(1), isKept(2), isKept(3))).containsExactly(false, false, true);
    keep(4, 101);
    assertThat(isKept(4)).isFalse();
  }

  @Test
  void a_version_that_is_kept_again_weighs_once() {
    keep(1, 60);
    keep(1, 60);
    keep(2, 40);
    assertThat(isKept(1)).isTrue();
  }

  @Test
  void what_is_forgotten_weighs_nothing() {
    keep(1, 100);
    compiled.forget();
    assertThat(isKept(1)).isFalse();
    keep(2, 50);
    keep(3, 50);
    assertThat(isKept(2)).isTrue();
  }

  private boolean isKept(int number) {
    return compiled.find(new Version(ID, number)).isPresent();
  }

  private void keep(int number, long weight) {
    var schedule =
        new Schedule(
            ID,
            new Owner(1, 1),
            number,
            new Heading("kept", "", List.of(), Map.of()),
            new Definition(
                new Trigger.Manual(), new Target.Agent("clerk"), Input.NONE, Policies.DEFAULT),
            Instant.EPOCH,
            Instant.EPOCH);
    compiled.keep(new Version(ID, number), new Kept(schedule, weight));
  }
}
