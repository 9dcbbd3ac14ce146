package dev.carillon.targets.agent;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/** Text of agents: decoded, cleaned and cut. */
final class Texts {
  private static final char REPLACEMENT = '\uFFFD';
  private static final char MARK = '\uFEFF';
  private static final int LONGEST_WORD = 255;
  private static final int LONGEST_QUOTE = 500;
  private static final int QUOTED_FROM = 4_096;
  private static final Pattern BLANKS = Pattern.compile("[\\s\\p{Cntrl}]+");

  private Texts() {}

  /** Reads UTF-8 strictly; empty when it is none. */
  static Optional<String> utf8(ByteBuffer bytes) {
    try {
      var decoder =
          StandardCharsets.UTF_8
              .newDecoder()
              .onMalformedInput(CodingErrorAction.REPORT)
              .onUnmappableCharacter(CodingErrorAction.REPORT);
      var text = decoder.decode(bytes.duplicate()).toString();
      return Optional.of(text.indexOf(MARK) == 0 ? text.substring(1) : text);
    } catch (CharacterCodingException broken) {
      return Optional.empty();
    }
  }

  /** A few words of what came back, on one line, for a message. */
  static String quoted(ByteBuffer bytes) {
    return quoted(StandardCharsets.UTF_8.decode(bytes.duplicate()).toString());
  }

  /** A text on one line, so short that it fits into a message. */
  static String quoted(String text) {
    var some = cut(text, QUOTED_FROM);
    var line = BLANKS.matcher(storable(some)).replaceAll(" ").strip();
    return line.length() <= LONGEST_QUOTE ? line : cut(line, LONGEST_QUOTE) + "...";
  }

  /** Replaces what databases refuse or spoil in text: U+0000 and halves of surrogate pairs. */
  static String storable(String text) {
    var clean = new StringBuilder(text.length());
    text.codePoints()
        .map(point -> point == 0 || surrogate(point) ? REPLACEMENT : point)
        .forEach(clean::appendCodePoint);
    return clean.toString();
  }

  /** At most so many bytes of UTF-8, never half a character, with a note when something is gone. */
  static String kept(String text, int most) {
    var room = ByteBuffer.allocate(most);
    var rest = CharBuffer.wrap(text);
    StandardCharsets.UTF_8.newEncoder().encode(rest, room, true);
    if (!rest.hasRemaining()) {
      return text;
    }
    var whole = text.getBytes(StandardCharsets.UTF_8).length;
    return text.substring(0, rest.position())
        + "\n[cut: kept "
        + room.position()
        + " of "
        + whole
        + " bytes]";
  }

  /** A short string that names something; empty for what is none. */
  static Optional<String> word(JsonNode node) {
    return node.stringValueOpt().filter(text -> !text.isBlank() && text.length() <= LONGEST_WORD);
  }

  /** At most so many characters, never half of one. */
  static String cut(String text, int most) {
    if (text.length() <= most) {
      return text;
    }
    var end = Character.isHighSurrogate(text.charAt(most - 1)) ? most - 1 : most;
    return text.substring(0, end);
  }

  private static boolean surrogate(int point) {
    return point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE;
  }
}
