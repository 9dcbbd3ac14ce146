package dev.carillon.core.cron;

import dev.carillon.core.cron.Line.Piece;

/** Walks over the characters of one field. */
final class Cursor {
  static final int NO_NUMBER = -1;

  /** A number with more digits does not fit into an int, and is in no range. */
  private static final int MOST_DIGITS = 9;

  private final String text;
  private final int start;
  private final int end;
  private final Dialect dialect;
  private int at;

  Cursor(String text, Piece piece, Dialect dialect) {
    this.text = text;
    this.start = piece.start();
    this.end = piece.end();
    this.dialect = dialect;
    this.at = start;
  }

  int at() {
    return at;
  }

  boolean isAtEnd() {
    return at == end;
  }

  /** Whether the whole field is this character. */
  boolean isAlone(char c) {
    return end - start == 1 && text.charAt(start) == c;
  }

  boolean sees(char c) {
    return at < end && text.charAt(at) == c;
  }

  boolean seesDigit() {
    return at < end && text.charAt(at) >= '0' && text.charAt(at) <= '9';
  }

  /** Quartz reads letters in any case; elsewhere L and W are capitals. */
  boolean seesLetter(char capital) {
    return sees(capital) || (dialect == Dialect.QUARTZ && sees((char) (capital + 32)));
  }

  boolean take(char c) {
    if (!sees(c)) {
      return false;
    }
    at++;
    return true;
  }

  boolean takeLetter(char capital) {
    if (!seesLetter(capital)) {
      return false;
    }
    at++;
    return true;
  }

  /** A number of ASCII digits; one too long for any range is read as the greatest int. */
  int takeNumber() {
    int from = at;
    int value = 0;
    while (seesDigit()) {
      value = at - from < MOST_DIGITS ? value * 10 + text.charAt(at) - '0' : Integer.MAX_VALUE;
      at++;
    }
    return at == from ? NO_NUMBER : value;
  }

  /** A three-letter name of the field in any case, as its number. */
  int takeName(Field field) {
    int value = field.numberOf(text, at, dialect);
    if (value != NO_NUMBER) {
      at += 3;
    }
    return value;
  }

  /** What was read since a place in the text. */
  String since(int from) {
    return text.substring(from, at);
  }

  /** The whole item of a list that begins at a place in the text. */
  String item(int from) {
    int itemEnd = text.indexOf(',', from);
    return text.substring(from, itemEnd < 0 || itemEnd > end ? end : itemEnd);
  }

  /** The whole field. */
  String field() {
    return text.substring(start, end);
  }
}
