package dev.carillon.core.money;

import java.util.OptionalLong;

/**
 * Tokens by class, each counted once: input without what came from or went to the cache, cache
 * read, cache write, and output. What was not reported stays empty.
 */
public record Tokens(
    OptionalLong input, OptionalLong output, OptionalLong cacheRead, OptionalLong cacheWrite) {
  /** Nothing was reported. */
  public static final Tokens NONE =
      new Tokens(
          OptionalLong.empty(), OptionalLong.empty(), OptionalLong.empty(), OptionalLong.empty());

  public Tokens {
    requireCount(input);
    requireCount(output);
    requireCount(cacheRead);
    requireCount(cacheWrite);
  }

  /** The sum of the classes that were reported; empty when none was. */
  public OptionalLong total() {
    if (input.isEmpty() && output.isEmpty() && cacheRead.isEmpty() && cacheWrite.isEmpty()) {
      return OptionalLong.empty();
    }
    return OptionalLong.of(
        Math.addExact(
            Math.addExact(input.orElse(0), output.orElse(0)),
            Math.addExact(cacheRead.orElse(0), cacheWrite.orElse(0))));
  }

  private static void requireCount(OptionalLong count) {
    if (count.isPresent() && count.getAsLong() < 0) {
      throw new IllegalArgumentException("a token count is never negative: " + count.getAsLong());
    }
  }
}
