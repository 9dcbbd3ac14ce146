package dev.carillon.core.cron;

import java.util.Locale;
import java.util.Optional;

/** How the fields of a cron line are to be read. */
public enum Dialect {
  /** Five fields, minute to weekday, or a nickname such as {@code @daily}. Sunday is 0 or 7. */
  UNIX("unix"),
  /** Six fields with seconds first, or seven with the year last; else as {@link #UNIX}. */
  SECONDS("seconds"),
  /** Quartz: six or seven fields, Sunday is 1, exactly one of the two day fields is {@code ?}. */
  QUARTZ("quartz");

  private final String wireName;

  Dialect(String wireName) {
    this.wireName = wireName;
  }

  /** The name on the wire and on the command line. */
  public String wireName() {
    return wireName;
  }

  /**
   * Finds a dialect by its wire name, in any case; {@code vixie5} and {@code seconds6} are aliases.
   */
  public static Optional<Dialect> named(String name) {
    return switch (name.toLowerCase(Locale.ROOT)) {
      case "unix", "vixie5" -> Optional.of(UNIX);
      case "seconds", "seconds6" -> Optional.of(SECONDS);
      case "quartz" -> Optional.of(QUARTZ);
      default -> Optional.empty();
    };
  }
}
