package dev.carillon.server.auth;

import dev.carillon.server.http.Draw;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.zip.CRC32;

/**
 * A key as text: {@code crl_<id>_<secret>_<check>}. The id finds it, the secret has 256 bits, and
 * the check (CRC-32 of what stands before it) tells a slip of the pen, and a scanner for leaked
 * secrets, that it is one of ours.
 *
 * @param id by which the store finds the key
 * @param text the whole key, of which the store has the hash
 */
record KeyText(String id, String text) {
  /**
   * A key that an operator chose is at least so long: 32 hexadecimal digits can hold 128 bits. Its
   * id and its hash let a weaker one be guessed by whoever sees them.
   */
  static final int SHORTEST_CHOSEN = 32;

  private static final Pattern OURS =
      Pattern.compile("(crl_([0-9a-f]{16})_[0-9a-f]{64})_([0-9a-f]{8})");

  private static final int ID_BYTES = 8;
  private static final int SECRET_BYTES = 32;
  private static final int LONGEST = 255;

  /** A new key. */
  static KeyText drawn(Draw draw) {
    var id = draw.hex(ID_BYTES);
    var body = "crl_" + id + "_" + draw.hex(SECRET_BYTES);
    return new KeyText(id, body + "_" + check(body));
  }

  /**
   * Reads what somebody sent as a key; empty when it cannot be one. A key that an operator chose
   * has no id in it: its hash gives one.
   */
  static Optional<KeyText> read(String sent) {
    var ours = OURS.matcher(sent);
    if (ours.matches()) {
      return check(ours.group(1)).equals(ours.group(3))
          ? Optional.of(new KeyText(ours.group(2), sent))
          : Optional.empty();
    }
    if (sent.startsWith("crl_") || sent.length() < SHORTEST_CHOSEN || sent.length() > LONGEST) {
      return Optional.empty();
    }
    return Optional.of(
        new KeyText("x" + Secrets.hash("key id of " + sent).substring(0, 2 * ID_BYTES - 1), sent));
  }

  private static String check(String body) {
    var crc = new CRC32();
    crc.update(body.getBytes(StandardCharsets.US_ASCII));
    return HexFormat.of().toHexDigits((int) crc.getValue());
  }
}
