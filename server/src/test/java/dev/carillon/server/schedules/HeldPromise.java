package dev.carillon.server.schedules;

import dev.carillon.api.schedules.Preview;
import dev.carillon.core.schedule.ScheduleId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What a preview showed of a schedule, and how many of those instants have come since. */
final class HeldPromise {
  private final ScheduleId schedule;
  private final String draft;
  private final List<Preview.Next> shown;
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
    this.watched = together(shown, watched);
  }

  private static int together(List<Preview.Next> shown, int watched) {
    var end = Math.min(watched, shown.size());
    while (end > 0 && end < shown.size() && desired(shown, end).equals(desired(shown, end - 1))) {
      end++;
    }
    return end;
  }

  private static Optional<Instant> desired(List<Preview.Next> shown, int place) {
    return shown.get(place).desiredAt();
  }

  ScheduleId schedule() {
    return schedule;
  }

  /** The next instant by the preview; empty after the last that it showed. */
  Optional<Instant> next() {
    return shown.stream().skip(kept).findFirst().map(Preview.Next::at);
  }

  /** When the next one starts by the preview. */
  Optional<Instant> desired() {
    return shown.stream().skip(kept).findFirst().flatMap(Preview.Next::desiredAt);
  }

  /** The instants that start now by the preview. */
  List<Instant> dueAt(Instant now) {
    return shown.stream()
        .limit(watched)
        .skip(kept)
        .filter(next -> next.desiredAt().equals(Optional.of(now)))
        .map(Preview.Next::at)
        .toList();
  }

  /** Whether so many start together that the preview may not have shown all of them. */
  boolean isCut(int most) {
    return watched == most;
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
