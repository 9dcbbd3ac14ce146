package dev.carillon.server.http;

import dev.carillon.api.problem.Problem;
import java.util.ArrayList;
import java.util.List;

/** Gathers what is wrong with the values of a body, so that people are told all of it at once. */
public final class Findings {
  private final List<Problem.Entry> entries = new ArrayList<>();

  private final String within;

  public Findings() {
    this("");
  }

  /**
   * Gathers what is wrong in a part of a body.
   *
   * @param within the pointer to that part
   */
  public Findings(String within) {
    this.within = within;
  }

  /** Notes what is wrong at a place of the body, or of the part. */
  public void add(String pointer, String detail) {
    entries.add(Problem.Entry.at(within + pointer, detail));
  }

  public boolean any() {
    return !entries.isEmpty();
  }

  /** Turns the request down if anything was found; its sentence is that of the first finding. */
  public void refuseIfAny() {
    if (!entries.isEmpty()) {
      throw Refusal.of(Wrong.WRONG_VALUE, entries.getFirst().detail()).with(entries);
    }
  }
}
