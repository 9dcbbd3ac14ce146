package dev.carillon.core.schedule;

/** What a run tells its target: a message, and a JSON object beside it (kept as text). */
public record Input(String message, String contextJson) {
  /** The context of which nothing was said. */
  public static final String NO_CONTEXT = "{}";

  /** Of which nothing was said. */
  public static final Input NONE = new Input("", NO_CONTEXT);
}
