package dev.carillon.server.schedules;

import dev.carillon.api.json.WireJson;
import dev.carillon.api.schedules.ScheduleView;
import dev.carillon.server.http.Refusal;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import tools.jackson.databind.node.ObjectNode;

/**
 * Takes out of an edit what people read of a schedule and do not write, so that what GET gave can
 * be sent back. A value that only an edit or an order of people changes must be the present one.
 */
final class ReadOnly {
  private static final String VERSION = "version";

  private static final Set<String> FIXED =
      Set.of(
          "schedule_id",
          "status",
          "paused_at",
          "pause_reason",
          "paused_by",
          "created_at",
          "updated_at",
          "created_by",
          "owner",
          "tenant_id");

  /** These go on by themselves between a GET and a PUT, or belong to an answer. */
  private static final Set<String> MOVING =
      Set.of(
          "words",
          "next_run_at",
          "last_run_at",
          "last_run_status",
          "total_runs",
          "successful_runs",
          "failed_runs",
          "skipped_runs",
          "total_cost_usd",
          "unknown_cost_runs",
          "success",
          "message",
          "warnings");

  private ReadOnly() {}

  /**
   * The fields that were sent, without those that are only read.
   *
   * @param present empty for who may not read: they could find out by guessing
   */
  static ObjectNode without(ObjectNode sent, Optional<ScheduleView> present) {
    var rest = sent.deepCopy();
    rest.remove(MOVING);
    rest.remove(VERSION);
    var there = present.map(WireJson::treeOf).orElseGet(WireJson::emptyObject);
    for (var name : FIXED) {
      var value = rest.remove(name);
      if (value != null && !value.equals(there.get(name))) {
        throw Refusal.at(
            "/" + name,
            present.isPresent()
                ? name + " is read-only, and it has another value now"
                : name + " is read-only: leave it out");
      }
    }
    if (repeats(rest, "cron_expression", "expression") && repeats(rest, "timezone", "timezone")) {
      rest.remove(Editing.SHORTHAND);
    }
    return rest;
  }

  /** The version that was sent back, which is then asked for like that of If-Match. */
  static OptionalInt version(ObjectNode sent) {
    var version = sent.get(VERSION);
    if (version == null) {
      return OptionalInt.empty();
    }
    if (!version.isInt()) {
      throw Refusal.at("/" + VERSION, VERSION + " is read-only, and a whole number");
    }
    return OptionalInt.of(version.intValue());
  }

  /** GET says the parts of a trigger twice; said twice alike, it is no contradiction. */
  private static boolean repeats(ObjectNode sent, String shorthand, String name) {
    return sent.has("trigger")
        && (!sent.has(shorthand) || sent.get(shorthand).equals(sent.get("trigger").get(name)));
  }
}
