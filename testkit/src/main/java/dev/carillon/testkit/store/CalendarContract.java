package dev.carillon.testkit.store;

import static dev.carillon.testkit.store.Trial.MINE;
import static dev.carillon.testkit.store.Trial.OWNER;
import static dev.carillon.testkit.store.Trial.at;
import static org.assertj.core.api.Assertions.assertThat;

import dev.carillon.core.calendar.Calendar;
import dev.carillon.core.calendar.Calendar.Content;
import dev.carillon.core.calendar.Calendar.Part;
import dev.carillon.core.calendar.Calendar.Place;
import dev.carillon.core.calendar.EventsParse;
import dev.carillon.core.calendar.EventsReader;
import dev.carillon.core.run.RunState;
import dev.carillon.core.schedule.Bounds;
import dev.carillon.core.schedule.Calendars;
import dev.carillon.core.schedule.Calendars.OnExcluded;
import dev.carillon.core.schedule.Definition;
import dev.carillon.core.schedule.Owner;
import dev.carillon.core.schedule.Trigger;
import dev.carillon.core.timeline.Reason;
import dev.carillon.engine.store.CalendarStore.Deleted;
import dev.carillon.engine.store.ChangeStore.Changed;
import dev.carillon.engine.store.ChangeStore.Created;
import dev.carillon.engine.store.NamedCalendar;
import dev.carillon.engine.store.Scope;
import dev.carillon.engine.store.StartedRun;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Named calendars, and the schedules that use them, in every store. Trials begin on a Monday. */
public interface CalendarContract {
  /** A day, in seconds. */
  long DAY = 86_400;

  /** A store that is empty. */
  StoreRig rig();

  @Test
  default void every_kind_of_calendar_is_kept_as_it_was_said() {
    var trial = new Trial(rig());
    var place = new Place("de", "by");
    var dates = new TreeSet<>(List.of(LocalDate.of(2026, 3, 2), LocalDate.of(2026, 12, 25)));
    var part = new Part(Set.of(DayOfWeek.MONDAY), LocalTime.of(9, 0), LocalTime.of(17, 30));
    var contents =
        List.of(
            new Content.Dates(dates),
            new Content.Holidays(place, dates),
            new Content.BusinessDays(Set.of(DayOfWeek.MONDAY), Optional.of(place), dates),
            new Content.Weekly(List.of(part)),
            events());
    for (var content : contents) {
      var zone = Optional.of(ZoneId.of("Europe/Berlin"));
      var calendar = new NamedCalendar(OWNER, "days", new Calendar(content, zone), at(0), at(1));
      trial.save(calendar);
      var found = trial.store().calendars().find(MINE, "days").orElseThrow();
      assertThat(found.calendar()).isEqualTo(calendar.calendar());
    }
    assertThat(trial.store().calendars().list(MINE)).hasSize(1);
    var other = new Scope(1, OptionalInt.of(2));
    assertThat(trial.store().calendars().find(other, "days")).isEmpty();
    assertThat(trial.store().calendars().resolve(new Owner(1, 2), "days")).isEmpty();
  }

  @Test
  default void what_a_calendar_excludes_leaves_one_line() {
    var trial = new Trial(rig());
    save(trial, LocalDate.of(2026, 3, 3));
    var id = trial.create(daily(OnExcluded.SKIP));
    trial.until(at(DAY));
    assertThat(trial.plan()).isEmpty();
    var line = trial.see().lines(id).getFirst();
    assertThat(line.reason()).isEqualTo(Reason.CALENDAR);
    assertThat(line.nominal()).contains(at(DAY));
    trial.until(at(2 * DAY));
    assertThat(trial.plan()).extracting(StartedRun::desired).containsExactly(at(2 * DAY));
  }

  @Test
  default void what_goes_to_the_next_business_day_keeps_its_nominal_time() {
    var trial = new Trial(rig());
    save(trial, LocalDate.of(2026, 3, 6));
    var id = trial.create(daily(OnExcluded.NEXT_BUSINESS_DAY));
    for (var day = 1; day <= 3; day++) {
      trial.until(at(day * DAY));
      trial.settle(Sample.DONE, trial.plan().getFirst());
    }
    trial.until(at(4 * DAY));
    assertThat(trial.plan()).as("on Friday").isEmpty();
    assertThat(trial.see().live(id)).extracting(LiveRow::state).containsExactly(RunState.PENDING);
    for (var day = 5; day <= 6; day++) {
      trial.until(at(day * DAY));
      var started = trial.plan();
      assertThat(started).as("nothing holds its place meanwhile").hasSize(1);
      trial.settle(Sample.DONE, started);
    }
    trial.until(at(7 * DAY));
    trial.settle(Sample.DONE, trial.plan().getFirst());
    assertThat(trial.claim()).isEmpty();
    var moved = trial.claim().getFirst();
    assertThat(moved.nominal()).contains(at(4 * DAY));
    assertThat(moved.desired()).isEqualTo(at(7 * DAY));
  }

  @Test
  default void what_goes_to_the_previous_business_day_starts_before_its_nominal_time() {
    var trial = new Trial(rig());
    save(trial, LocalDate.of(2026, 3, 4));
    var id = trial.create(daily(OnExcluded.PREVIOUS_BUSINESS_DAY));
    trial.until(at(DAY));
    assertThat(trial.plan())
        .extracting(run -> run.nominal().orElseThrow())
        .as("overlap leaves out the second of the two that start together")
        .containsExactly(at(DAY));
    assertThat(trial.see().lines(id)).extracting(LineRow::reason).containsExactly(Reason.OVERLAP);
    assertThat(trial.see().lines(id).getFirst().nominal()).contains(at(2 * DAY));
    assertThat(trial.see().clock(id).cursor()).contains(at(3 * DAY));
  }

