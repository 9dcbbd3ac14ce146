package dev.carillon.engine.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.carillon.core.run.Answer;
import dev.carillon.core.run.Outcome;
import dev.carillon.core.run.RunId;
import dev.carillon.core.run.TriggerKind;
import dev.carillon.core.schedule.CatchupPolicy;
import dev.carillon.core.schedule.OverlapPolicy;
import dev.carillon.engine.plan.Samples;
import dev.carillon.engine.store.RescueStore.Held;
import dev.carillon.engine.store.StartedRun;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

final class DispatcherTest {
  @Test
  void a_call_that_cannot_be_begun_is_counted_and_the_others_of_its_batch_are_made() {
    var dispatcher =
        new Dispatcher(
            (attempt, whenDone) -> {
              if (attempt.run().equals(id(2))) {
                throw new OutOfMemoryError("unable to create native thread");
              }
              return () -> {};
            },
            ended -> {});
    assertThat(dispatcher.start(List.of(run(1), run(2), run(3)))).isEqualTo(1);
    assertThat(dispatcher.underWay())
        .containsExactlyInAnyOrder(new Held(id(1), 1), new Held(id(3), 1));
  }

  @Test
  void a_call_is_under_way_until_its_outcome_has_been_handed_on() {
    var underWay = new ArrayList<Held>();
    var answers = new ArrayList<Consumer<Outcome>>();
    var dispatcher = new AtomicReference<Dispatcher>();
    dispatcher.set(
        new Dispatcher(
            (_, whenDone) -> {
              answers.add(whenDone);
              return () -> {};
            },
            _ -> underWay.addAll(dispatcher.get().underWay())));
    dispatcher.get().start(List.of(run(1)));
    answers.getFirst().accept(new Outcome.Succeeded(Answer.NONE));
    assertThat(underWay).containsExactly(new Held(id(1), 1));
    assertThat(dispatcher.get().underWay()).isEmpty();
  }

  private static RunId id(int number) {
    return new RunId(new UUID(0, number));
  }

  private static StartedRun run(int number) {
    var schedule = Samples.schedule(OverlapPolicy.ALLOW, CatchupPolicy.LAST);
    return new StartedRun(
        id(number),
        1,
        1,
        schedule,
        TriggerKind.SCHEDULE,
        Optional.of(Samples.START),
        Samples.START,
        schedule.definition().input());
  }
}
