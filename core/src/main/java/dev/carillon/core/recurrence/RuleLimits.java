package dev.carillon.core.recurrence;

import dev.carillon.core.recurrence.RuleReader.Unreadable;
import java.util.List;

/** Which parts RFC 5545 (3.3.10) does not allow beside each other. */
final class RuleLimits {
  private RuleLimits() {}

  static void check(Rule rule) {
    if (rule.count().isPresent() && rule.until().isPresent()) {
      throw new Unreadable("COUNT and UNTIL do not stand beside each other: leave one out");
    }
    only(rule, Part.BYWEEKNO, List.of(Frequency.YEARLY));
    not(rule, Part.BYYEARDAY, List.of(Frequency.DAILY, Frequency.WEEKLY, Frequency.MONTHLY));
    not(rule, Part.BYMONTHDAY, List.of(Frequency.WEEKLY));
    numberedDays(rule);
    if (rule.has(Part.BYSETPOS) && rule.weekdays().isEmpty() && rule.numbers().size() == 1) {
      throw new Unreadable("BYSETPOS chooses among what another BY part names, and there is none");
    }
  }

  private static void only(Rule rule, Part part, List<Frequency> with) {
    if (rule.has(part) && !with.contains(rule.frequency())) {
      throw new Unreadable(part + " does not stand beside FREQ=" + rule.frequency());
    }
  }

  private static void not(Rule rule, Part part, List<Frequency> without) {
    if (rule.has(part) && without.contains(rule.frequency())) {
      throw new Unreadable(part + " does not stand beside FREQ=" + rule.frequency());
    }
  }

  private static void numberedDays(Rule rule) {
    if (rule.weekdays().stream().allMatch(day -> day.ordinal() == 0)) {
      return;
    }
    if (rule.frequency() != Frequency.MONTHLY && rule.frequency() != Frequency.YEARLY) {
      throw new Unreadable(
          "BYDAY: a day with a number, such as 2TU, needs FREQ=MONTHLY or FREQ=YEARLY");
    }
    if (rule.has(Part.BYWEEKNO)) {
      throw new Unreadable("BYDAY: a day with a number does not stand beside BYWEEKNO");
    }
  }
}
