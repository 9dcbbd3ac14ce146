package dev.carillon.server.schedules;

import dev.carillon.api.schedules.Preview;
import dev.carillon.core.schedule.ScheduleId;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** What a preview showed of a schedule, and how many of those instants have come since. */
final class HeldPromise {
  /** No calendar of a test moves anything farther. */
  private static final Duration FARTHEST = Duration.ofDays(30);

  private final ScheduleId schedule;
  private final String draft;
  private final List<Preview.Next> shown;
  private final List<Preview.Next> inOrder;
  private final int watched;
  private int kept;

  /**
   * What was shown.
   *
   * @param watched so many are waited for; those that start together are watched together
   */
  HeldPromise(ScheduleId schedule, String draft, List<Preview.Next> shown, int watched) {
    this.schedule = schedule;
    this.draft = draft;
    this.shown = List.copyOf(shown);
    inOrder = shown.stream().sorted(Comparator.comparing(HeldPromise::desired)).toList();
    this.watched = together(inOrder, watched);
  }

  private static int together(List<Preview.Next> shown, int watched) {
    var end = Math.min(watched, shown.size());
    while (end > 0
        && end < shown.size()
        && desired(shown.get(end)).equals(desired(shown.get(end - 1)))) {
      end++;
    }
    return end;
  }

  private static Instant desired(Preview.Next next) {
    return next.desiredAt().orElseThrow();
  }

  ScheduleId schedule() {
    return schedule;
  }

  /** The next instant by the preview; empty after the last that it showed. */
  Optional<Instant> next() {
    return shown.stream().skip(kept).findFirst().map(Preview.Next::at);
  }

  /** Whether its occurrences become runs when they start, so that the stored one is the next. */
  boolean isInLine() {
    return isInOrder() && !draft.contains("_business_day");
  }

  private boolean isInOrder() {
    return shown.equals(inOrder);
  }

  /** When the next one starts by the preview. */
  Optional<Instant> desired() {
    return inOrder.stream().skip(kept).findFirst().map(HeldPromise::desired);
  }

  /** The instants that start now by the preview. */
  List<Instant> dueAt(Instant now) {
    return inOrder.stream()
        .limit(watched)
        .skip(kept)
        .filter(next -> desired(next).equals(now))
        .map(Preview.Next::at)
        .toList();
  }

  /** Whether the preview may not have shown all that start with those that are watched. */
  boolean isCut(int most) {
    var whole =
        shown.size() < most
            || (isInOrder() && watched < most)
            || Duration.between(shown.getFirst().at(), shown.getLast().at()).compareTo(FARTHEST)
                > 0;
    return !whole;
  }

  /** So many have come as they were shown. */
  void keep(int more) {
    kept += more;
  }

  /** Whether nothing more is waited for. */
  boolean isOver() {
    return kept == watched;
  }

  @Override
  public String toString() {
    return draft;
  }
}
