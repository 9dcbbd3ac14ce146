package dev.carillon.core.cron;

/**
 * What a schedule of fixed times does when the clocks change. A schedule whose second, minute or
 * hour begins with {@code *} follows the wall clock instead: nothing in the gap, both passes of an
 * overlap.
 */
public record DstPolicy(Gap gap, OverlapHour overlapHour) {
  public static final DstPolicy DEFAULT = new DstPolicy(Gap.RUN_AT_TRANSITION, OverlapHour.FIRST);

  static final DstPolicy WALL_CLOCK = new DstPolicy(Gap.SKIP, OverlapHour.BOTH);
}
