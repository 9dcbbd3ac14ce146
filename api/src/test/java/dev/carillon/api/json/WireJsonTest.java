package dev.carillon.api.json;

import static org.assertj.core.api.Assertions.assertThat;

import dev.carillon.api.access.KeyDraft;
import dev.carillon.api.json.Reading.Fault;
import dev.carillon.api.json.Reading.Faulty;
import dev.carillon.api.json.Reading.Understood;
import dev.carillon.api.schedules.PreviewRequest;
import dev.carillon.api.schedules.ScheduleDraft;
import dev.carillon.api.schedules.TriggerSpec;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WireJsonTest {
  @Test
  void a_draft_is_read_and_what_it_leaves_out_is_empty() {
    var draft =
        understood(
            """
            {"name":"a","trigger":{"type":"cron","expression":"* * * * *"},"catchup_limit":3,
             "task_context":{"cost":0.1}}\
            """,
            ScheduleDraft.class);
    assertThat(draft.name()).contains("a");
    assertThat(draft.trigger())
        .contains(new TriggerSpec.Cron("* * * * *", Optional.empty(), Optional.empty()));
    assertThat(draft.catchupLimit()).contains(3);
    assertThat(draft.taskContext().orElseThrow().path("cost").decimalValue())
        .isEqualTo(new BigDecimal("0.1"));
    assertThat(draft.description()).isEmpty();
  }

  @Test
  void an_unknown_field_is_named_with_its_place_and_the_word_that_was_meant() {
    var faulty = faulty("{\"schedule\":{\"timezon\":\"UTC\"}}", PreviewRequest.class);
    assertThat(faulty.fault()).isEqualTo(Fault.UNKNOWN_FIELD);
    assertThat(faulty.pointer()).isEqualTo("/schedule/timezon");
    assertThat(faulty.words()).isEqualTo("unknown field; did you mean timezone?");
  }

  @Test
  void an_unknown_field_of_a_trigger_is_named_too() {
    var faulty =
        faulty(
            "{\"trigger\":{\"type\":\"cron\",\"expression\":\"x\",\"zone\":\"UTC\"}}",
            ScheduleDraft.class);
    assertThat(faulty.fault()).isEqualTo(Fault.UNKNOWN_FIELD);
    assertThat(faulty.pointer()).isEqualTo("/trigger/zone");
  }

  @Test
  void an_unknown_type_of_trigger_names_those_that_are_known() {
    var faulty = faulty("{\"trigger\":{\"type\":\"tide\",\"at\":\"x\"}}", ScheduleDraft.class);
    assertThat(faulty.pointer()).isEqualTo("/trigger/type");
    assertThat(faulty.words())
        .isEqualTo(
            "tide is not known here; it is one of: cron, interval, rrule, once, dates, event, after,"
                + " manual");
  }

  @Test
  void a_trigger_without_a_type_or_an_expression_is_refused() {
    assertThat(faulty("{\"trigger\":{}}", ScheduleDraft.class).words())
        .isEqualTo(
            "is needed; it is one of: cron, interval, rrule, once, dates, event, after, manual");
    var faulty = faulty("{\"trigger\":{\"type\":\"cron\"}}", ScheduleDraft.class);
    assertThat(faulty.pointer()).isEqualTo("/trigger/expression");
    assertThat(faulty.words()).isEqualTo("this field is needed");
  }

  @Test
  void values_of_another_type_are_refused_and_never_guessed() {
    assertWrong("{\"name\":5}", "/name", "a string is needed here");
    assertWrong("{\"name\":true}", "/name", "a string is needed here");
    assertWrong("{\"name\":[\"a\"]}", "/name", "a string is needed here");
    assertWrong("{\"catchup_limit\":\"5\"}", "/catchup_limit", "a whole number is needed here");
    assertWrong("{\"catchup_limit\":5.5}", "/catchup_limit", "a whole number is needed here");
    assertWrong("{\"catchup_limit\":99999999999}", "/catchup_limit", "this number is too large");
    assertWrong("{\"catchup_limit\":true}", "/catchup_limit", "a whole number is needed here");
    assertWrong("{\"tags\":\"a\"}", "/tags", "an array is needed here");
    assertWrong("{\"tags\":[1]}", "/tags/0", "a string is needed here");
    assertWrong("{\"dst\":\"skip\"}", "/dst", "an object is needed here");
    assertWrong("{\"metadata\":{\"a/b\":1}}", "/metadata/a~1b", "a string is needed here");
  }

  @Test
  void a_time_is_read_with_its_offset_and_nothing_else_is() {
    var draft = understood("{\"expires_at\":\"2026-03-29T03:00:00+02:00\"}", KeyDraft.class);
    assertThat(draft.expiresAt()).contains(Instant.parse("2026-03-29T01:00:00Z"));
    for (var wrong :
        new String[] {
          "1774746000",
          "\"2026-03-29\"",
          "\"\"",
          "\"2026-03-29T03:00:00\"",
          "\"+999999999-12-31T23:59:59Z\"",
          "\"1969-12-31T23:59:59Z\""
        }) {
      var faulty = faulty("{\"expires_at\":" + wrong + "}", KeyDraft.class);
      assertThat(faulty.pointer()).isEqualTo("/expires_at");
      assertThat(faulty.words()).startsWith("a time from 1970 to 9999 with an offset");
    }
  }

  @Test
  void malformed_json_is_told_with_line_and_column() {
    var faulty = malformed("{\n  \"name\": ,\n}");
    assertThat(faulty.fault()).isEqualTo(Fault.MALFORMED);
    assertThat(faulty.line()).contains(2);
    assertThat(faulty.column()).hasValueSatisfying(column -> assertThat(column).isBetween(11, 12));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{                    | line 1, column 2: it ends too early: a } is missing",
        "{\"a\": [1, 2        | line 1, column 12: it ends too early: a ] is missing",
        "{\"a\": \"x          | line 1, column 9: it ends within a text: a \" is missing",
        "{\"a\" 1}            | line 1, column 6: a : is needed between the name of a field and its value",
        "{a: 1}               | line 1, column 2: the name of a field is needed here, between two \"",
        "{\"a\": 1,}          | line 1, column 9: the name of a field is needed here, between two \"",
        "{\"a\": 1 \"b\": 2}   | line 1, column 9: a comma is needed before this",
        "{\"a\": ,}           | line 1, column 7: a value is needed here",
        "{\"a\": 1 // c }     | line 1, column 9: JSON has no comments",
        "{\"a\": tru}         | line 1, column 7: this is no value of JSON; a text stands between two \"",
        "{\"a\": NaN}         | line 1, column 10: this is no value of JSON; a text stands between two \"",
        "{\"a\": 01}          | line 1, column 8: this is no number as JSON writes it",
        "{\"a\": 1.}          | line 1, column 9: this is no number as JSON writes it",
        "{\"a\": \"\\q\"}       | line 1, column 9: a \\ in a text is written \\\\",
        "{\"a\": 1, \"a\": 2}  | line 1, column 13: the field \"a\" stands there twice",
        "{\"a\": 1]           | line 1, column 8: this closes something else than what is open",
        "{} {}                | line 1, column 4: something follows after the end of the JSON"
      })
  void what_is_wrong_with_the_text_is_said_without_a_word_about_the_parser(
      String body, String words) {
    var faulty = malformed(body);
    assertThat(faulty.fault()).isEqualTo(Fault.MALFORMED);
    assertThat(faulty.placed()).isEqualTo(words);
  }

  @Test
  void what_is_no_object_or_no_json_at_all_is_refused() {
    assertThat(malformed("").words()).startsWith("the body is empty");
    assertThat(malformed("[]").fault()).isEqualTo(Fault.WRONG_TYPE);
    assertThat(malformed("null").fault()).isEqualTo(Fault.WRONG_TYPE);
    assertThat(malformed("{}{}").fault()).isNotNull();
    assertThat(malformed("{\"a\":1").fault()).isEqualTo(Fault.MALFORMED);
    assertThat(malformed("{\"a\":NaN}").fault()).isEqualTo(Fault.MALFORMED);
  }

  @Test
  void a_key_that_comes_twice_is_refused() {
    assertThat(malformed("{\"name\":\"a\",\"name\":\"b\"}").words()).contains("name");
    assertThat(malformed("{\"a\":{\"b\":1,\"b\":2}}").words()).contains("b");
  }

  @Test
  void what_goes_beyond_a_limit_is_refused_at_once() {
    assertBeyond("{\"a\":" + "[".repeat(100_000) + "]".repeat(100_000) + "}");
    assertBeyond("{\"a\":" + "9".repeat(500_000) + "}");
    assertBeyond("{\"a\":1e999999999}");
    assertBeyond("{\"a\":[{\"b\":1E-5000}]}");
    assertBeyond("{\"a\":\"" + "x".repeat(1_100_000) + "\"}");
    assertBeyond("{\"a\":[" + "1,".repeat(1_000) + "1]}");
    assertBeyond("{\"" + "k".repeat(5_000) + "\":1}");
    assertBeyond("{\"name\":\"a\\u0000b\"}");
    assertBeyond("{\"name\":\"a\\ud800b\"}");
  }

  @Test
  void what_the_parser_says_of_itself_is_told_in_our_words() {
    assertThat(malformed("{\"a\":" + "[".repeat(99) + "]".repeat(99) + "}").words())
        .isEqualTo("objects and arrays are nested at most 64 deep");
    assertThat(malformed("{\"a\":1 // a comment").words()).doesNotContain("Feature");
  }

  @Test
  void nothing_in_a_list_or_a_map_is_null() {
    assertWrong("{\"tags\":[null]}", "/tags/0", "null is no value here: leave it out");
    assertWrong(
        "{\"metadata\":{\"a\":null}}", "/metadata/a", "null is no value here: leave it out");
    assertThat(understood("{\"task_context\":{\"a\":null,\"b\":[null]}}", ScheduleDraft.class))
        .isNotNull();
  }

  @Test
  void money_is_never_written_in_exponent_form() {
    record Cost(BigDecimal totalCostUsd) {}
    assertThat(WireJson.text(new Cost(new BigDecimal("0.000000001"))))
        .isEqualTo("{\"total_cost_usd\":0.000000001}");
    assertThat(WireJson.text(new Cost(new BigDecimal("1E+3"))))
        .isEqualTo("{\"total_cost_usd\":1000}");
  }

  @Test
  void a_context_keeps_its_numbers_as_they_were_written() {
    var text = "{\"task_context\":{\"a\":0.10,\"b\":12345678901234567890,\"c\":1.5}}";
    var draft = understood(text, ScheduleDraft.class);
    assertThat(WireJson.text(draft)).isEqualTo(text);
  }

  private static void assertWrong(String text, String pointer, String words) {
    var faulty = faulty(text, ScheduleDraft.class);
    assertThat(faulty.pointer()).isEqualTo(pointer);
    assertThat(faulty.words()).as(text).isEqualTo(words);
    assertThat(faulty.fault()).isEqualTo(Fault.WRONG_TYPE);
  }

  private static void assertBeyond(String text) {
    assertThat(malformed(text).fault()).isEqualTo(Fault.BEYOND_LIMIT);
  }

  private static <T> T understood(String text, Class<T> type) {
    return ((Understood<T>) WireJson.bind(tree(text), type)).value();
  }

  private static <T> Faulty<T> faulty(String text, Class<T> type) {
    return (Faulty<T>) WireJson.bind(tree(text), type);
  }

  private static Faulty<?> malformed(String text) {
    return (Faulty<?>) WireJson.object(text.getBytes(StandardCharsets.UTF_8));
  }

  private static tools.jackson.databind.node.ObjectNode tree(String text) {
    return ((Understood<tools.jackson.databind.node.ObjectNode>)
            WireJson.object(text.getBytes(StandardCharsets.UTF_8)))
        .value();
  }
}
