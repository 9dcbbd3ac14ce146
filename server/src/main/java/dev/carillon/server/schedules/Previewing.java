package dev.carillon.server.schedules;

import dev.carillon.api.schedules.Preview;
import dev.carillon.api.schedules.PreviewRequest;
import dev.carillon.core.schedule.ClockMark;
import dev.carillon.core.schedule.Spacing;
import dev.carillon.core.schedule.Timetable;
import dev.carillon.core.schedule.Trigger;
import dev.carillon.core.time.Zones;
import dev.carillon.server.http.Choice;
import dev.carillon.server.http.Findings;
import dev.carillon.server.http.Refusal;
import java.time.Duration;
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

  static Preview preview(PreviewRequest request, Instant now, Duration minInterval, Sight sight) {
    var count = request.count().orElse(USUAL);
    if (count < 1 || count > MOST) {
      throw Refusal.at("/count", "count is 1 to " + MOST);
    }
    var findings = new Findings("/schedule");
    var read = Timing.read(request.schedule(), now, Optional.empty(), sight, findings);
    read.ifPresent(one -> one.judge(request.schedule(), now, minInterval, findings));
    findings.refuseIfAny();
    var timing = read.orElseThrow();
    var trigger = timing.trigger();
    var zone = Triggers.zone(trigger);
    var most = Math.min(count, timing.bounds().maxRuns().orElse(count));
    var next = next(timing.timetable(), request.after().orElse(now), most);
    return new Preview(
        trigger.words(),
        zone.map(ZoneId::getId),
        next.stream().map(at -> shown(at, trigger, zone.orElse(ZoneOffset.UTC))).toList(),
        Warnings.about(trigger, now),
        Spacing.smallest(trigger, now).map(Duration::toSeconds),
        Zones.version());
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

  private static Preview.Next shown(Instant at, Trigger trigger, ZoneId zone) {
    return new Preview.Next(
        at,
        DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(at.atZone(zone).toOffsetDateTime()),
        ClockMark.of(trigger, at).map(Choice::word));
  }
}
