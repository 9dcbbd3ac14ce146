package dev.carillon.server.schedules;

import dev.carillon.api.schedules.CalendarsSpec;
import dev.carillon.api.schedules.ExecutionWindowSpec;
import dev.carillon.api.schedules.JitterSpec;
import dev.carillon.api.schedules.ScheduleDraft;
import dev.carillon.core.calendar.Calendar;
import dev.carillon.core.schedule.Bounds;
import dev.carillon.core.schedule.Calendars;
import dev.carillon.core.schedule.Calendars.OnExcluded;
import dev.carillon.core.schedule.ExecutionWindow;
import dev.carillon.core.schedule.ExecutionWindow.Outside;
import dev.carillon.core.time.DailyWindow;
import dev.carillon.core.time.Jitter;
import dev.carillon.server.http.Choice;
import dev.carillon.server.http.Findings;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Reads what bounds the schedule of a draft.
 *
 * @param zone of the trigger, which a window has too when it names none
 * @param known the calendars of the schedule's owner
 */
record BoundsReading(ScheduleDraft draft, ZoneId zone, KnownCalendars known, Findings findings) {
  private static final Pattern TIME =
      Pattern.compile("(?:[01][0-9]|2[0-3]):[0-5][0-9](?::[0-5][0-9])?");

  /** The bounds; empty when something is wrong with them, which is then a finding. */
  Optional<Bounds> read() {
    var start = draft.startAt().map(TriggerReading::exact);
    var end = draft.endAt().map(TriggerReading::exact);
    var most = draft.maxRuns();
    var turned = start.isPresent() && end.isPresent() && end.get().isBefore(start.get());
    var odd = most.filter(runs -> runs < 1 || runs > Bounds.MOST_RUNS).isPresent();
    if (turned) {
      findings.add("/end_at", "end_at lies before start_at, so nothing would ever be due");
    }
    if (odd) {
      findings.add("/max_runs", "max_runs is 1 to " + Bounds.MOST_RUNS);
    }
    var window = draft.executionWindow().flatMap(this::window);
    var jitter = jitter();
    var unread = draft.executionWindow().isPresent() && window.isEmpty();
    var calendars = calendars(draft.calendars());
    return turned || odd || unread || jitter.isEmpty() || calendars.isEmpty()
        ? Optional.empty()
        : Optional.of(new Bounds(start, end, most, window, calendars.get(), jitter.get()));
  }

  private Optional<Calendars> calendars(Optional<CalendarsSpec> spec) {
    var include = spec.flatMap(CalendarsSpec::include).orElse(List.of());
    var exclude = spec.flatMap(CalendarsSpec::exclude).orElse(List.of());
    var onExcluded =
        Choice.of(
            spec.flatMap(CalendarsSpec::onExcluded),
            OnExcluded.SKIP,
            "/calendars/on_excluded",
            findings);
    var named = new HashMap<String, Calendar>();
    var whole = read(include, "/calendars/include", named);
    return read(exclude, "/calendars/exclude", named) && whole
        ? Optional.of(new Calendars(include, exclude, onExcluded, named))
        : Optional.empty();
  }

  /** Whether all of these names stand for a calendar, which is then known. */
  private boolean read(List<String> names, String pointer, Map<String, Calendar> named) {
    if (names.size() > Calendars.MOST) {
      findings.add(pointer, "at most " + Calendars.MOST + " calendars are named");
      return false;
    }
    var whole = true;
    for (var i = 0; i < names.size(); i++) {
      var name = names.get(i);
      var found = known.named(name);
      found.ifPresent(calendar -> named.put(name, calendar));
      if (found.isEmpty()) {
        findings.add(
            pointer + "/" + i,
            "there is no calendar " + name + ": name it first, with PUT /api/v1/calendars/{name}");
        whole = false;
      }
    }
    return whole;
  }

  private Optional<ExecutionWindow> window(ExecutionWindowSpec spec) {
    var from = time(spec.from(), "/execution_window/from");
    var to = time(spec.to(), "/execution_window/to");
    var place = "/execution_window/zone";
    var clock =
        spec.zone().isPresent()
            ? ZoneReading.read(spec.zone(), place, findings)
            : Optional.of(zone);
    var outside = Choice.of(spec.outside(), Outside.SKIP, "/execution_window/outside", findings);
    if (from.isPresent() && from.equals(to)) {
      findings.add(
          "/execution_window/to",
          "a window that opens and closes at the same time is never open or always; leave it out,"
              + " or let it close at another time");
      return Optional.empty();
    }
    return from.isEmpty() || to.isEmpty() || clock.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new ExecutionWindow(new DailyWindow(from.get(), to.get(), clock.get()), outside));
  }

  private Optional<LocalTime> time(String text, String pointer) {
    if (!TIME.matcher(text).matches()) {
      findings.add(pointer, "a time of day is written as 09:00 or 09:00:30, to 23:59:59");
      return Optional.empty();
    }
    return Optional.of(LocalTime.parse(text));
  }

  private Optional<Jitter> jitter() {
    var span = draft.jitter().flatMap(JitterSpec::spanMs).orElse(0L);
    var mode =
        Choice.of(
            draft.jitter().flatMap(JitterSpec::mode), Jitter.NONE.mode(), "/jitter/mode", findings);
    if (span < 0 || span > Jitter.LONGEST.toMillis()) {
      findings.add("/jitter/span_ms", "span_ms is 0 to " + Jitter.LONGEST.toMillis());
      return Optional.empty();
    }
    return Optional.of(new Jitter(Duration.ofMillis(span), mode));
  }

  /** Calendars as the wire says them. */
  static Optional<CalendarsSpec> spec(Calendars calendars) {
    return calendars.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new CalendarsSpec(
                Optional.of(calendars.include()),
                Optional.of(calendars.exclude()),
                Optional.of(Choice.word(calendars.onExcluded()))));
  }

  /** A window as the wire says it. */
  static Optional<ExecutionWindowSpec> spec(Optional<ExecutionWindow> window) {
    return window.map(is ->
        new ExecutionWindowSpec(
            is.daily().from().toString(),
            is.daily().to().toString(),
            Optional.of(is.daily().zone().getId()),
            Optional.of(Choice.word(is.outside()))));
  }

  /** A jitter as the wire says it. */
  static JitterSpec spec(Jitter jitter) {
    return new JitterSpec(
        Optional.of(jitter.span().toMillis()), Optional.of(Choice.word(jitter.mode())));
  }
}
