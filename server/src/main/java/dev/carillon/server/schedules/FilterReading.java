package dev.carillon.server.schedules;

import dev.carillon.api.json.WireJson;
import dev.carillon.core.schedule.EventFilter;
import dev.carillon.server.http.Findings;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Reads and writes which events a schedule runs for. */
record FilterReading(ObjectNode filter, Findings findings) {
  private static final String HERE = "/trigger/filter";
  private static final int LONGEST = 256;

  /** In plain digits, so that what a view shows may be sent back. */
  private static final int LONGEST_NUMBER = 100;

  /** The filter; empty when something is wrong with it, which is then a finding. */
  Optional<EventFilter> read() {
    if (filter.size() > EventFilter.MOST_PLACES) {
      findings.add(HERE, "a filter names at most " + EventFilter.MOST_PLACES + " places");
      return Optional.empty();
    }
    var wanted = new HashMap<String, List<String>>();
    for (var field : filter.properties()) {
      var at = HERE + "/" + field.getKey().replace("~", "~0").replace("/", "~1");
      var place = EventFilter.place(field.getKey()).filter(one -> fits(field.getKey()));
      var values = values(field.getValue());
      if (place.isEmpty()) {
        findings.add(
            at,
            "a place is the name of a member of the event's data, or a JSON Pointer that begins"
                + " with /, of at most "
                + LONGEST
                + " characters");
      } else if (values.isEmpty()) {
        findings.add(
            at,
            "a string, number, truth value or null is needed here, or an array of 1 to "
                + EventFilter.MOST_VALUES
                + " of them, a string of at most "
                + LONGEST
                + " characters, a number of at most "
                + LONGEST_NUMBER
                + " digits");
      } else if (wanted.put(place.get(), values) != null) {
        findings.add(at, "this place is named twice, by its name and by its pointer");
      }
    }
    return findings.any() ? Optional.empty() : Optional.of(new EventFilter(wanted));
  }

  /** The texts of a scalar or of several; none when they are something else or too much. */
  private static List<String> values(JsonNode value) {
    var sent = value.isArray() ? List.copyOf(value.values()) : List.of(value);
    var texts = sent.stream().flatMap(one -> text(one).stream()).toList();
    var fit = sent.size() <= EventFilter.MOST_VALUES && texts.size() == sent.size();
    return fit ? texts.stream().distinct().toList() : List.of();
  }

  private static Optional<String> text(JsonNode value) {
    return EventData.scalar(value)
        .filter(
            text -> value.isString() ? fits(value.stringValue()) : text.length() <= LONGEST_NUMBER);
  }

  private static boolean fits(String text) {
    return text.codePointCount(0, text.length()) <= LONGEST;
  }

  /** The filter as the wire says it; none when it lets every event through. */
  static Optional<ObjectNode> spec(EventFilter filter) {
    var json = WireJson.emptyObject();
    filter
        .wanted()
        .forEach((place, values) -> {
          var scalars = values.stream().map(WireJson::tree).toList();
          var name = EventFilter.written(place);
          if (scalars.size() == 1) {
            json.set(name, scalars.getFirst());
          } else {
            json.putArray(name).addAll(scalars);
          }
        });
    return Optional.of(json).filter(some -> !some.isEmpty());
  }
}
