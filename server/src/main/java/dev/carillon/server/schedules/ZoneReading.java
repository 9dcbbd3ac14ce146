package dev.carillon.server.schedules;

import dev.carillon.core.time.Zones;
import dev.carillon.server.http.Findings;
import java.time.ZoneId;
import java.util.Optional;

/** Finds the zone that people name. */
final class ZoneReading {
  private static final String UTC = "UTC";

  private ZoneReading() {}

  /** The zone, which is UTC when nothing is said; empty when nobody knows it: a finding. */
  static Optional<ZoneId> read(Optional<String> said, String pointer, Findings findings) {
    var name = said.orElse(UTC);
    var zone = Zones.named(name);
    if (zone.isEmpty()) {
      findings.add(pointer, unknown(name));
    }
    return zone;
  }

  private static String unknown(String name) {
    return name.isBlank()
        ? "invalid timezone: it is empty; give a name such as Europe/Berlin, or leave it out for UTC"
        : "invalid timezone: "
            + name
            + ZoneHints.about(name)
                .map(near -> "; did you mean " + near + "?")
                .orElse("; give a name such as Europe/Berlin");
  }
}
