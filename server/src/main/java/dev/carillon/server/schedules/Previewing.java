package dev.carillon.server.schedules;

import dev.carillon.api.schedules.Preview;
import dev.carillon.api.schedules.PreviewRequest;
import dev.carillon.core.schedule.ClockMark;
import dev.carillon.core.schedule.ScheduleId;
import dev.carillon.core.schedule.Spacing;
import dev.carillon.core.schedule.Trigger;
import dev.carillon.core.time.Zones;
import dev.carillon.core.timeline.Agenda;
import dev.carillon.core.timeline.Launch;
import dev.carillon.core.timeline.Line;
import dev.carillon.core.timeline.Outlook;
import dev.carillon.core.timeline.Passed;
import dev.carillon.core.timeline.Postponed;
import dev.carillon.server.http.Choice;
import dev.carillon.server.http.Findings;
import dev.carillon.server.http.Ids;
import dev.carillon.server.http.Refusal;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/** Tells what an unsaved schedule would do, by the same engine that fires. */
final class Previewing {
  private static final int USUAL = 5;
  private static final int MOST = 100;
  private static final int MOST_LEFT_OUT = 100;

  private Previewing() {}

  static Preview preview(PreviewRequest request, Instant now, Drafting drafting, Sight sight) {
    var count = request.count().orElse(USUAL);
    if (count < 1 || count > MOST) {
      throw Refusal.at("/count", "count is 1 to " + MOST);
    }
    var timing = drafting.preview(request.schedule(), now, sight, new Findings("/schedule"));
    var trigger = timing.trigger();
    var zone = trigger.zone();
    var most = Math.min(count, timing.bounds().maxRuns().orElse(count));
    var id = request.scheduleId().flatMap(Ids::uuid).map(ScheduleId::new);
    var agenda = timing.agenda(id.orElse(Timing.ANYBODY));
    var outlook = Outlook.of(agenda, request.after().orElse(now), most).passed();
    var shown = new Shown(agenda, id.isPresent(), trigger, zone.orElse(ZoneOffset.UTC));
    return new Preview(
        trigger.words(),
        zone.map(ZoneId::getId),
        outlook.stream().flatMap(passed -> shown.next(passed).stream()).toList(),
        outlook.stream().flatMap(passed -> leftOut(passed).stream()).limit(MOST_LEFT_OUT).toList(),
        Warnings.about(trigger, now),
        smallestGap(timing, now).map(Duration::toSeconds),
        Zones.version());
  }

  /** Of the instants that are to come, if there are two of them. */
  private static Optional<Duration> smallestGap(Timing timing, Instant now) {
    var times = timing.bounds().within(timing.trigger().timetable());
    var two =
        timing.bounds().maxRuns().orElse(2) > 1
            && times.after(now).flatMap(times::after).isPresent();
    return two ? Spacing.smallest(timing.trigger(), now) : Optional.empty();
  }

  private static Optional<Preview.LeftOut> leftOut(Passed passed) {
    return switch (passed) {
      case Launch _, Postponed _ -> Optional.empty();
      case Line(var from, var until, var covers, var reason) ->
          Optional.of(
              new Preview.LeftOut(from, until, covers, Choice.word(reason), reason.words()));
    };
  }

  /**
   * How an occurrence is shown that runs.
   *
   * @param named whether the agenda is that of the schedule's own id
   */
  private record Shown(Agenda agenda, boolean named, Trigger trigger, ZoneId zone) {
    Optional<Preview.Next> next(Passed passed) {
      return switch (passed) {
        case Launch launch -> Optional.of(next(launch.nominal(), launch.desired()));
        case Postponed later -> Optional.of(next(later.nominal(), later.desired()));
        case Line _ -> Optional.empty();
      };
    }

    private Preview.Next next(Instant at, Instant desired) {
      var room = agenda.room(at);
      var sure = named || room.earliest().equals(room.latest());
      return new Preview.Next(
          at,
          DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(at.atZone(zone).toOffsetDateTime()),
          ClockMark.of(trigger, at).map(Choice::word),
          Optional.of(desired).filter(_ -> sure),
          room.earliest(),
          room.latest());
    }
  }
}
