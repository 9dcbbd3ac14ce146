package dev.carillon.core.timeline;

import java.time.Instant;
import java.util.List;

/**
 * What comes of a schedule, as seen from an instant: its next occurrences that run, and lines of
 * those between them that its bounds leave out.
 */
public record Outlook(List<Passed> passed) {
  public Outlook {
    passed = List.copyOf(passed);
  }

  /** The outlook of a schedule that begins at this instant, for so many that run. */
  public static Outlook of(Agenda agenda, Instant now, int launches) {
    var passage = new Passage(agenda, now);
    var at = agenda.begin(now, now);
    for (var found = 0; at.isPresent() && found < launches; found++) {
      var from = at.get();
      at =
          agenda
              .due(from)
              .flatMap(due -> passage.launch(from, due.nominal().plusMillis(1), Reason.CAUGHT_UP));
    }
    return new Outlook(passage.passed());
  }
}
