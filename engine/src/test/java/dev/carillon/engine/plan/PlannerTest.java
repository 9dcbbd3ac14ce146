package dev.carillon.engine.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.carillon.engine.store.PlanRule;
import dev.carillon.engine.store.PlanStore;
import dev.carillon.engine.store.PlanStore.Lane;
import dev.carillon.engine.store.StoreException;
import dev.carillon.engine.target.Permits;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;

final class PlannerTest {
  private final Due due = new Due();
  private long nanos;
  private int begun;
  private final Permits permits = new Permits(1_000);
  private final Planner planner =
      new Planner(due, new PlanRules(Set.of()), permits, () -> 1, () -> nanos);

  @Test
  void what_is_on_time_goes_before_what_is_late() {
    due.clocks.put(Lane.LIVE, 3);
    due.clocks.put(Lane.LATE, 3);
    assertThat(step().idle()).isFalse();
    assertThat(due.turns).containsExactly(Lane.LIVE, Lane.LATE);
  }

  @Test
  void while_many_are_on_time_some_that_are_late_have_a_turn_every_quarter_of_a_second() {
    due.clocks.put(Lane.LIVE, 100_000);
    due.clocks.put(Lane.LATE, 100_000);
    for (var i = 0; i < 50; i++) {
      assertThat(step().more()).isTrue();
      nanos += Duration.ofMillis(10).toNanos();
    }
    assertThat(due.turns).filteredOn(Lane.LIVE::equals).hasSize(50);
    assertThat(due.turns).filteredOn(Lane.LATE::equals).hasSize(2);
  }

  @Test
  void one_that_was_on_time_and_is_late_by_its_next_occurrence_does_not_wait() {
    step();
    due.turns.clear();
    due.clocks.put(Lane.LIVE, 1);
    due.stillDue = true;
    step();
    assertThat(due.turns).containsExactly(Lane.LIVE, Lane.LATE);
  }

  @Test
  void when_nothing_else_is_due_those_that_are_late_have_all_turns() {
    due.clocks.put(Lane.LATE, 1_200);
    assertThat(step().more()).isTrue();
    assertThat(step().more()).isTrue();
    assertThat(step().more()).isTrue();
    assertThat(due.clocks.get(Lane.LATE)).isZero();
    assertThat(step().more()).isFalse();
  }

  @Test
  void nobody_looks_for_late_ones_at_every_turn_when_there_were_none() {
    step();
    due.turns.clear();
    step();
    assertThat(step().idle()).isTrue();
    assertThat(due.turns).containsOnly(Lane.LIVE);
    nanos += Duration.ofMillis(250).toNanos();
    step();
    assertThat(due.turns.getLast()).isEqualTo(Lane.LATE);
  }

  @Test
  void what_is_on_time_is_called_before_a_late_turn_which_gives_its_permits_back_when_it_fails() {
    due.clocks.put(Lane.LIVE, 1);
    due.fails = Optional.of(Lane.LATE);
    assertThatThrownBy(this::step).isInstanceOf(StoreException.Away.class);
    assertThat(begun).isEqualTo(1);
    assertThat(permits.free()).isEqualTo(1_000);
    step();
    assertThat(due.turns).containsExactly(Lane.LIVE, Lane.LATE, Lane.LIVE);
  }

  @Test
  void a_turn_is_long_after_half_a_second() {
    step();
    assertThat(due.isLong.getAsBoolean()).isFalse();
    nanos += Duration.ofMillis(501).toNanos();
    assertThat(due.isLong.getAsBoolean()).isTrue();
  }

  private Planner.Turn step() {
    return planner.step(_ -> begun++);
  }

  /** So many clocks are due in each lane. */
  private static final class Due implements PlanStore {
    private final Map<Lane, Integer> clocks = new EnumMap<>(Lane.class);
    private final List<Lane> turns = new ArrayList<>();
    private boolean stillDue;
    private Optional<Lane> fails = Optional.empty();
    private BooleanSupplier isLong = () -> true;

    @Override
    public Planned plan(int node, Turn turn, PlanRule rule) {
      turns.add(turn.lane());
      isLong = turn.isLong();
      if (fails.filter(turn.lane()::equals).isPresent()) {
        throw new StoreException.Away("the statement took too long");
      }
      var moved = Math.min(turn.clocks(), clocks.getOrDefault(turn.lane(), 0));
      clocks.merge(turn.lane(), -moved, Integer::sum);
      return new Planned(List.of(), moved, stillDue && turn.lane() == Lane.LIVE);
    }

    @Override
    public Instant now() {
      return Samples.START;
    }

    @Override
    public Optional<Instant> nextWake() {
      return Optional.empty();
    }
  }
}
