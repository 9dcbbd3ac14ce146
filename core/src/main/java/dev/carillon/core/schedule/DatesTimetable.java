package dev.carillon.core.schedule;

import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** A list of instants, ascending, seen as a timetable. */
record DatesTimetable(List<Instant> at) implements Timetable {
  @Override
  public Optional<Instant> after(Instant instant) {
    var place = placeOf(instant);
    return at(place < at.size() && at.get(place).equals(instant) ? place + 1 : place);
  }

  @Override
  public Optional<Instant> before(Instant instant) {
    return at(placeOf(instant) - 1);
  }

  @Override
  public long count(Instant from, Instant to) {
    return Math.max(0, placeOf(to) - placeOf(from));
  }

  private Optional<Instant> at(int place) {
    return place >= 0 && place < at.size() ? Optional.of(at.get(place)) : Optional.empty();
  }

  /** The place of the first that is not before this instant. */
  private int placeOf(Instant instant) {
    var found = Collections.binarySearch(at, instant);
    return found < 0 ? -found - 1 : found;
  }
}
