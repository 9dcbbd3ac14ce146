package dev.carillon.core.cron;

import dev.carillon.core.cron.CronParse.Refused;
import dev.carillon.core.cron.Line.Piece;
import java.util.BitSet;
import java.util.Optional;

/**
 * Reads one field of a line into bits:
 *
 * <pre>
 * field   = "?" | [ "+" ] item { "," item }      ? in the day fields, + in day-of-week
 * item    = "*" [ "/" step ] | value [ "-" value ] [ "/" step ] | special
 * value   = number | name
 * special = "L" [ "-" n ] [ "W" ] | n "W"        in day-of-month
 *         | value "L" | value "#" ( n | "L" )    in day-of-week
 * </pre>
 */
final class FieldReader {
  private static final int REFUSED = -1;

  /** Longer numbers than this do not fit into an int; all of them are out of range. */
  private static final int MOST_DIGITS = 9;

  private final Line line;
  private final Field field;
  private final Dialect dialect;
  private final String text;
  private final int start;
  private final int end;
  private int at;
  private int itemStart;
  private Optional<Refused> refused = Optional.empty();

  private long bits;
  private final BitSet years = new BitSet();
  private boolean open;
  private boolean and;
  private int nearestWeekday;
  private int beforeLast;
  private int weekdayBeforeLast;
  private long ordinals;

  FieldReader(Line line, Piece piece, Field field, Dialect dialect) {
    this.line = line;
    this.text = line.text();
    this.start = piece.start();
    this.end = piece.end();
    this.at = start;
    this.field = field;
    this.dialect = dialect;
  }

  /** Reads the whole field; the values below mean something when nothing was refused. */
  Optional<Refused> read() {
    if (isAlone('?') && (field == Field.DAY || field == Field.WEEKDAY)) {
      open = true;
      add(field.least(dialect), field.last(dialect), 1);
      return refused;
    }
    open = isAlone('*');
    if (field == Field.WEEKDAY && dialect != Dialect.QUARTZ && peek() == '+') {
      and = true;
      at++;
    }
    do {
      itemStart = at;
      readItem();
    } while (refused.isEmpty() && take(','));
    return refused;
  }

  long bits() {
    return bits;
  }

  Years years() {
    return open ? Years.every(dialect) : Years.of(years);
  }

  MonthDays monthDays() {
    return new MonthDays((int) bits, nearestWeekday, beforeLast, weekdayBeforeLast, open);
  }

  Weekdays weekdays() {
    return new Weekdays((int) bits, ordinals, open, and);
  }

  private void readItem() {
    if (at == end || peek() == ',') {
      refuse(text.substring(start, end), "has an empty place in its list", Optional.empty());
    } else if (take('*')) {
      readStep(field.least(dialect), field.last(dialect), true);
    } else if (isLetter('L', at) && field == Field.DAY) {
      readLastDay();
    } else if (isLetter('L', at) && field == Field.WEEKDAY && dialect == Dialect.QUARTZ) {
      at++;
      add(field.greatest(), field.greatest(), 1);
    } else {
      readValues();
    }
    if (refused.isEmpty() && at < end && peek() != ',') {
      malformed();
    }
  }

  private void readValues() {
    int from = readValue();
    if (from == REFUSED) {
      return;
    }
    if (isLetter('W', at) && field == Field.DAY) {
      at++;
      nearestWeekday |= 1 << from;
    } else if (isLetter('L', at) && field == Field.WEEKDAY) {
      at++;
      ordinals |= 1L << Weekdays.ordinal(weekday(from), Weekdays.LAST);
    } else if (field == Field.WEEKDAY && take('#')) {
      readOrdinal(weekday(from));
    } else if (take('-')) {
      readRange(from);
    } else {
      readStep(from, Math.max(from, field.last(dialect)), false);
    }
  }

  private void readRange(int from) {
    int toStart = at;
    boolean named = !isDigit(at);
    int to = readValue();
    if (to == REFUSED) {
      return;
    }
    if (field == Field.WEEKDAY && dialect != Dialect.QUARTZ && named && to == 0 && from > 0) {
      to = 7; // FRI-SUN: Sunday ends a week as well as it begins one
    }
    boolean wraps = dialect == Dialect.QUARTZ && field != Field.YEAR;
    if (from > to && !wraps) {
      String range = text.substring(itemStart, at);
      String first = text.substring(itemStart, toStart - 1);
      String last = text.substring(toStart, at);
      refuse(range, "runs backwards", Hints.forRange(field, first, last, dialect));
      return;
    }
    readStep(from, from > to ? to + span() : to, true);
  }

  /** How many values the field has, which is what a Quartz range that wraps goes on by. */
  private int span() {
    return field.greatest() - field.least(dialect) + 1;
  }