  @Test
  default void a_calendar_that_is_changed_holds_for_all_that_comes() {
    var trial = new Trial(rig());
    save(trial, LocalDate.of(2026, 3, 3));
    var id = trial.create(daily(OnExcluded.SKIP));
    trial.plan();
    save(trial, LocalDate.of(2026, 3, 4));
    trial.plan();
    trial.until(at(DAY));
    assertThat(trial.plan()).extracting(StartedRun::desired).containsExactly(at(DAY));
    trial.until(at(2 * DAY));
    assertThat(trial.plan()).isEmpty();
    assertThat(trial.see().lines(id)).extracting(LineRow::reason).containsExactly(Reason.CALENDAR);
    assertThat(trial.audit().accounted(id)).isEqualTo(2);
  }

  @Test
  default void what_is_due_when_a_calendar_is_changed_is_due_by_the_calendar_as_it_was() {
    var trial = new Trial(rig());
    save(trial, LocalDate.of(2026, 3, 4));
    var id = trial.create(daily(OnExcluded.SKIP));
    trial.until(at(DAY));
    save(trial, LocalDate.of(2026, 3, 3));
    assertThat(trial.see().lines(id)).isEmpty();
    assertThat(trial.see().live(id))
        .singleElement()
        .satisfies(run -> assertThat(run.nominal()).contains(at(DAY)));
    assertThat(trial.claim()).hasSize(1);
    trial.until(at(2 * DAY));
    assertThat(trial.plan()).as("Wednesday is no holiday any more").isEmpty();
    assertThat(trial.see().lines(id)).extracting(LineRow::reason).containsExactly(Reason.OVERLAP);
  }

  @Test
  default void what_a_calendar_was_is_kept_and_a_name_that_is_given_again_counts_on() {
    var trial = new Trial(rig());
    save(trial, LocalDate.of(2026, 3, 3));
    save(trial, LocalDate.of(2026, 3, 4));
    trial.store().calendars().delete(OWNER, "days");
    save(trial, LocalDate.of(2026, 3, 5));
    assertThat(trial.see().number("SELECT max(revision) * 10 + count(*) FROM calendar_version"))
        .isEqualTo(33);
    var id = trial.create(daily(OnExcluded.SKIP));
    trial.until(at(3 * DAY));
    trial.plan();
    assertThat(trial.see().lines(id))
        .filteredOn(line -> line.reason() == Reason.CALENDAR)
        .isNotEmpty();
  }

  @Test
  default void a_calendar_is_forgotten_only_when_no_schedule_uses_it() {
    var trial = new Trial(rig());
    save(trial, LocalDate.of(2026, 3, 3));
    var calendars = trial.store().calendars();
    var id = trial.create(daily(OnExcluded.SKIP));
    assertThat(calendars.delete(OWNER, "days")).isEqualTo(new Deleted.InUse(List.of("trial")));
    trial.edit(id, before -> Sample.within(before, Bounds.NONE));
    assertThat(calendars.delete(OWNER, "days")).isEqualTo(new Deleted.Done());
    assertThat(calendars.delete(OWNER, "days")).isEqualTo(new Deleted.NotFound());
    save(trial, LocalDate.of(2026, 3, 3));
    var other = trial.create(daily(OnExcluded.SKIP));
    trial.delete(other);
    assertThat(calendars.delete(OWNER, "days")).isEqualTo(new Deleted.Done());
  }

  @Test
  default void a_schedule_cannot_use_a_calendar_that_is_gone() {
    var trial = new Trial(rig());
    var draft = Trial.draft(daily(OnExcluded.SKIP));
    assertThat(trial.schedules().create(draft, OptionalInt.empty()))
        .isEqualTo(new Created.NoCalendar("days"));
    var id = trial.create(Sample.within(daily(OnExcluded.SKIP), Bounds.NONE));
    assertThat(trial.edit(id, before -> daily(OnExcluded.SKIP)))
        .isInstanceOf(Changed.Refused.class);
  }

  private static void save(Trial trial, LocalDate... days) {
    trial.save(covering(days));
  }

  /** A calendar of the owner that covers these days. */
  static NamedCalendar covering(LocalDate... days) {
    var content = new Content.Dates(new TreeSet<>(List.of(days)));
    return new NamedCalendar(OWNER, "days", new Calendar(content, Optional.empty()), at(0), at(0));
  }

  /** Due each day at 09:00, from Tuesday 3 March 2026 on. */
  private static Definition daily(OnExcluded onExcluded) {
    return excluding(Sample.due(new Trigger.Every(1, Trigger.Unit.DAYS, at(DAY))), onExcluded);
  }

  /** The same, though not on the days of {@link #covering}. */
  static Definition excluding(Definition definition, OnExcluded onExcluded) {
    var calendars = new Calendars(List.of(), List.of("days"), onExcluded, known());
    return Sample.within(definition, Bounds.NONE.with(calendars));
  }

  /** What a draft believes; the store knows better. */
  private static Map<String, Calendar> known() {
    var content = new Content.Dates(new TreeSet<>());
    return Map.of("days", new Calendar(content, Optional.empty()));
  }

  private static Content events() {
    var text = "BEGIN:VEVENT\nDTSTART:20260303T090000Z\nDURATION:PT1H\nEND:VEVENT";
    return switch (EventsReader.read(text)) {
      case EventsParse.Parsed(var events) -> new Content.Events(text, events);
      case EventsParse.Refused(var why) -> throw new IllegalStateException(why);
    };
  }
}
