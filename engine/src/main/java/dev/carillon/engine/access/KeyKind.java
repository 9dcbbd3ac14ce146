package dev.carillon.engine.access;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Who holds a key. */
public enum KeyKind {
  /** A person; the only kind that opens a session in a browser. */
  USER(1),
  /** An agent that schedules work of its own. */
  AGENT(2),
  /** A program, such as a deployment. */
  SERVICE(3);

  private final int code;

  KeyKind(int code) {
    this.code = code;
  }

  /** What the store keeps. */
  public int code() {
    return code;
  }

  /** The word on the wire. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The kind that is called so on the wire. */
  public static Optional<KeyKind> named(String word) {
    return Arrays.stream(values()).filter(kind -> kind.word().equals(word)).findFirst();
  }

  /** The kind that the store keeps under this code. */
  public static KeyKind of(int code) {
    return Arrays.stream(values())
        .filter(kind -> kind.code == code)
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no kind of key has the code " + code));
  }
}
