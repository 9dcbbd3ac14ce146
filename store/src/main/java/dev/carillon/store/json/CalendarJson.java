package dev.carillon.store.json;

import static dev.carillon.store.json.DefinitionJson.text;
import static dev.carillon.store.json.DefinitionJson.unknown;

import dev.carillon.core.calendar.Calendar;
import dev.carillon.core.calendar.Calendar.Content;
import dev.carillon.core.calendar.Calendar.Part;
import dev.carillon.core.calendar.Calendar.Place;
import dev.carillon.core.calendar.EventsParse;
import dev.carillon.core.calendar.EventsReader;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Collection;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** A calendar as the store keeps it. */
public final class CalendarJson {
  private static final JsonMapper JSON = new JsonMapper();

  private CalendarJson() {}

  /** Writes a calendar. */
  public static String write(Calendar calendar) {
    var json = JSON.createObjectNode();
    calendar.zone().ifPresent(zone -> json.put("timezone", zone.getId()));
    switch (calendar.content()) {
      case Content.Dates(var at) -> dates(json.put("kind", "dates").putArray("dates"), at);
      case Content.Holidays(var place, var at) ->
          dates(place(json.put("kind", "holidays"), place).putArray("dates"), at);
      case Content.BusinessDays(var days, var place, var holidays) -> {
        days(json.put("kind", "business_days"), days);
        place.ifPresent(is -> place(json, is));
        dates(json.putArray("dates"), holidays);
      }
      case Content.Weekly(var parts) -> {
        var list = json.put("kind", "weekly").putArray("parts");
        for (var part : parts) {
          days(list.addObject(), part.days())
              .put("from", part.from().toString())
              .put("to", part.to().toString());
        }
      }
      case Content.Events(var text, _) -> json.put("kind", "ics").put("text", text);
    }
    return json.toString();
  }

  /** Reads a calendar; throws when it cannot be read, with the reason. */
  public static Calendar read(String text) {
    var json = JSON.readTree(text);
    return new Calendar(content(json), json.optional("timezone").map(zone -> zone(zone)));
  }

  private static Content content(JsonNode json) {
    return switch (text(json, "kind")) {
      case "dates" -> new Content.Dates(dates(json));
      case "holidays" -> new Content.Holidays(readPlace(json).orElseThrow(), dates(json));
      case "business_days" ->
          new Content.BusinessDays(readDays(json), readPlace(json), dates(json));
      case "weekly" ->
          new Content.Weekly(json.required("parts").valueStream().map(CalendarJson::part).toList());
      case "ics" -> events(text(json, "text"));
      default -> throw unknown("calendar", json);
    };
  }

  private static Content events(String text) {
    return switch (EventsReader.read(text)) {
      case EventsParse.Parsed(var events) -> new Content.Events(text, events);
      case EventsParse.Refused(var why) -> throw new IllegalArgumentException(why);
    };
  }

  private static Part part(JsonNode json) {
    return new Part(
        readDays(json), LocalTime.parse(text(json, "from")), LocalTime.parse(text(json, "to")));
  }

  private static ZoneId zone(JsonNode json) {
    return ZoneId.of(json.asString());
  }

  private static void dates(ArrayNode list, Collection<LocalDate> dates) {
    dates.forEach(date -> list.add(date.toString()));
  }

  private static NavigableSet<LocalDate> dates(JsonNode json) {
    return json.required("dates")
        .valueStream()
        .map(date -> LocalDate.parse(date.asString()))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static ObjectNode days(ObjectNode json, Set<DayOfWeek> days) {
    var list = json.putArray("days");
    new TreeSet<>(days).forEach(day -> list.add(day.name()));
    return json;
  }

  private static Set<DayOfWeek> readDays(JsonNode json) {
    return json.required("days")
        .valueStream()
        .map(day -> DayOfWeek.valueOf(day.asString()))
        .collect(Collectors.toSet());
  }

  private static ObjectNode place(ObjectNode json, Place place) {
    return json.put("country", place.country()).put("region", place.region());
  }

  private static Optional<Place> readPlace(JsonNode json) {
    return json.optional("country")
        .map(country -> new Place(country.asString(), text(json, "region")));
  }
}
