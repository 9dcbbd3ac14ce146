package dev.carillon.server.http;

import dev.carillon.api.problem.Problem;
import java.util.List;

/** What a refusal says, for tests of other packages. */
public final class Refusals {
  private Refusals() {}

  /** The places where a request was wrong. */
  public static List<Problem.Entry> entries(Refusal refusal) {
    return refusal.problem("/", "").errors();
  }
}
