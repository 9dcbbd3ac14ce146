package dev.carillon.core.run;

import dev.carillon.core.money.Cost;
import dev.carillon.core.money.Tokens;
import java.util.Optional;
import java.util.OptionalLong;

/** What an attempt used: tokens, cost, model, and how full the target's context was (in tokens). */
public record Usage(
    Cost cost,
    Tokens tokens,
    Optional<String> model,
    Optional<String> provider,
    OptionalLong contextUsed,
    OptionalLong contextMax) {
  /** Nothing was reported. */
  public static final Usage NONE =
      new Usage(
          Cost.unknown(),
          Tokens.NONE,
          Optional.empty(),
          Optional.empty(),
          OptionalLong.empty(),
          OptionalLong.empty());
}
