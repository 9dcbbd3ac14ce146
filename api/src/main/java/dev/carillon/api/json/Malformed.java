package dev.carillon.api.json;

import dev.carillon.api.json.Reading.Fault;
import dev.carillon.api.json.Reading.Faulty;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;

/** Says in words, and with a line and a column, why a text is no JSON (RFC 8259). */
final class Malformed {
  private static final Pattern TWICE = Pattern.compile("Duplicate Object property (\".*\")");

  /** What the parser says somewhere, and how people hear of it; the first that fits counts. */
  private static final List<Said> WORDS =
      List.of(
          new Said("end-of-input in VALUE_STRING", "it ends within a text: a \" is missing"),
          new Said("end-of-input in character escape", "it ends within a text: a \" is missing"),
          new Said("close marker for Object", "it ends too early: a } is missing"),
          new Said("close marker for Array", "it ends too early: a ] is missing"),
          new Said("end-of-input", "it ends too early"),
          new Said("Trailing token", "something follows after the end of the JSON"),
          new Said("expecting a colon", "a : is needed between the name of a field and its value"),
          new Said("double-quote to start", "the name of a field is needed here, between two \""),
          new Said("expecting comma", "a comma is needed before this"),
          new Said("expected a value", "a value is needed here"),
          new Said("comment?", "JSON has no comments"),
          new Said("token '", "this is no value of JSON; a text stands between two \""),
          new Said("umeric value", "this is no number as JSON writes it"),
          new Said("unquoted character", "a line break in a text is written \\n, and a tab \\t"),
          new Said("escape", "a \\ in a text is written \\\\"),
          new Said("close marker", "this closes something else than what is open"),
          new Said("UTF-8", "this is no UTF-8"));

  private record Said(String part, String words) {}

  private Malformed() {}

  static <T> Faulty<T> faulty(JacksonException malformed) {
    var place = malformed.getLocation();
    return new Faulty<>(
        Fault.MALFORMED,
        "",
        words(String.valueOf(malformed.getOriginalMessage())),
        Optional.of(place.getLineNr()).filter(line -> line > 0),
        Optional.of(place.getColumnNr()).filter(column -> column > 0));
  }

  private static String words(String message) {
    var twice = TWICE.matcher(message);
    if (twice.matches()) {
      return "the field " + twice.group(1) + " stands there twice";
    }
    return WORDS.stream()
        .filter(said -> message.contains(said.part()))
        .map(Said::words)
        .findFirst()
        .orElse("this is no JSON");
  }
}
