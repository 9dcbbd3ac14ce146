package dev.carillon.core.cron;

import java.util.Locale;
import java.util.Optional;

/** The seven nicknames and what they stand for. */
final class Nicknames {
  private Nicknames() {}

  static Optional<String> meaning(String nickname) {
    return switch (nickname) {
      case "@yearly", "@annually" -> Optional.of("0 0 1 1 *");
      case "@monthly" -> Optional.of("0 0 1 * *");
      case "@weekly" -> Optional.of("0 0 * * 0");
      case "@daily", "@midnight" -> Optional.of("0 0 * * *");
      case "@hourly" -> Optional.of("0 * * * *");
      default -> Optional.empty();
    };
  }

  static String hint(String text, Dialect dialect) {
    String lower = text.toLowerCase(Locale.ROOT);
    if (meaning(lower).isEmpty()) {
      return "there are @yearly, @annually, @monthly, @weekly, @daily, @midnight and @hourly";
    }
    return dialect == Dialect.QUARTZ
        ? "Quartz has no nicknames; " + lower + " is known in the unix dialect"
        : "write it in lower case: " + lower;
  }
}
