package dev.carillon.store.json;

import dev.carillon.core.schedule.Heading;
import java.util.ArrayList;
import java.util.HashMap;
import tools.jackson.databind.json.JsonMapper;

/** A heading as the store keeps it. */
public final class HeadingJson {
  private static final JsonMapper JSON = new JsonMapper();

  private HeadingJson() {}

  /** Writes a heading. */
  public static String write(Heading heading) {
    var json =
        JSON.createObjectNode()
            .put("name", heading.name())
            .put("description", heading.description());
    heading.tags().forEach(json.putArray("tags")::add);
    heading.metadata().forEach(json.putObject("metadata")::put);
    return json.toString();
  }

  /** Reads a heading. */
  public static Heading read(String text) {
    var json = JSON.readTree(text);
    var tags = new ArrayList<String>();
    json.required("tags").forEach(tag -> tags.add(tag.asString()));
    var metadata = new HashMap<String, String>();
    json.required("metadata")
        .properties()
        .forEach(entry -> metadata.put(entry.getKey(), entry.getValue().asString()));
    return new Heading(
        json.required("name").asString(), json.required("description").asString(), tags, metadata);
  }
}
