package dev.carillon.core.time;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/**
 * Spreads what would start at once: each instant is moved by as much as its owner and itself
 * decide, so that everybody who knows both knows where it goes.
 *
 * @param span how far an instant is moved at most
 */
public record Jitter(Duration span, Mode mode) {
  /** The longest span. */
  public static final Duration LONGEST = Duration.ofDays(1);

  /** Nothing is moved. */
  public static final Jitter NONE = new Jitter(Duration.ZERO, Mode.AFTER);

  /** To which side of its instant something may be moved. */
  public enum Mode {
    AFTER,
    AROUND
  }

  public Jitter {
    if (span.isNegative() || span.compareTo(LONGEST) > 0) {
      throw new IllegalArgumentException("a jitter is 0 to " + LONGEST + ": " + span);
    }
  }

  /** How far before its instant something may be moved at most. */
  public Duration earliness() {
    return mode == Mode.AROUND ? span : Duration.ZERO;
  }

  /**
   * Where an instant may go: within the span, and nearer to itself than to its neighbours when both
   * sides are open to it, so that no two pass each other.
   *
   * @param before the neighbour before it, or what else it must not come before
   * @param after the neighbour after it, or what else it must stay before
   */
  public Room room(Instant at, Instant before, Instant after) {
    var most = span.toMillis();
    var late = millis(at, after);
    return switch (mode) {
      case AFTER -> new Room(at, at.plusMillis(Math.min(most, late)));
      case AROUND ->
          new Room(
              at.minusMillis(Math.min(most, millis(before, at) / 2)),
              at.plusMillis(Math.min(most, late / 2)));
    };
  }

  /** The whole milliseconds that lie strictly between the two. */
  private static long millis(Instant from, Instant to) {
    return Math.max(0, Duration.between(from, to).toMillis() - 1);
  }

  /** The stretch of time within which an instant goes somewhere, both ends included. */
  public record Room(Instant earliest, Instant latest) {
    /** The same without what lies outside of the other. */
    public Room within(Room other) {
      return new Room(
          earliest.isBefore(other.earliest) ? other.earliest : earliest,
          latest.isAfter(other.latest) ? other.latest : latest);
    }

    /** Where the instant of this owner goes, to the millisecond. */
    public Instant place(UUID owner, Instant at) {
      var width = Duration.between(earliest, latest).toMillis() + 1;
      var seed = mix(owner.getMostSignificantBits()) ^ owner.getLeastSignificantBits();
      var hash = mix(mix(seed) + at.toEpochMilli());
      return earliest.plusMillis(Long.remainderUnsigned(hash, width));
    }

    /** Stafford's variant 13 of the finaliser of MurmurHash3, with the constant of SplitMix64. */
    private static long mix(long bits) {
      var mixed = bits + 0x9e3779b97f4a7c15L;
      mixed = (mixed ^ (mixed >>> 30)) * 0xbf58476d1ce4e5b9L;
      mixed = (mixed ^ (mixed >>> 27)) * 0x94d049bb133111ebL;
      return mixed ^ (mixed >>> 31);
    }
  }
}
