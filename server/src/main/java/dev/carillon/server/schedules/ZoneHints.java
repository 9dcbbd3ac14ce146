package dev.carillon.server.schedules;

import dev.carillon.api.json.Nearest;
import dev.carillon.core.time.Zones;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** What somebody may have meant who named a zone that the database of zones does not have. */
final class ZoneHints {
  /** Zones that show these letters, some of which others show too: so this is asked, not taken. */
  private static final Map<String, String> LETTERS =
      Map.ofEntries(
          Map.entry("EST", "America/New_York, or Etc/GMT+5 for the same time all year"),
          Map.entry("EDT", "America/New_York"),
          Map.entry("CST", "America/Chicago, or Etc/GMT+6 for the same time all year"),
          Map.entry("CDT", "America/Chicago"),
          Map.entry("MST", "America/Denver, or Etc/GMT+7 for the same time all year"),
          Map.entry("MDT", "America/Denver"),
          Map.entry("PST", "America/Los_Angeles, or Etc/GMT+8 for the same time all year"),
          Map.entry("PDT", "America/Los_Angeles"),
          Map.entry("AKST", "America/Anchorage"),
          Map.entry("AKDT", "America/Anchorage"),
          Map.entry("HST", "Pacific/Honolulu"),
          Map.entry("BST", "Europe/London"),
          Map.entry("WEST", "Europe/Lisbon"),
          Map.entry("CEST", "Europe/Berlin"),
          Map.entry("EEST", "Europe/Athens"),
          Map.entry("MSK", "Europe/Moscow"),
          Map.entry("IST", "Asia/Kolkata"),
          Map.entry("SGT", "Asia/Singapore"),
          Map.entry("HKT", "Asia/Hong_Kong"),
          Map.entry("JST", "Asia/Tokyo"),
          Map.entry("KST", "Asia/Seoul"),
          Map.entry("AEST", "Australia/Sydney, or Etc/GMT-10 for the same time all year"),
          Map.entry("AEDT", "Australia/Sydney"),
          Map.entry("NZST", "Pacific/Auckland"),
          Map.entry("NZDT", "Pacific/Auckland"),
          Map.entry("SAST", "Africa/Johannesburg"),
          Map.entry("Z", "UTC"));

  private static final Pattern OFFSET =
      Pattern.compile("(?:UTC|GMT)?([+-])0?(\\d{1,2})(?::?00)?", Pattern.CASE_INSENSITIVE);

  private ZoneHints() {}

  /** Names of the same meaning; empty where no name is near. */
  static Optional<String> about(String name) {
    var letters = Optional.ofNullable(LETTERS.get(name.toUpperCase(Locale.ROOT)));
    return letters
        .or(() -> offset(name))
        .or(() -> Zones.names().stream().filter(name::equalsIgnoreCase).findFirst())
        .or(() -> near(name));
  }

  /** In Etc/GMT the sign is that of POSIX: what lies east of Greenwich has a minus. */
  private static Optional<String> offset(String name) {
    var offset = OFFSET.matcher(name);
    return offset.matches()
        ? Zones.named("Etc/GMT" + (offset.group(1).equals("+") ? "-" : "+") + offset.group(2))
            .map(zone -> zone.getId() + ", whose sign is the other way round")
        : Optional.empty();
  }

  /** Between names of a few letters each is near to another, and means something else. */
  private static Optional<String> near(String name) {
    return name.contains("/") ? Nearest.to(name, Zones.names()) : Optional.empty();
  }
}
