package dev.carillon.server.schedules;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.carillon.api.json.Reading.Understood;
import dev.carillon.api.json.WireJson;
import dev.carillon.api.problem.Problem;
import dev.carillon.api.schedules.Preview;
import dev.carillon.api.schedules.PreviewRequest;
import dev.carillon.api.schedules.ScheduleDraft;
import dev.carillon.server.http.Refusal;
import dev.carillon.server.http.Refusals;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/** Drafts of schedules as people send them, looked at on a Monday morning. */
final class Drafts {
  static final Instant NOW = Instant.parse("2026-03-02T08:00:00.123Z");

  static final Drafting DRAFTING = new Drafting("echo", Duration.ofSeconds(1));

  private Drafts() {}

  /** The preview of a trigger, with more of its schedule. */
  static Preview whole(String trigger, String more) {
    var request =
        new PreviewRequest(
            draft(trigger, more), Optional.of(3), Optional.empty(), Optional.empty());
    return Previewing.preview(request, NOW, DRAFTING, Sights.NOTHING);
  }

  /** The next times of a trigger, should its schedule have this id. */
  static List<Preview.Next> preview(String trigger, String more, Optional<String> id) {
    var request = new PreviewRequest(draft(trigger, more), Optional.of(3), Optional.empty(), id);
    return Previewing.preview(request, NOW, DRAFTING, Sights.NOTHING).next();
  }

  /** The next times of a trigger, as text. */
  static List<String> next(String trigger) {
    return next(trigger, "");
  }

  static List<String> next(String trigger, String more) {
    return preview(trigger, more, Optional.empty()).stream()
        .map(next -> next.at().toString())
        .toList();
  }

  /** What a creation is refused for. */
  static List<Problem.Entry> errors(String trigger, String more) {
    return Refusals.entries(
        catchThrowableOfType(
            Refusal.class, () -> DRAFTING.create(draft(trigger, more), NOW, Sights.NOTHING)));
  }

  /** A draft as it is sent, in single quotes. */
  static ScheduleDraft draft(String trigger, String more) {
    var json = "{'name':'a','task_query':'do','trigger':" + trigger + more + "}";
    return ((Understood<ScheduleDraft>) WireJson.bind(tree(json), ScheduleDraft.class)).value();
  }

  /** JSON in single quotes. */
  static ObjectNode tree(String json) {
    var bytes = json.replace('\'', '"').getBytes(StandardCharsets.UTF_8);
    return ((Understood<ObjectNode>) WireJson.object(bytes)).value();
  }
}
