package dev.carillon.targets.local;

import dev.carillon.core.money.Cost;
import dev.carillon.core.money.Money;
import dev.carillon.core.money.Tokens;
import dev.carillon.core.run.Answer;
import dev.carillon.core.run.Outcome;
import dev.carillon.core.run.ToolCall;
import dev.carillon.core.run.Usage;
import dev.carillon.engine.target.Attempt;
import dev.carillon.targets.call.Callee;
import dev.carillon.targets.call.Work;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Answers with the message it gets. Its figures are computed from the length of the message, as
 * those of examples/echo-agent are, so that everything which shows figures has some to show.
 */
final class Echo implements Callee {
  static final String NAME = "echo";

  private static final int LONGEST = 16_384;
  private static final int BYTES_PER_TOKEN = 4;
  private static final long SYSTEM_TOKENS = 200;
  private static final long CONTEXT = 200_000;

  /** Dollars per million tokens, as nano-dollars per token. */
  private static final long INPUT_NANOS = 3_000;

  private static final long OUTPUT_NANOS = 15_000;

  @Override
  public String label() {
    return "the built-in agent '" + NAME + "'";
  }

  @Override
  public Duration timeout() {
    return Duration.ofMinutes(1);
  }

  @Override
  public Work begin(Attempt attempt) {
    return new Answering(attempt);
  }

  private record Answering(Attempt attempt) implements Work {
    @Override
    public Outcome perform() {
      return new Outcome.Succeeded(answer(attempt.input().message()));
    }

    @Override
    public void abort() {
      // it is over before anybody could
    }
  }

  static Answer answer(String message) {
    var bytes = message.getBytes(StandardCharsets.UTF_8).length;
    var words = (bytes + BYTES_PER_TOKEN - 1L) / BYTES_PER_TOKEN;
    var input = SYSTEM_TOKENS + words;
    var tool =
        new ToolCall(
            "echo-1", "tool_use", "echo", "{\"bytes\":" + bytes + "}", true, OptionalLong.of(0));
    return new Answer(
        Optional.of("The built-in echo agent heard: " + shortened(message)),
        new Usage(
            new Cost.Reported(new Money(input * INPUT_NANOS + words * OUTPUT_NANOS)),
            new Tokens(
                OptionalLong.of(input),
                OptionalLong.of(words),
                OptionalLong.of(0),
                OptionalLong.of(0)),
            Optional.of("echo"),
            Optional.empty(),
            OptionalLong.of(input + words),
            OptionalLong.of(CONTEXT)),
        List.of(tool),
        Optional.empty());
  }

  private static String shortened(String message) {
    if (message.length() <= LONGEST) {
      return message;
    }
    var end = Character.isHighSurrogate(message.charAt(LONGEST - 1)) ? LONGEST - 1 : LONGEST;
    return message.substring(0, end) + "...";
  }
}
