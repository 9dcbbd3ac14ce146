package dev.carillon.engine.settle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.carillon.core.run.Answer;
import dev.carillon.core.run.Outcome;
import dev.carillon.core.run.RunId;
import dev.carillon.core.run.RunRules;
import dev.carillon.engine.store.Ended;
import dev.carillon.engine.store.PlaceRule;
import dev.carillon.engine.store.SettleStore;
import dev.carillon.engine.store.StoreException;
import dev.carillon.engine.target.Permits;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

final class SettlerTest {
  private final Permits permits = new Permits(0);
  private final Recorded store = new Recorded();
  private final Settler settler = new Settler(store, permits);

  @Test
  void what_has_gathered_is_settled_in_one_batch_and_gives_its_permits_back() {
    settler.add(run(1));
    settler.add(run(2));
    assertThat(settler.step().runs()).isEqualTo(2);
    assertThat(store.batches).containsExactly(2);
    assertThat(permits.free()).isEqualTo(2);
    assertThat(settler.unsettled()).isEmpty();
  }

  @Test
  void a_run_that_spoils_its_batch_stands_alone_and_the_others_settle() {
    store.poison.add(run(3).run());
    for (var i = 1; i <= 5; i++) {
      settler.add(run(i));
    }
    assertThat(settler.step().runs()).isEqualTo(4);
    assertThat(settler.unsettled()).extracting(held -> held.run()).containsExactly(run(3).run());
    store.poison.clear();
    assertThat(settler.step().runs()).isEqualTo(1);
    assertThat(permits.free()).isEqualTo(5);
  }

  @Test
  void nothing_is_lost_while_the_database_is_away() {
    settler.add(run(1));
    store.away = true;
    assertThatThrownBy(settler::step).isInstanceOf(StoreException.Away.class);
    assertThat(settler.unsettled()).hasSize(1);
    assertThat(permits.free()).isZero();
    store.away = false;
    assertThat(settler.step().runs()).isEqualTo(1);
  }

  @Test
  void nothing_is_lost_when_the_process_runs_out_of_memory() {
    settler.add(run(1));
    store.error = Optional.of(new OutOfMemoryError("Java heap space"));
    assertThatThrownBy(settler::step).isInstanceOf(OutOfMemoryError.class);
    store.error = Optional.empty();
    assertThat(settler.step().runs()).isEqualTo(1);
    assertThat(permits.free()).isEqualTo(1);
  }

  @Test
  void nothing_is_lost_when_the_database_goes_away_while_a_spoiled_batch_is_halved() {
    store.poison.add(run(3).run());
    for (var i = 1; i <= 8; i++) {
      settler.add(run(i));
    }
    store.awayAfter = 1;
    assertThatThrownBy(settler::step).isInstanceOf(StoreException.Away.class);
    store.awayAfter = Integer.MAX_VALUE;
    store.poison.clear();
    settler.step();
    assertThat(settler.unsettled()).isEmpty();
    assertThat(permits.free()).isEqualTo(8);
  }

  @Test
  void a_run_that_spoils_its_batch_does_not_spoil_the_next_one() {
    store.poison.add(run(1).run());
    settler.add(run(1));
    settler.add(run(2));
    settler.step();
    store.asked = 0;
    settler.add(run(3));
    settler.add(run(4));
    assertThat(settler.step().runs()).isEqualTo(2);
    assertThat(store.asked).isEqualTo(2);
  }

  @Test
  void a_late_outcome_is_counted_and_its_permit_comes_back() {
    store.foreign.add(run(1).run());
    settler.add(run(1));
    settler.step();
    assertThat(settler.fenced()).isEqualTo(1);
    assertThat(permits.free()).isEqualTo(1);
    assertThat(settler.unsettled()).isEmpty();
  }

  private static Ended run(int number) {
    return new Ended(
        new RunId(new UUID(0, number)), 1, RunRules.after(new Outcome.Succeeded(Answer.NONE)));
  }

  /** A store that settles everything but what the test says. */
  private static final class Recorded implements SettleStore {
    private final List<Integer> batches = new ArrayList<>();
    private final Set<RunId> poison = new HashSet<>();
    private final Set<RunId> foreign = new HashSet<>();
    private Optional<Error> error = Optional.empty();
    private boolean away;
    private int awayAfter = Integer.MAX_VALUE;
    private int asked;

    @Override
    public Settled settle(List<Ended> batch, PlaceRule rule) {
      asked++;
      error.ifPresent(thrown -> {
        throw thrown;
      });
      if (away || asked > awayAfter) {
        throw new StoreException.Away("the database is away", new IllegalStateException());
      }
      var ids = batch.stream().map(Ended::run).toList();
      if (ids.stream().anyMatch(poison::contains)) {
        throw new IllegalStateException("one row cannot be written");
      }
      batches.add(batch.size());
      return new Settled(
          ids.stream().filter(id -> !foreign.contains(id)).toList(),
          ids.stream().filter(foreign::contains).toList(),
          0,
          0);
    }
  }
}
