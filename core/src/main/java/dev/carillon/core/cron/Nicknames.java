package dev.carillon.core.cron;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The seven nicknames and what they stand for. */
public final class Nicknames {
  private static final List<Nickname> ALL =
      List.of(
          new Nickname("@yearly", "0 0 1 1 *"),
          new Nickname("@annually", "0 0 1 1 *"),
          new Nickname("@monthly", "0 0 1 * *"),
          new Nickname("@weekly", "0 0 * * 0"),
          new Nickname("@daily", "0 0 * * *"),
          new Nickname("@midnight", "0 0 * * *"),
          new Nickname("@hourly", "0 * * * *"));

  private Nicknames() {}

  /** A word and the line that it stands for. */
  public record Nickname(String name, String line) {}

  /** All of them, the rarest first. */
  public static List<Nickname> all() {
    return ALL;
  }

  static Optional<String> meaning(String name) {
    return ALL.stream().filter(one -> one.name().equals(name)).map(Nickname::line).findFirst();
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
