package dev.carillon.server.schedules;

import dev.carillon.api.schedules.Preview;
import dev.carillon.api.schedules.PreviewRequest;
import dev.carillon.core.schedule.Timetable;
import dev.carillon.core.schedule.Trigger;
import dev.carillon.server.http.Findings;
import dev.carillon.server.http.Refusal;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Tells what an unsaved schedule would do, by the same engine that fires. */
final class Previewing {
  private static final int USUAL = 5;
  private static final int MOST = 100;

  private Previewing() {}

  static Preview preview(PreviewRequest request, Instant now) {
    var count = request.count().orElse(USUAL);
    if (count < 1 || count > MOST) {
      throw Refusal.at("/count", "count is 1 to " + MOST);
    }
    var findings = new Findings("/schedule");
    var read = Triggers.read(request.schedule(), findings);
    read.ifPresent(one -> Triggers.requireDates(request.schedule(), one, now, findings));
    findings.refuseIfAny();
    var trigger = read.orElseThrow();
    var zone = zone(trigger);
    var next = next(trigger.timetable(), request.after().orElse(now), count);
    return new Preview(
        Views.words(trigger),
        zone.map(ZoneId::getId),
        next.stream().map(at -> shown(at, zone.orElse(ZoneOffset.UTC))).toList(),
        Warnings.about(trigger, now));
  }

  private static List<Instant> next(Timetable timetable, Instant after, int count) {
    var found = new ArrayList<Instant>();
    var instant = timetable.after(after);
    while (instant.isPresent() && found.size() < count) {
      found.add(instant.get());
      instant = timetable.after(instant.get());
    }
    return found;
  }

  private static Preview.Next shown(Instant at, ZoneId zone) {
    return new Preview.Next(
        at, DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(at.atZone(zone).toOffsetDateTime()));
  }

  private static Optional<ZoneId> zone(Trigger trigger) {
    return switch (trigger) {
      case Trigger.Cron(var times) -> Optional.of(times.zone());
      case Trigger.Manual() -> Optional.empty();
    };
  }
}
