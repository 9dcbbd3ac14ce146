package dev.carillon.core.cron;

import java.util.List;

/** What a cron line means in plain English, and what may surprise its writer. */
public record Explanation(String words, List<Warning> warnings) {
  public Explanation {
    warnings = List.copyOf(warnings);
  }
}
