package dev.carillon.core.cron;

import dev.carillon.core.cron.CronParse.Refused;
import dev.carillon.core.cron.Line.Piece;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
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
  private static final int REFUSED = Cursor.NO_NUMBER;

  private final Line line;
  private final Field field;
  private final Dialect dialect;
  private final Cursor cursor;
  private int itemStart;
  private Optional<Refused> refused = Optional.empty();
  private final List<Warning> warnings = new ArrayList<>(0);

  private long bits;
  private Optional<BitSet> years = Optional.empty();
  private boolean open;
  private boolean and;
  private long nearestWeekday;
  private long beforeLast;
  private long weekdayBeforeLast;
  private long ordinals;

  FieldReader(Line line, Piece piece, Field field, Dialect dialect) {
    this.line = line;
    this.field = field;
    this.dialect = dialect;
    this.cursor = new Cursor(line.text(), piece, dialect);
  }

  /** Reads the whole field; the values below mean something when nothing was refused. */
  Optional<Refused> read() {
    boolean ofDays = field == Field.DAY || field == Field.WEEKDAY;
    open = cursor.isAlone('*') || (ofDays && cursor.isAlone('?'));
    if (open) {
      add(field.least(dialect), field.last(dialect), 1);
      return Optional.empty();
    }
    if (field == Field.WEEKDAY && dialect != Dialect.QUARTZ) {
      and = cursor.take('+');
    }
    do {
      itemStart = cursor.at();
      readItem();
    } while (refused.isEmpty() && cursor.take(','));
    return refused;
  }

  long bits() {
    return bits;
  }

  Years years() {
    return years.isEmpty() || open ? Years.every(dialect) : Years.of(years.get());
  }

  MonthDays monthDays() {
    return new MonthDays(bits, nearestWeekday, beforeLast, weekdayBeforeLast, open);
  }

  Weekdays weekdays() {
    return new Weekdays((int) bits, ordinals, open, and);
  }

  List<Warning> warnings() {
    return warnings;
  }

  private void readItem() {
    if (cursor.isAtEnd() || cursor.sees(',')) {
      refuse(cursor.field(), "has an empty place in its list", Optional.empty());
    } else if (cursor.take('*')) {
      readStep(field.least(dialect), field.last(dialect), true);
    } else if (field == Field.DAY && cursor.takeLetter('L')) {
      readLastDay();
    } else if (field == Field.WEEKDAY && dialect == Dialect.QUARTZ && cursor.takeLetter('L')) {
      add(field.greatest(), field.greatest(), 1);
    } else {
      readValues();
    }
    if (refused.isEmpty() && !cursor.isAtEnd() && !cursor.sees(',')) {
      malformed();
    }
  }

  private void readValues() {
    int from = readValue();
    if (from == REFUSED) {
      return;
    }
    if (field == Field.DAY && cursor.takeLetter('W')) {
      nearestWeekday |= 1L << from;
    } else if (field == Field.WEEKDAY && cursor.takeLetter('L')) {
      ordinals |= 1L << Weekdays.ordinal(weekday(from), Weekdays.LAST);
    } else if (field == Field.WEEKDAY && cursor.take('#')) {
      readOrdinal(weekday(from));
    } else if (cursor.take('-')) {
      readRange(from);
    } else {
      readStep(from, Math.max(from, field.last(dialect)), false);
    }
  }

  private void readRange(int from) {
    int toStart = cursor.at();
    boolean named = !cursor.seesDigit();
    int to = readValue();
    if (to == REFUSED) {
      return;
    }
    if (field == Field.WEEKDAY && dialect != Dialect.QUARTZ && named && to == 0 && from > 0) {
      to = 7; // FRI-SUN: Sunday ends a week as well as it begins one
    }
    boolean wraps = dialect == Dialect.QUARTZ && field != Field.YEAR;
    if (from > to && !wraps) {
      String range = cursor.since(itemStart);
      String last = cursor.since(toStart);
      String first = range.substring(0, range.length() - last.length() - 1);
      refuse(range, "runs backwards", Hints.forRange(field, first, last, dialect));
      return;
    }
    readStep(from, from > to ? to + field.span(dialect) : to, true);
  }

  private void readStep(int from, int to, boolean range) {
    if (!cursor.take('/')) {
      add(from, range ? to : from, 1);
      return;
    }
    int step = cursor.takeNumber();
    if (step == REFUSED) {
      malformed();
    } else if (step == 0) {
      refuse(cursor.since(itemStart), "has a step of 0", Optional.of("a step is 1 or more"));
    } else if (dialect == Dialect.QUARTZ && field != Field.YEAR && step > field.greatest()) {
      refuse(cursor.since(itemStart), "has a step that Quartz refuses", Optional.empty());
    } else {
      add(from, to, step);
      Step written = new Step(field, cursor.since(itemStart), from, to, step);
      warnings.addAll(written.warnings(range, dialect));
    }
  }

  private void readLastDay() {
    int before = 0;
    if (cursor.take('-')) {
      before = cursor.takeNumber();
      if (before == REFUSED) {
        malformed();
        return;
      }
      if (before > 30) {
        refuse(cursor.since(itemStart), "is outside L-0 to L-30", Optional.empty());
        return;
      }
    }
    if (cursor.takeLetter('W')) {
      weekdayBeforeLast |= 1L << before;
    } else {
      beforeLast |= 1L << before;
    }
  }

  private void readOrdinal(int weekday) {
    if (cursor.takeLetter('L')) {
      ordinals |= 1L << Weekdays.ordinal(weekday, Weekdays.LAST);
      return;
    }
    int n = cursor.takeNumber();
    if (n < 1 || n > 5) {
      refuse(
          cursor.since(itemStart),
          "does not exist",
          Optional.of("a weekday comes one to five times in a month: #1 to #5, or #L"));
      return;
    }
    ordinals |= 1L << Weekdays.ordinal(weekday, n);
  }

  /** A number in the field's range, or a name, as its number. */
  private int readValue() {
    int start = cursor.at();
    int value = cursor.seesDigit() ? cursor.takeNumber() : cursor.takeName(field);
    if (value == Cursor.NO_NUMBER) {
      malformed();
      return REFUSED;
    }
    if (value < field.least(dialect) || value > field.greatest()) {
      String number = cursor.since(start);
      String reason = "is outside " + field.least(dialect) + "-" + field.greatest();
      boolean alone = number.equals(cursor.field());
      refuse(number, reason, alone ? Hints.forNumber(field, number, line) : Optional.empty());
      return REFUSED;
    }
    return value;
  }

  private void add(int from, int to, int step) {
    for (long value = from; value <= to; value += step) {
      if (field == Field.YEAR) {
        addYear((int) value);
      } else {
        bits |= 1L << bit((int) value);
      }
    }
  }

  private void addYear(int year) {
    if (years.isEmpty()) {
      years = Optional.of(new BitSet());
    }
    years.get().set(year);
  }

  private int bit(int value) {
    if (field == Field.WEEKDAY) {
      return weekday(value);
    }
    return value > field.greatest() ? value - field.span(dialect) : value;
  }

  /** The weekday with Sunday as 0, of a number that may have wrapped. */
  private int weekday(int value) {
    return dialect == Dialect.QUARTZ ? (value - 1) % 7 : value % 7;
  }

  private void malformed() {
    String item = cursor.item(itemStart);
    refuse(item, "is not a value, a range or a step", Hints.forItem(field, item));
  }

  private void refuse(String piece, String reason, Optional<String> hint) {
    refused = Optional.of(new Refused(field.title(), piece, reason, hint));
  }
}
