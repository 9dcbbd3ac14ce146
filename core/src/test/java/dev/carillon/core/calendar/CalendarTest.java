package dev.carillon.core.calendar;

import static java.time.DayOfWeek.FRIDAY;
import static java.time.DayOfWeek.MONDAY;
import static java.time.DayOfWeek.THURSDAY;
import static java.time.DayOfWeek.TUESDAY;
import static java.time.DayOfWeek.WEDNESDAY;
import static org.assertj.core.api.Assertions.assertThat;

import dev.carillon.core.calendar.Calendar.Content;
import dev.carillon.core.calendar.Calendar.Part;
import dev.carillon.core.calendar.Calendar.Place;
import dev.carillon.core.time.Spell;
import dev.carillon.core.time.Zones;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What each kind of calendar covers. */
final class CalendarTest {
  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
  private static final Place GERMANY = new Place("de", "");

  @ParameterizedTest(name = "{0} at {1} in {2}: {3}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          dates    | 2027-12-25T10:00:00Z | UTC           | true
          dates    | 2027-12-24T23:30:00Z | UTC           | false
          dates    | 2027-12-24T23:30:00Z | Europe/Berlin | true
          dates    | 2027-12-25T23:30:00Z | Europe/Berlin | true
          dates    | 2027-12-26T23:00:00Z | Europe/Berlin | false
          holidays | 2027-10-03T10:00:00Z | Europe/Berlin | true
          holidays | 2027-10-04T10:00:00Z | Europe/Berlin | false
          business | 2027-10-01T10:00:00Z | Europe/Berlin | true
          business | 2027-10-02T10:00:00Z | Europe/Berlin | false
          business | 2027-10-03T22:30:00Z | Europe/Berlin | true
          weekly   | 2027-03-01T08:30:00Z | Europe/Berlin | true
          weekly   | 2027-03-01T16:00:00Z | Europe/Berlin | false
          weekly   | 2027-03-05T21:30:00Z | Europe/Berlin | true
          weekly   | 2027-03-06T04:59:59Z | Europe/Berlin | true
          weekly   | 2027-03-06T05:00:00Z | Europe/Berlin | false
          """)
  void a_calendar_covers(String kind, Instant at, ZoneId zone, boolean inside) {
    var spell = new Calendar(content(kind), Optional.empty()).in(zone).at(at);
    assertThat(spell.inside()).isEqualTo(inside);
    assertThat(spell.since()).isBeforeOrEqualTo(at);
    assertThat(spell.until()).isAfter(at);
  }

  @Test
  void a_calendar_with_a_zone_of_its_own_keeps_it() {
    var calendar = new Calendar(content("dates"), Optional.of(BERLIN));
    assertThat(calendar.in(ZoneOffset.UTC).at(Instant.parse("2027-12-24T23:30:00Z")).inside())
        .isTrue();
  }

  @Test
  void between_dates_a_stretch_is_as_long_as_there_are_none() {
    var cover = new Calendar(content("dates"), Optional.empty()).in(ZoneOffset.UTC);
    assertThat(cover.at(Instant.parse("2027-01-01T00:00:00Z")))
        .isEqualTo(new Spell(false, Instant.MIN, Instant.parse("2027-12-25T00:00:00Z")));
    assertThat(cover.at(Instant.parse("2029-01-01T00:00:00Z")))
        .isEqualTo(new Spell(false, Instant.parse("2027-12-27T00:00:00Z"), Instant.MAX));
  }

  @Test
  void events_cover_from_their_beginning_to_their_end_and_as_often_as_they_recur() {
    var cover =
        events(
            """
            BEGIN:VCALENDAR
            BEGIN:VEVENT
            DTSTART;VALUE=DATE:20270301
            DTEND;VALUE=DATE:20270303
            SUMMARY:Two days
            END:VEVENT
            BEGIN:VEVENT
            DTSTART;TZID=Europe/Berlin:20270304T220000
            DURATION:PT2H
            RRULE:FREQ=WEEKLY;COUNT=3
            EXDATE;TZID=Europe/Berlin:20270311T220000
            BEGIN:VALARM
            DURATION:PT9H
            END:VALARM
            END:VEVENT
            BEGIN:VEVENT
            DTSTART:20270310T100000Z
            DTEND:20270310T11
             0000Z
            END:VEVENT
            BEGIN:VEVENT
            STATUS:CANCELLED
            DTSTART:20270312T100000Z
            DURATION:PT1H
            END:VEVENT
            END:VCALENDAR
            """);
    assertInside(cover, "2027-02-28T23:00:00Z", "2027-03-02T22:59:59Z", "2027-03-04T21:00:00Z");
    assertInside(cover, "2027-03-04T22:59:59Z", "2027-03-18T21:30:00Z", "2027-03-10T10:30:00Z");
    assertOutside(cover, "2027-02-28T22:59:59Z", "2027-03-02T23:00:00Z", "2027-03-04T23:00:00Z");
    assertOutside(cover, "2027-03-11T21:30:00Z", "2027-03-25T21:30:00Z", "2027-03-12T10:30:00Z");
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          DTSTART;TZID=Berlin:20270301T090000               | entry 4: DTSTART: the zone Berlin is not known; use IANA names
          SUMMARY:no beginning                               | entry 4: a VEVENT has a DTSTART
          DTSTART                                            | entry 3: no colon in DTSTART
          """)
  void what_cannot_be_read_is_named(String line, String message) {
    var text = "BEGIN:VCALENDAR\nBEGIN:VEVENT\n" + line + "\nEND:VEVENT\nEND:VCALENDAR";
    assertThat(EventsReader.read(text)).isEqualTo(new EventsParse.Refused(message));
  }

