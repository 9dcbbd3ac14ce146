package dev.carillon.core.cron;

import java.util.ArrayList;
import java.util.List;

/** A step as it was written, which is where most misreadings of cron lines begin. */
record Step(Field field, String text, int from, int to, int step) {

  /**
   * @param range whether a range or {@code *} stands before the step
   */
  List<Warning> warnings(boolean range, Dialect dialect) {
    List<Warning> warnings = new ArrayList<>();
    if (!range) {
      String meaning = from + "-" + to + "/" + step;
      warnings.add(
          warning(
              Warning.Kind.OPEN_STEP,
              "is read as " + meaning + "; other programs refuse it or read " + from + " alone"));
    }
    boolean toTheEnd = from < to && to >= field.last(dialect) && field != Field.YEAR;
    int last = from + (to - from) / step * step;
    if (toTheEnd && last == from) {
      warnings.add(
          warning(
              Warning.Kind.LONG_STEP, "steps over the whole range: " + from + " alone is left"));
    } else if (toTheEnd && step > 1 && isUneven(last, dialect)) {
      warnings.add(
          warning(
              Warning.Kind.UNEVEN_STEP,
              "begins again with every " + field.within() + ": after " + last + " comes " + from));
    }
    return warnings;
  }

  /** Months differ in length, so no step of days is even; the rest must divide its range. */
  private boolean isUneven(int last, Dialect dialect) {
    return field == Field.DAY || from + field.span(dialect) - last != step;
  }

  private Warning warning(Warning.Kind kind, String text) {
    return new Warning(kind, field.title() + ": " + this.text + " " + text);
  }
}
