package dev.carillon.server.schedules;

import dev.carillon.api.json.WireJson;
import dev.carillon.api.schedules.ScheduleDraft;
import dev.carillon.api.schedules.TargetSpec;
import dev.carillon.core.schedule.Target;
import dev.carillon.engine.change.Schedules.Edited;
import dev.carillon.engine.store.Entry;
import dev.carillon.server.http.Choice;
import dev.carillon.server.http.Refusal;
import dev.carillon.server.http.Request;
import dev.carillon.server.http.Wrong;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Lays what people send over what is there. PUT takes the fields that are sent, whole; PATCH is a
 * merge patch (RFC 7396), in which null brings back the default.
 */
final class Editing {
  static final List<String> SHORTHAND = List.of("cron_expression", "timezone");

  private Editing() {}

  /** The present schedule with the fields that were sent. */
  static ScheduleDraft put(Edited present, ObjectNode sent) {
    var tree = tree(present);
    layShorthand(tree, sent);
    sent.properties().stream()
        .filter(field -> !SHORTHAND.contains(field.getKey()) && !field.getValue().isNull())
        .forEach(field -> tree.set(field.getKey(), field.getValue()));
    return Request.bound(tree, ScheduleDraft.class);
  }

  /** What cannot be read any more cannot be kept: an edit of it says anew when, whom and what. */
  static void requireWhole(Entry present, ObjectNode sent) {
    var unread = present.isUnread();
    var whole =
        Stream.of("trigger", "cron_expression").anyMatch(sent::hasNonNull)
            && Stream.of("target", "task_query").allMatch(sent::hasNonNull);
    if (unread && !whole) {
      throw Refusal.of(
          Wrong.CONFLICT,
          "the definition of this schedule cannot be read, so nothing of it can be kept: send"
              + " trigger, target and task_query anew, and the policies that are to hold");
    }
  }

  /** The present schedule under a merge patch. */
  static ScheduleDraft patch(Edited present, ObjectNode patch) {
    var tree = tree(present);
    layShorthand(tree, patch);
    var rest = patch.deepCopy();
    rest.remove(SHORTHAND);
    merge(tree, rest);
    return Request.bound(tree, ScheduleDraft.class);
  }

  private static void merge(ObjectNode target, ObjectNode patch) {
    for (var field : patch.properties()) {
      var name = field.getKey();
      var value = field.getValue();
      if (value.isNull()) {
        target.remove(name);
      } else if (value instanceof ObjectNode inner && !replaced(name, target.get(name), inner)) {
        merge(target.get(name) instanceof ObjectNode there ? there : target.putObject(name), inner);
      } else {
        target.set(name, value);
      }
    }
  }

  /** A trigger or target of another type has nothing in common with the one before. */
  private static boolean replaced(String name, @Nullable JsonNode present, ObjectNode sent) {
    return List.of("trigger", "target").contains(name)
        && sent.has("type")
        && present != null
        && !sent.get("type").equals(present.get("type"));
  }

  /**
   * The shorthand changes the parts of the trigger that it names and keeps the others. A line of
   * Quartz stays one: by its fields it would be read as something else.
   */
  private static void layShorthand(ObjectNode tree, ObjectNode sent) {
    if (SHORTHAND.stream().noneMatch(sent::has)) {
      return;
    }
    if (sent.hasNonNull("trigger")) {
      throw Refusal.at(
          "/cron_expression",
          "cron_expression and timezone are a shorthand and do not stand beside trigger");
    }
    var present = (ObjectNode) tree.required("trigger");
    var isCron = present.path("type").asString("").equals("cron");
    if (!isCron && !sent.hasNonNull("cron_expression")) {
      throw Refusal.at(
          "/timezone",
          "timezone is a shorthand of a cron trigger, and this trigger is of the type "
              + present.path("type").asString(""));
    }
    if (present.path("dialect").asString("").equals("quartz")) {
      lay(present, "expression", sent.get("cron_expression"));
      lay(present, "timezone", sent.get("timezone"));
      return;
    }
    tree.remove("trigger");
    if (isCron) {
      lay(tree, "cron_expression", present.get("expression"));
      lay(tree, "timezone", present.get("timezone"));
    }
    SHORTHAND.forEach(name -> lay(tree, name, sent.get(name)));
  }

  private static void lay(ObjectNode tree, String name, @Nullable JsonNode value) {
    if (value == null) {
      return;
    }
    if (value.isNull()) {
      tree.remove(name);
    } else {
      tree.set(name, value);
    }
  }

  /** What is there, as the draft that would have made it. */
  private static ObjectNode tree(Edited present) {
    var heading = present.heading();
    var definition = present.definition();
    var policies = definition.policies();
    return WireJson.treeOf(
        new ScheduleDraft(
            Optional.of(heading.name()),
            Optional.of(heading.description()),
            Optional.of(heading.tags()),
            Optional.of(heading.metadata()),
            Optional.empty(),
            Optional.empty(),
            Optional.of(Triggers.spec(definition.trigger())),
            Optional.of(Triggers.dst(definition.trigger())),
            definition.bounds().startAt(),
            definition.bounds().endAt(),
            definition.bounds().maxRuns(),
            BoundsReading.spec(definition.bounds().window()),
            BoundsReading.spec(definition.bounds().calendars()),
            Optional.of(BoundsReading.spec(definition.bounds().jitter())),
            Optional.of(target(definition.target())),
            Optional.of(definition.input().message()),
            Optional.of(WireJson.tree(definition.input().contextJson())),
            Optional.of(Choice.word(policies.overlap())),
            Optional.of(Choice.word(policies.catchup().policy())),
            Optional.of(policies.catchup().window().toSeconds()),
            Optional.of(policies.catchup().limit()),
            Optional.of(Choice.word(policies.onResume())),
            Optional.of(Choice.word(policies.onLost())),
            Optional.of(policies.timeout().toSeconds())));
  }

  /** The target as the wire says it. */
  static TargetSpec target(Target target) {
    return switch (target) {
      case Target.Agent(var name) -> new TargetSpec.Agent(name);
    };
  }
}