  private void readStep(int from, int to, boolean range) {
    if (!take('/')) {
      add(from, range ? to : from, 1);
      return;
    }
    int numberStart = at;
    int step = readNumber();
    if (step == REFUSED) {
      malformed();
    } else if (step == 0) {
      refuse(text.substring(itemStart, at), "has a step of 0", Optional.of("a step is 1 or more"));
    } else if (dialect == Dialect.QUARTZ && field != Field.YEAR && step > field.greatest()) {
      refuse(text.substring(numberStart, at), "is no step in Quartz here", Optional.empty());
    } else {
      add(from, to, step);
    }
  }

  private void readLastDay() {
    at++;
    int before = 0;
    if (take('-')) {
      int numberStart = at;
      before = readNumber();
      if (before == REFUSED) {
        malformed();
        return;
      }
      if (before > 30) {
        refuse(text.substring(numberStart, at), "is outside 0-30 days before L", Optional.empty());
        return;
      }
    }
    if (isLetter('W', at)) {
      at++;
      weekdayBeforeLast |= 1 << before;
    } else {
      beforeLast |= 1 << before;
    }
  }

  private void readOrdinal(int weekday) {
    if (isLetter('L', at)) {
      at++;
      ordinals |= 1L << Weekdays.ordinal(weekday, Weekdays.LAST);
      return;
    }
    int n = readNumber();
    if (n < 1 || n > 5) {
      refuse(
          text.substring(itemStart, at),
          "does not exist",
          Optional.of("a weekday comes one to five times in a month: #1 to #5, or #L"));
      return;
    }
    ordinals |= 1L << Weekdays.ordinal(weekday, n);
  }

  /** A number in the field's range, or a name, as its number. */
  private int readValue() {
    if (!isDigit(at)) {
      return readName();
    }
    int numberStart = at;
    int value = readNumber();
    if (value < field.least(dialect) || value > field.greatest()) {
      String number = text.substring(numberStart, at);
      String reason = "is outside " + field.least(dialect) + "-" + field.greatest();
      refuse(number, reason, Hints.forNumber(field, number, line));
      return REFUSED;
    }
    return value;
  }

  private int readName() {
    int value = end - at >= 3 && field.isNamed() ? field.numberOf(text, at, dialect) : REFUSED;
    if (value == REFUSED) {
      malformed();
      return REFUSED;
    }
    at += 3;
    return value;
  }

  /** ASCII digits only; a number too long to be in any range is read as the greatest int. */
  private int readNumber() {
    int numberStart = at;
    int value = 0;
    while (isDigit(at)) {
      value =
          at - numberStart < MOST_DIGITS ? value * 10 + text.charAt(at) - '0' : Integer.MAX_VALUE;
      at++;
    }
    return at == numberStart ? REFUSED : value;
  }

  private void add(int from, int to, int step) {
    if (field == Field.YEAR) {
      for (long year = from; year <= to; year += step) {
        years.set((int) year);
      }
      return;
    }
    for (long value = from; value <= to; value += step) {
      bits |= 1L << bit((int) value);
    }
  }

  private int bit(int value) {
    if (field == Field.WEEKDAY) {
      return weekday(value);
    }
    return value > field.greatest() ? value - span() : value;
  }

  /** The weekday with Sunday as 0, of a number that may have wrapped. */
  private int weekday(int value) {
    return dialect == Dialect.QUARTZ ? (value - 1) % 7 : value % 7;
  }

  private void malformed() {
    int itemEnd = itemStart;
    while (itemEnd < end && text.charAt(itemEnd) != ',') {
      itemEnd++;
    }
    String item = text.substring(itemStart, itemEnd);
    refuse(item, "is not a value, a range or a step", Hints.forItem(field, item));
  }

  private void refuse(String piece, String reason, Optional<String> hint) {
    refused = Optional.of(new Refused(field.title(), piece, reason, hint));
  }

  private boolean isAlone(char c) {
    return end - start == 1 && text.charAt(start) == c;
  }

  private boolean take(char c) {
    if (peek() != c) {
      return false;
    }
    at++;
    return true;
  }

  /** Quartz reads letters in any case; elsewhere L and W are capitals. */
  private boolean isLetter(char capital, int index) {
    if (index >= end) {
      return false;
    }
    char c = text.charAt(index);
    return c == capital || (dialect == Dialect.QUARTZ && c == capital + 32);
  }

  private boolean isDigit(int index) {
    return index < end && text.charAt(index) >= '0' && text.charAt(index) <= '9';
  }

  private char peek() {
    return at < end ? text.charAt(at) : '\0';
  }
}
