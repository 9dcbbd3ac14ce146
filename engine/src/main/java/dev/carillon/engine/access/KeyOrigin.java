package dev.carillon.engine.access;

import java.util.Optional;
import java.util.OptionalInt;

/** Where a key comes from. */
public sealed interface KeyOrigin {
  /**
   * Somebody made it over the API.
   *
   * @param user the number of the user who made it; it goes when they are disabled
   * @param by the id of the key that made it, or opened the session that did; it goes when that
   *     does. Empty when a session did that a one-time link had opened
   */
  record Made(int user, Optional<String> by) implements KeyOrigin {}

  /** The first key, which a start drew because the operator chose none. */
  record Generated() implements KeyOrigin {}

  /** The operator chose it; there is one at a time. */
  record Chosen() implements KeyOrigin {}

  /** The key that made it. */
  default Optional<String> parent() {
    return switch (this) {
      case Made(var user, var by) -> by;
      case Generated(), Chosen() -> Optional.empty();
    };
  }

  /** The number of the user who made it. */
  default OptionalInt maker() {
    return switch (this) {
      case Made(var user, var by) -> OptionalInt.of(user);
      case Generated(), Chosen() -> OptionalInt.empty();
    };
  }

  /** What the store keeps, beside the maker and the parent. */
  default int code() {
    return switch (this) {
      case Made made -> 1;
      case Generated() -> 2;
      case Chosen() -> 3;
    };
  }

  /** The origin that the store keeps as this code, maker and parent. */
  static KeyOrigin of(int code, OptionalInt maker, Optional<String> parent) {
    return switch (code) {
      case 1 -> new Made(maker.orElseThrow(), parent);
      case 2 -> new Generated();
      case 3 -> new Chosen();
      default -> throw new IllegalArgumentException("no origin of a key has the code " + code);
    };
  }
}
