package dev.carillon.core.cron;

import dev.carillon.core.cron.CronParse.Parsed;
import dev.carillon.core.cron.CronParse.Refused;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads the fields of a line, from left to right, until one is refused. */
final class LineReader {
  private final Line line;
  private final String written;
  private final Dialect dialect;

  /** Where the minute stands: after the second, if the line has one. */
  private final int minute;

  private final List<Warning> warnings = new ArrayList<>(0);
  private Optional<Refused> refused = Optional.empty();

  /**
   * @param line the fields
   * @param written what the user wrote, which for a nickname is not the line
   */
  LineReader(Line line, String written, Dialect dialect) {
    this.line = line;
    this.written = written;
    this.dialect = dialect;
    this.minute = line.pieces().size() == 5 ? 0 : 1;
  }

  CronParse read() {
    long seconds = minute == 0 ? 1 : field(Field.SECOND).bits();
    long minutes = field(Field.MINUTE).bits();
    long hours = field(Field.HOUR).bits();
    MonthDays monthDays = field(Field.DAY).monthDays();
    int months = (int) field(Field.MONTH).bits();
    Weekdays weekdays = field(Field.WEEKDAY).weekdays();
    boolean hasYear = line.pieces().size() == 7;
    Years years = hasYear ? field(Field.YEAR).years() : Years.every(dialect);
    if (refused.isEmpty() && dialect == Dialect.QUARTZ) {
      refused = refusedDays();
    }
    if (refused.isPresent()) {
      return refused.get();
    }
    TimeSet times = new TimeSet(hours, minutes, seconds);
    DaySet days = new DaySet(years, months, monthDays, weekdays);
    if (days.isEither()) {
      warnings.addAll(leadingStars());
    }
    return new Parsed(
        new CronExpression(new Written(written, dialect, wallClock(), warnings), times, days));
  }

  private FieldReader field(Field field) {
    FieldReader reader = new FieldReader(line, line.pieces().get(index(field)), field, dialect);
    if (refused.isEmpty()) {
      refused = reader.read();
      warnings.addAll(reader.warnings());
    }
    return reader;
  }

  private boolean wallClock() {
    return (minute == 1 && begins(Field.SECOND, '*'))
        || begins(Field.MINUTE, '*')
        || begins(Field.HOUR, '*');
  }

  /** Vixie cron and its heirs take any leading star as no restriction; here only a lone one is. */
  private List<Warning> leadingStars() {
    List<Warning> found = new ArrayList<>();
    for (Field field : List.of(Field.DAY, Field.WEEKDAY)) {
      if (begins(field, '*')) {
        found.add(
            new Warning(
                Warning.Kind.LEADING_STAR,
                field.title()
                    + ": "
                    + line.field(index(field))
                    + " restricts the days, as it is not * alone; Vixie cron would ask for both"
                    + " day fields to match"));
      }
    }
    return found;
  }

  private Optional<Refused> refusedDays() {
    boolean noDay = begins(Field.DAY, '?');
    if (noDay != begins(Field.WEEKDAY, '?')) {
      return Optional.empty();
    }
    String reason = noDay ? "has ? in both day fields" : "has ? in neither day field";
    String hint = "Quartz wants it in exactly one: in the one that does not matter";
    return Optional.of(new Refused("cron", line.text(), reason, Optional.of(hint)));
  }

  private boolean begins(Field field, char c) {
    return line.text().charAt(line.pieces().get(index(field)).start()) == c;
  }

  private int index(Field field) {
    return switch (field) {
      case SECOND -> minute - 1;
      case MINUTE -> minute;
      case HOUR -> minute + 1;
      case DAY -> minute + 2;
      case MONTH -> minute + 3;
      case WEEKDAY -> minute + 4;
      case YEAR -> minute + 5;
    };
  }
}
