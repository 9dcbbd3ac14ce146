package dev.carillon.core.money;

import java.util.Optional;

/** What an attempt cost, and how we know. An unknown cost is never zero. */
public sealed interface Cost {
  /** The target said so. A reported cost is never overwritten by an estimate. */
  record Reported(Money amount) implements Cost {}

  /** Computed by us from other figures, such as the difference of two session totals. */
  record Estimated(Money amount) implements Cost {}

  /** Nobody said and nothing allows an estimate. */
  record Unknown() implements Cost {}

  /** The cost of which nothing is known. */
  static Cost unknown() {
    return new Unknown();
  }

  /** The amount, when there is one. */
  default Optional<Money> known() {
    return switch (this) {
      case Reported(var amount) -> Optional.of(amount);
      case Estimated(var amount) -> Optional.of(amount);
      case Unknown() -> Optional.empty();
    };
  }

  /**
   * The word on the wire and in the ledger: {@code reported}, {@code estimated} or {@code unknown}.
   */
  default String source() {
    return switch (this) {
      case Reported reported -> "reported";
      case Estimated estimated -> "estimated";
      case Unknown unknown -> "unknown";
    };
  }

  /** Rebuilds a cost from its stored source and amount. */
  static Cost of(String source, long nanos) {
    return switch (source) {
      case "reported" -> new Reported(new Money(nanos));
      case "estimated" -> new Estimated(new Money(nanos));
      case "unknown" -> unknown();
      default -> throw new IllegalArgumentException("no such cost source: " + source);
    };
  }
}