  @Test
  void an_event_that_ends_before_it_begins_and_a_text_without_events_are_refused() {
    var turned = "BEGIN:VEVENT\nDTSTART:20270301T090000Z\nDTEND:20270301T080000Z\nEND:VEVENT";
    assertThat(EventsReader.read(turned))
        .isEqualTo(new EventsParse.Refused("entry 4: DTEND: it lies before DTSTART"));
    assertThat(EventsReader.read("BEGIN:VCALENDAR\nEND:VCALENDAR"))
        .isEqualTo(new EventsParse.Refused("it has no VEVENT that takes place"));
    assertThat(EventsReader.read("x".repeat(EventsReader.LONGEST + 1)))
        .isInstanceOf(EventsParse.Refused.class);
  }

  /** Walking from stretch to stretch meets no instant twice, and none is told differently. */
  @Test
  void every_calendar_cuts_time_into_stretches_that_agree() {
    var zones = List.copyOf(new TreeSet<>(Zones.names()));
    for (var seed = 0; seed < 400; seed++) {
      var random = new Random(seed);
      var zone = ZoneId.of(zones.get(random.nextInt(zones.size())));
      var cover = new Calendar(drawn(random), Optional.empty()).in(zone);
      var at = Instant.parse("2027-01-01T00:00:00Z").plusSeconds(random.nextInt(30_000_000));
      var spell = cover.at(at);
      for (var i = 0; i < 20; i++) {
        var length = Math.min(Duration.between(at, spell.until()).toSeconds(), 1_000_000);
        var other = at.plusSeconds(length == 0 ? 0 : random.nextInt((int) length));
        assertThat(cover.at(other).inside()).as("%d %s", seed, other).isEqualTo(spell.inside());
      }
      if (!spell.until().equals(Instant.MAX)) {
        assertThat(cover.at(spell.until()).since()).as("%d", seed).isEqualTo(spell.until());
      }
    }
  }

  private static Content drawn(Random random) {
    return switch (random.nextInt(4)) {
      case 0 -> new Content.Dates(dates(random));
      case 1 ->
          new Content.BusinessDays(Set.of(MONDAY, FRIDAY), Optional.of(GERMANY), dates(random));
      case 2 ->
          new Content.Weekly(
              List.of(
                  new Part(
                      Set.of(DayOfWeek.of(1 + random.nextInt(7))),
                      LocalTime.ofSecondOfDay(random.nextInt(86_400)),
                      LocalTime.ofSecondOfDay(random.nextInt(86_400)))));
      default ->
          new Content.Events(
              "",
              List.of(
                  new Event(
                      LocalDateTime.of(2027, 1, 1 + random.nextInt(28), random.nextInt(24), 0),
                      Optional.empty(),
                      random.nextInt(3),
                      Duration.ofMinutes(random.nextInt(600)),
                      Optional.empty(),
                      Set.of())));
    };
  }

  private static NavigableSet<LocalDate> dates(Random random) {
    var dates = new TreeSet<LocalDate>();
    for (var i = 0; i < 40; i++) {
      dates.add(LocalDate.of(2027, 1, 1).plusDays(random.nextInt(365)));
    }
    return dates;
  }

  private static Content content(String kind) {
    var christmas = new TreeSet<>(List.of(date("2027-12-25"), date("2027-12-26")));
    var unity = new TreeSet<>(List.of(date("2027-10-03")));
    return switch (kind) {
      case "dates" -> new Content.Dates(christmas);
      case "holidays" -> new Content.Holidays(GERMANY, unity);
      case "business" ->
          new Content.BusinessDays(
              Set.of(MONDAY, TUESDAY, WEDNESDAY, THURSDAY, FRIDAY), Optional.of(GERMANY), unity);
      default ->
          new Content.Weekly(
              List.of(
                  new Part(Set.of(MONDAY), LocalTime.of(9, 0), LocalTime.of(17, 0)),
                  new Part(Set.of(FRIDAY), LocalTime.of(22, 0), LocalTime.of(6, 0))));
    };
  }

  private static LocalDate date(String text) {
    return LocalDate.parse(text);
  }

  private static Cover events(String text) {
    return switch (EventsReader.read(text)) {
      case EventsParse.Parsed(var events) ->
          new Calendar(new Content.Events(text, new ArrayList<>(events)), Optional.empty())
              .in(BERLIN);
      case EventsParse.Refused(var why) -> throw new IllegalStateException(why);
    };
  }

  private static void assertInside(Cover cover, String... instants) {
    for (var at : instants) {
      assertThat(cover.at(Instant.parse(at)).inside()).as(at).isTrue();
    }
  }

  private static void assertOutside(Cover cover, String... instants) {
    for (var at : instants) {
      assertThat(cover.at(Instant.parse(at)).inside()).as(at).isFalse();
    }
  }
}
