package dev.carillon.core.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Places and their values are written as {@code /place=value,value /place=value}, none as -. */
final class EventFilterTest {
  @ParameterizedTest(name = "[{0}] lets data with [{1}] through: {2}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          -                   | -               | true
          -                   | /a=1            | true
          /a=1                | /a=1            | true
          /a=1                | /a=1 /b=2       | true
          /a=1                | /a=2            | false
          /a=1                | /b=1            | false
          /a=1                | -               | false
          /a=1,2              | /a=2            | true
          /a=1,2              | /a=3            | false
          /a=1 /b=2           | /a=1 /b=2       | true
          /a=1 /b=2           | /a=1            | false
          /a=1 /b=2           | /a=1 /b=3       | false
          /a/b=true           | /a/b=true       | true
          /a/b=true           | /a=true         | false
          /a=null             | /a=null         | true
          /a=null             | -               | false
          """)
  void lets_an_event_through_when_each_place_holds_one_of_its_values(
      String filter, String data, boolean through) {
    var held = places(data);
    assertThat(
            new EventFilter(places(filter))
                .lets(
                    place -> Optional.ofNullable(held.get(place)).map(values -> values.getFirst())))
        .isEqualTo(through);
  }

  @ParameterizedTest(name = "{0} means {1} and is shown as {2}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          branch      | /branch     | branch
          /branch     | /branch     | branch
          /build/id   | /build/id   | /build/id
          a/b         | /a~1b       | a/b
          /a~1b       | /a~1b       | a/b
          a~b         | /a~0b       | a~b
          ~1          | /~01        | ~1
          /~01        | /~01        | ~1
          /           | /           | /
          //a         | //a         | //a
          /~1a        | /~1a        | /~1a
          ' '         | '/ '        | ' '
          """)
  void a_plain_name_is_that_of_a_member_and_a_pointer_means_itself(
      String written, String place, String shown) {
    assertThat(EventFilter.place(written)).contains(place);
    assertThat(EventFilter.written(place)).isEqualTo(shown);
    assertThat(EventFilter.place(shown)).contains(place);
  }

  @Test
  void what_is_no_pointer_is_no_place() {
    for (var written : List.of("", "/~", "/a~2", "/a/~b")) {
      assertThat(EventFilter.place(written)).as(written).isEmpty();
    }
    for (var place : List.of("", "a", "/~2")) {
      assertThatThrownBy(() -> new EventFilter(Map.of(place, List.of("1"))))
          .hasMessage("no place in an event's data: " + place);
    }
  }

  @Test
  void a_filter_has_no_more_places_and_values_than_one_definition_can_hold() {
    var many =
        IntStream.range(0, 21)
            .boxed()
            .collect(Collectors.toMap(one -> "/" + one, one -> List.of("1")));
    assertThatThrownBy(() -> new EventFilter(many)).hasMessage("a filter names at most 20 places");
    for (var values : List.of(List.<String>of(), Collections.nCopies(51, "1"))) {
      assertThatThrownBy(() -> new EventFilter(Map.of("/a", values)))
          .hasMessage("a place of a filter has 1 to 50 values, /a has not");
    }
  }

  @Test
  void says_in_words_what_it_lets_through() {
    assertThat(new EventFilter(places("/b/c=\"x\",\"y\" /a=1")).words())
        .isEqualTo(" with data in which a is 1 and /b/c is \"x\" or \"y\"");
    assertThat(EventFilter.ALL.words()).isEmpty();
  }

  private static Map<String, List<String>> places(String written) {
    return Stream.of(written.split(" ", -1))
        .filter(one -> !one.equals("-"))
        .map(one -> one.split("=", 2))
        .collect(Collectors.toMap(parts -> parts[0], parts -> List.of(parts[1].split(",", -1))));
  }
}
