package dev.carillon.testkit.target;

import static org.assertj.core.api.Assertions.assertThat;

import dev.carillon.core.money.Cost;
import dev.carillon.core.run.Answer;
import dev.carillon.core.run.Outcome;
import dev.carillon.core.schedule.Input;
import dev.carillon.engine.target.Caller;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** What every target must do that answers with what it was told, and says what that cost. */
public abstract class TargetContract {
  private static final Duration LONG = Duration.ofSeconds(30);

  protected abstract Caller caller();

  /** The agent to call. */
  protected abstract String agent();

  @Test
  void an_answer_has_text_cost_tokens_context_and_a_tool_call() throws InterruptedException {
    var answer = answer("hello");
    assertThat(answer.text()).hasValueSatisfying(text -> assertThat(text).contains("hello"));
    assertThat(answer.usage().cost()).isInstanceOf(Cost.Reported.class);
    assertThat(answer.usage().tokens().total()).isPresent();
    assertThat(answer.usage().contextUsed()).isPresent();
    assertThat(answer.usage().contextMax()).isPresent();
    assertThat(answer.usage().model()).isPresent();
    assertThat(answer.toolCalls()).isNotEmpty();
  }

  @Test
  void the_same_message_gets_the_same_answer() throws InterruptedException {
    assertThat(answer("tick")).isEqualTo(answer("tick"));
  }

  @TestFactory
  Stream<DynamicTest> any_message_is_answered_and_comes_back_whole() {
    return Stream.of(
            "",
            " ",
            "\"quotes\" and \\ and \n lines",
            "\u0001\t",
            "Gr\u00fc\u00dfe \ud83d\ude80",
            "{}")
        .map(message ->
            DynamicTest.dynamicTest(
                "message " + message.codePoints().boxed().toList(),
                () -> assertThat(answer(message).text().orElseThrow()).contains(message)));
  }

  @Test
  void a_message_of_a_mebibyte_is_answered() throws InterruptedException {
    assertThat(answer("x".repeat(1_024 * 1_024)).text()).isPresent();
  }

  @Test
  void a_context_may_stand_beside_the_message() throws InterruptedException {
    var input = new Input("hello", "{\"user\":{\"name\":\"Ada\"},\"n\":[1,2.50]}");
    var outcome = Told.by(caller(), Attempts.of(agent(), input, LONG));
    assertThat(outcome).isInstanceOf(Outcome.Succeeded.class);
  }

  @Test
  void two_hundred_calls_at_once_each_have_one_outcome() throws InterruptedException {
    List<Told> all = new ArrayList<>();
    for (var i = 0; i < 200; i++) {
      var told = new Told();
      all.add(told);
      caller().call(Attempts.of(agent(), "call " + i), told);
    }
    for (var told : all) {
      assertThat(told.outcome()).isInstanceOf(Outcome.Succeeded.class);
      assertThat(told.all()).hasSize(1);
    }
  }

  @Test
  void a_call_that_is_cancelled_at_some_moment_still_has_one_outcome() throws InterruptedException {
    for (var round = 0; round < 100; round++) {
      var told = new Told();
      var call = caller().call(Attempts.of(agent(), "round " + round), told);
      for (var spin = 0; spin < round * 100; spin++) {
        Thread.onSpinWait();
      }
      call.cancel();
      assertThat(told.outcome()).isInstanceOfAny(Outcome.Cancelled.class, Outcome.Succeeded.class);
      assertThat(told.all()).hasSize(1);
    }
  }

  private Answer answer(String message) throws InterruptedException {
    var outcome = Told.by(caller(), Attempts.of(agent(), message));
    assertThat(outcome).isInstanceOf(Outcome.Succeeded.class);
    return ((Outcome.Succeeded) outcome).answer();
  }
}
