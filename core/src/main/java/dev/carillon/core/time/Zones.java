package dev.carillon.core.time;

import java.time.ZoneId;
import java.time.zone.ZoneRulesProvider;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Time zones by their IANA names, such as {@code America/Argentina/Ushuaia}, {@code Etc/GMT+5} and
 * {@code UTC}. Offsets like {@code +05:00}, which {@link ZoneId#of} takes too, are no names.
 */
public final class Zones {
  private static final Set<String> NAMES = Set.copyOf(ZoneRulesProvider.getAvailableZoneIds());

  /**
   * The names of the IANA database that Java leaves out, because it once read them as
   * abbreviations; each is a link of the database to one that it has.
   */
  private static final Map<String, String> LINKS =
      Map.of(
          "EST", "America/Panama",
          "HST", "Pacific/Honolulu",
          "MST", "America/Phoenix",
          "ROC", "Asia/Taipei");

  private Zones() {}

  /** Every name that Java knows. */
  public static Set<String> names() {
    return NAMES;
  }

  /** The version of the time zone database that this Java carries, such as 2026b. */
  public static String version() {
    return ZoneRulesProvider.getVersions("Europe/Paris").lastKey();
  }

  /** Finds a zone by its exact name; empty if the time zone database does not know it. */
  public static Optional<ZoneId> named(String name) {
    var known = LINKS.getOrDefault(name, name);
    return NAMES.contains(known) ? Optional.of(ZoneId.of(known)) : Optional.empty();
  }
}
