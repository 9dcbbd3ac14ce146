package dev.carillon.core.cron;

import dev.carillon.core.cron.CronParse.Parsed;
import dev.carillon.core.cron.CronParse.Refused;
import dev.carillon.core.cron.Line.Piece;
import java.util.Optional;

/** Reads the fields of a line, from left to right, until one is refused. */
final class LineReader {
  private final Line line;
  private final String written;
  private final Dialect dialect;
  private Optional<Refused> refused = Optional.empty();
  private boolean wallClock;

  /**
   * @param line the fields
   * @param written what the user wrote, which for a nickname is not the line
   */
  LineReader(Line line, String written, Dialect dialect) {
    this.line = line;
    this.written = written;
    this.dialect = dialect;
  }

  CronParse read() {
    int count = line.pieces().size();
    int at = count == 5 ? 0 : 1;
    long seconds = at == 0 ? 1 : time(Field.SECOND, 0);
    long minutes = time(Field.MINUTE, at);
    long hours = time(Field.HOUR, at + 1);
    MonthDays monthDays = field(Field.DAY, at + 2).monthDays();
    int months = (int) field(Field.MONTH, at + 3).bits();
    Weekdays weekdays = field(Field.WEEKDAY, at + 4).weekdays();
    Years years = count == 7 ? field(Field.YEAR, 6).years() : Years.every(dialect);
    if (refused.isEmpty() && dialect == Dialect.QUARTZ) {
      refused = quartzDays(at + 2, at + 4);
    }
    if (refused.isPresent()) {
      return refused.get();
    }
    TimeSet times = new TimeSet(hours, minutes, seconds);
    DaySet days = new DaySet(years, months, monthDays, weekdays);
    return new Parsed(new CronExpression(written, dialect, times, days, wallClock));
  }

  private long time(Field field, int index) {
    wallClock |= line.text().charAt(line.pieces().get(index).start()) == '*';
    return field(field, index).bits();
  }

  private FieldReader field(Field field, int index) {
    FieldReader reader = new FieldReader(line, line.pieces().get(index), field, dialect);
    if (refused.isEmpty()) {
      refused = reader.read();
    }
    return reader;
  }

  private Optional<Refused> quartzDays(int dayIndex, int weekdayIndex) {
    boolean noDay = isQuestionMark(dayIndex);
    boolean noWeekday = isQuestionMark(weekdayIndex);
    if (noDay != noWeekday) {
      return Optional.empty();
    }
    String reason = noDay ? "has ? in both day fields" : "has ? in neither day field";
    return Optional.of(
        new Refused(
            "cron",
            line.text(),
            reason,
            Optional.of("Quartz wants it in exactly one: in the one that does not matter")));
  }

  private boolean isQuestionMark(int index) {
    Piece piece = line.pieces().get(index);
    return line.text().charAt(piece.start()) == '?';
  }
}
