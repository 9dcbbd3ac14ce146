package dev.carillon.server.http;

import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.UUID;

/** What nobody can guess: the one place that draws lots. */
@FunctionalInterface
public interface Draw {
  /** From the machine's own source, good enough for keys. */
  static Draw secure() {
    var source = new SecureRandom();
    return count -> {
      var bytes = new byte[count];
      source.nextBytes(bytes);
      return bytes;
    };
  }

  byte[] bytes(int count);

  /** So many bytes as lower-case hexadecimal digits. */
  default String hex(int count) {
    return HexFormat.of().formatHex(bytes(count));
  }

  /** A random UUID (version 4, RFC 9562). */
  default UUID uuid() {
    var drawn = ByteBuffer.wrap(bytes(16));
    var high = (drawn.getLong() & ~0xF000L) | 0x4000L;
    var low = (drawn.getLong() & 0x3FFF_FFFF_FFFF_FFFFL) | 0x8000_0000_0000_0000L;
    return new UUID(high, low);
  }
}
