package dev.carillon.core.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.carillon.core.schedule.Trigger.Awaited;
import dev.carillon.core.schedule.Trigger.Condition;
import dev.carillon.core.schedule.Trigger.Unit;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class TriggerTest {
  private static final Instant NINE = Instant.parse("2026-03-02T09:00:00Z");

  @Test
  void an_interval_is_first_due_at_its_anchor_and_never_before_it() {
    var every = new Trigger.Every(90, Unit.SECONDS, NINE).timetable();
    assertThat(every.after(NINE.minus(Duration.ofDays(9)))).contains(NINE);
    assertThat(every.after(NINE)).contains(NINE.plusSeconds(90));
    assertThat(every.before(NINE)).isEmpty();
    assertThat(every.count(Instant.MIN, NINE.plusSeconds(181))).isEqualTo(3);
  }

  @Test
  void a_day_of_an_interval_is_86400_seconds() {
    var daily = new Trigger.Every(1, Unit.DAYS, Instant.parse("2026-03-28T01:30:00Z"));
    assertThat(daily.timetable().after(Instant.parse("2026-03-28T12:00:00Z")))
        .contains(Instant.parse("2026-03-29T01:30:00Z"));
  }

  @Test
  void after_before_and_count_agree_with_the_instants_written_out() {
    var random = new Random(90);
    for (var i = 0; i < 200; i++) {
      var instants = new TreeSet<Instant>();
      random.longs(1 + random.nextInt(9), 0, 60).forEach(at -> instants.add(NINE.plusMillis(at)));
      var first = NINE.plusMillis(random.nextInt(30));
      var last = NINE.plusMillis(30 + random.nextInt(30));
      var dates = new Trigger.Dates(List.copyOf(instants)).timetable();
      var bounds = new Bounds(Optional.of(first), Optional.of(last), Optional.empty());
      agrees(dates, List.copyOf(instants));
      agrees(
          bounds.within(dates),
          instants.stream().filter(at -> !at.isBefore(first) && !at.isAfter(last)).toList());
    }
  }

  private static void agrees(Timetable timetable, List<Instant> instants) {
    for (var at = NINE.minusMillis(2); at.isBefore(NINE.plusMillis(63)); at = at.plusMillis(1)) {
      var here = at;
      var to = at.plusMillis(17);
      assertThat(timetable.after(at))
          .isEqualTo(instants.stream().filter(one -> one.isAfter(here)).findFirst());
      assertThat(timetable.before(at))
          .isEqualTo(instants.reversed().stream().filter(one -> one.isBefore(here)).findFirst());
      assertThat(timetable.count(at, to))
          .isEqualTo(
              instants.stream().filter(one -> !one.isBefore(here) && one.isBefore(to)).count());
    }
  }

  @Test
  void every_trigger_is_said_in_words() {
    assertThat(new Trigger.Every(90, Unit.SECONDS, NINE).words())
        .isEqualTo("Every 90 seconds, counted from 2026-03-02T09:00:00Z.");
    assertThat(new Trigger.Every(1, Unit.DAYS, NINE).words())
        .isEqualTo("Every day, counted from 2026-03-02T09:00:00Z.");
    assertThat(new Trigger.Once(NINE).words()).isEqualTo("Once, at 2026-03-02T09:00:00Z.");
    assertThat(new Trigger.Dates(List.of(NINE.plusSeconds(60), NINE, NINE)).words())
        .isEqualTo(
            "On 2 dates, the first at 2026-03-02T09:00:00Z, the last at 2026-03-02T09:01:00Z.");
    assertThat(new Trigger.Dates(List.of(NINE)).words())
        .isEqualTo("On 1 date, at 2026-03-02T09:00:00Z.");
  }

  @Test
  void what_has_no_times_says_what_it_waits_for() {
    var filter = new EventFilter(Map.of("/branch", List.of("\"main\"", "\"next\"")));
    assertThat(new Trigger.Event("deployed", EventFilter.ALL).words())
        .isEqualTo("When the event deployed is published.");
    assertThat(new Trigger.Event("deployed", filter).words())
        .isEqualTo(
            "When the event deployed is published with data in which branch is \"main\" or"
                + " \"next\".");
    var one = new ScheduleId(new UUID(0, 1));
    var other = new ScheduleId(new UUID(0, 2));
    assertThat(new Trigger.After(List.of(one, one), Condition.ALL, Awaited.END).words())
        .isEqualTo("After a run of the schedule " + one + " has ended.");
    assertThat(new Trigger.After(List.of(one, other), Condition.ANY, Awaited.FAILURE).words())
        .isEqualTo("After a run of any of the schedules " + one + ", " + other + " has failed.");
    assertThat(new Trigger.After(List.of(one, other), Condition.ALL, Awaited.SUCCESS).words())
        .isEqualTo(
            "After each of the schedules "
                + one
                + ", "
                + other
                + " has had a run that has succeeded, since the last run of this one.");
  }

  @Test
  void what_no_store_can_keep_is_refused() {
    assertThatThrownBy(() -> new Trigger.Once(NINE.plusNanos(1))).hasMessageContaining("finer");
    assertThatThrownBy(() -> new Trigger.Every(0, Unit.DAYS, NINE)).hasMessageContaining("1 to");
    assertThatThrownBy(() -> new Trigger.Every(Long.MAX_VALUE, Unit.DAYS, NINE))
        .hasMessageContaining("1 to 36525");
    assertThatThrownBy(() -> new Trigger.Dates(List.of())).hasMessageContaining("1 to 1000");
    assertThatThrownBy(() -> new Trigger.Event("a b", EventFilter.ALL))
        .hasMessageContaining("the name of an event is 1 to 128 letters");
    var nobody = List.<ScheduleId>of();
    assertThatThrownBy(() -> new Trigger.After(nobody, Condition.ANY, Awaited.END))
        .hasMessageContaining("after 1 to 50 others");
    var before = Optional.of(NINE.minusMillis(1));
    assertThatThrownBy(() -> new Bounds(Optional.of(NINE), before, Optional.empty()))
        .hasMessageContaining("before the start");
  }
}
