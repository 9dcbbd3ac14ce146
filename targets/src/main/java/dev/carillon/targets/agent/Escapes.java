package dev.carillon.targets.agent;

/**
 * Takes out of JSON text the escapes that are legal there and refused by databases: U+0000 and
 * halves of surrogate pairs. Done before parsing, so that nothing behind has to think of it.
 */
final class Escapes {
  private static final String REPLACEMENT = "\\ufffd";
  private static final int LENGTH = 6;
  private static final int NONE = -1;
  private static final int HEX = 16;

  private final String json;
  private final StringBuilder clean;

  private Escapes(String json) {
    this.json = json;
    clean = new StringBuilder(json.length());
  }

  static String storable(String json) {
    return json.contains("\\u") ? new Escapes(json).clean() : json;
  }

  private String clean() {
    var at = 0;
    while (at < json.length()) {
      at = json.charAt(at) == '\\' ? escape(at) : plain(at);
    }
    return clean.toString();
  }

  /** Copies up to the next backslash. */
  private int plain(int from) {
    var next = json.indexOf('\\', from);
    var end = next < 0 ? json.length() : next;
    clean.append(json, from, end);
    return end;
  }

  private int escape(int from) {
    var unit = unit(from);
    if (unit == NONE) {
      return copy(from, 2);
    }
    if (Character.isHighSurrogate((char) unit) && low(unit(from + LENGTH))) {
      return copy(from, 2 * LENGTH);
    }
    if (unit == 0 || Character.isSurrogate((char) unit)) {
      clean.append(REPLACEMENT);
      return from + LENGTH;
    }
    return copy(from, LENGTH);
  }

  private int copy(int from, int length) {
    var end = Math.min(from + length, json.length());
    clean.append(json, from, end);
    return end;
  }

  private static boolean low(int unit) {
    return unit != NONE && Character.isLowSurrogate((char) unit);
  }

  /** What the escape at this place stands for, when it is one of the form {@code \\u0041}. */
  private int unit(int at) {
    if (at + LENGTH > json.length() || json.charAt(at) != '\\' || json.charAt(at + 1) != 'u') {
      return NONE;
    }
    var unit = 0;
    for (var i = at + 2; i < at + LENGTH; i++) {
      var digit = Character.digit(json.charAt(i), HEX);
      if (digit < 0) {
        return NONE;
      }
      unit = unit * HEX + digit;
    }
    return unit;
  }
}
