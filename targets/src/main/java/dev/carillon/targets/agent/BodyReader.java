package dev.carillon.targets.agent;

import dev.carillon.core.run.FailureKind;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.zip.GZIPInputStream;
import org.apache.hc.core5.http.HttpEntity;

/**
 * Reads a body of at most {@link #MOST} bytes, counted after unpacking, so that a small packed one
 * cannot become a large one here.
 */
final class BodyReader {
  static final int MOST = 1_024 * 1_024;

  private static final int SHORT = 64 * 1_024;
  private static final Set<String> PLAIN = Set.of("", "identity");
  private static final Set<String> PACKED = Set.of("gzip", "x-gzip");
  private static final Body TOO_LARGE =
      new Body.Refused(FailureKind.TOO_LARGE, "more than 1 MiB, which is the most that is read");
  private final LongAnswers large;
  private final Runnable abort;

  /**
   * @param abort closes the connection under a read that goes on
   */
  BodyReader(LongAnswers large, Runnable abort) {
    this.large = large;
    this.abort = abort;
  }

  Body read(Optional<HttpEntity> entity) throws IOException {
    if (entity.isEmpty()) {
      return whole(new byte[0]);
    }
    var encoding = encoding(entity.get());
    if (!PLAIN.contains(encoding) && !PACKED.contains(encoding)) {
      return new Body.Refused(
          FailureKind.INVALID_ANSWER, "in the encoding '" + encoding + "', which nobody asked for");
    }
    if (entity.get().getContentLength() > MOST) {
      return TOO_LARGE;
    }
    try (var stream = unpacked(entity.get(), PACKED.contains(encoding))) {
      return read(stream);
    }
  }

  private Body read(InputStream stream) throws IOException {
    var start = stream.readNBytes(SHORT);
    return start.length < SHORT ? whole(start) : readOn(start, stream);
  }

  private Body readOn(byte[] start, InputStream stream) throws IOException {
    try (var place = large.take(abort)) {
      try {
        var rest = stream.readNBytes(MOST - SHORT + 1);
        return start.length + rest.length > MOST ? TOO_LARGE : whole(joined(start, rest));
      } catch (IOException broken) {
        if (place.wasSlow()) {
          return tooSlow();
        }
        throw broken;
      }
    }
  }

  private Body tooSlow() {
    return new Body.Refused(
        FailureKind.TOO_LARGE,
        "more than 64 KiB, and did not finish within "
            + large.patience().toMillis()
            + " ms after those");
  }

  private static Body whole(byte[] bytes) {
    return new Body.Whole(ByteBuffer.wrap(bytes));
  }

  private static byte[] joined(byte[] start, byte[] rest) {
    var whole = Arrays.copyOf(start, start.length + rest.length);
    System.arraycopy(rest, 0, whole, start.length, rest.length);
    return whole;
  }

  private static String encoding(HttpEntity entity) {
    var told = entity.getContentEncoding();
    return told == null ? "" : Texts.cut(told.strip().toLowerCase(Locale.ROOT), 40);
  }

  private static InputStream unpacked(HttpEntity entity, boolean packed) throws IOException {
    var unclosed = new Unclosed(entity.getContent());
    return packed ? new GZIPInputStream(unclosed) : unclosed;
  }

  /** Closing the client's own stream would first read the rest, however long it is. */
  private static final class Unclosed extends FilterInputStream {
    Unclosed(InputStream stream) {
      super(stream);
    }

    @Override
    public void close() {
      // the connection is closed when the call is over
    }
  }
}
