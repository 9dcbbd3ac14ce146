package dev.carillon.core.run;

import java.util.Locale;

/** How a run came to be. The code is what the store keeps. */
public enum TriggerKind {
  SCHEDULE(1),
  MANUAL(2),
  BACKFILL(3),
  CATCHUP(4),
  RETRY_OF(5),
  EVENT(6),
  AFTER(7),
  CHAT(8),
  AGENT(9),
  MCP(10),
  API(11);

  private final int code;

  TriggerKind(int code) {
    this.code = code;
  }

  public int code() {
    return code;
  }

  /** The word on the wire. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** True for the one line that an occurrence leaves; false for runs beside it. */
  public boolean planned() {
    return this == SCHEDULE || this == CATCHUP;
  }

  /** The kind that the store keeps under this code. */
  public static TriggerKind of(int code) {
    for (var kind : values()) {
      if (kind.code == code) {
        return kind;
      }
    }
    throw new IllegalArgumentException("no kind of trigger has the code " + code);
  }
}
