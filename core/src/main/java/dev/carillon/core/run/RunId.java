package dev.carillon.core.run;

import dev.carillon.core.schedule.ScheduleId;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.UUID;

/**
 * The id of a run, which is its launch key, its idempotency key and its primary key in one. It has
 * the layout of a UUIDv7 (RFC 9562) and is computed, not drawn: 48 bits of milliseconds, then the
 * first 74 free bits of a SHA-256, so that everyone who knows the schedule knows the id.
 */
public record RunId(UUID value) implements Comparable<RunId> {
  private static final long VERSION_7 = 0x7000L;
  private static final long VARIANT = 0x8000_0000_0000_0000L;
  private static final int VARIANT_BITS = 2;

  /** The run of one occurrence: whoever plans it, however often, means the same run. */
  public static RunId planned(ScheduleId schedule, Instant nominal) {
    var millis = nominal.toEpochMilli();
    return of(millis, schedule + ":" + millis);
  }

  /** A run that somebody asked for: the same kind, natural key and time give the same run. */
  public static RunId requested(TriggerKind kind, String naturalKey, Instant at) {
    return of(at.toEpochMilli(), kind.word() + ":" + naturalKey);
  }

  /** The time in the id: nominal for a planned run, the request's for others. */
  public Instant instant() {
    return Instant.ofEpochMilli(value.getMostSignificantBits() >>> 16);
  }

  @Override
  public int compareTo(RunId other) {
    var high =
        Long.compareUnsigned(value.getMostSignificantBits(), other.value.getMostSignificantBits());
    return high != 0
        ? high
        : Long.compareUnsigned(
            value.getLeastSignificantBits(), other.value.getLeastSignificantBits());
  }

  @Override
  public String toString() {
    return value.toString();
  }

  private static RunId of(long millis, String text) {
    var hash = ByteBuffer.wrap(sha256(text));
    var first = hash.getLong();
    var second = hash.getLong();
    var high = (millis << 16) | VERSION_7 | (first >>> 52);
    // 12 bits of the first word are used; 52 more and 10 of the second make the 62 that remain.
    var low = VARIANT | (((first << 12) | (second >>> 52)) >>> VARIANT_BITS);
    return new RunId(new UUID(high, low));
  }

  private static byte[] sha256(String text) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("this Java has no SHA-256, which every Java must have", e);
    }
  }
}
