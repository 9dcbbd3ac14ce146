package dev.carillon.cli.cron;

import dev.carillon.cli.cron.Question.Reading;
import dev.carillon.core.cron.CronTimes;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.Reader;
import java.time.Instant;
import java.time.InstantSource;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Answers one JSON object a line with one JSON object a line, in the same order. A question that
 * cannot be answered gets its error and does not stop the others; members that mean nothing here
 * are left alone.
 */
final class Batch {
  /** The most instants for one question. */
  static final int MOST = 100_000;

  private static final int FEW = 10;
  private static final JsonMapper JSON = JsonMapper.shared();

  private final InstantSource clock;

  Batch(InstantSource clock) {
    this.clock = clock;
  }

  /** Reads to the end; an answer is flushed as soon as no further question is waiting. */
  void answer(Reader questions, PrintWriter answers) throws IOException {
    BufferedReader lines = new BufferedReader(questions);
    String line = lines.readLine();
    while (line != null) {
      if (!line.isBlank()) {
        answers.println(answer(line));
      }
      if (!lines.ready()) {
        answers.flush();
      }
      line = lines.readLine();
    }
    answers.flush();
  }

  private ObjectNode answer(String line) {
    ObjectNode answer = JSON.createObjectNode();
    JsonNode json;
    try {
      json = JSON.readTree(line);
    } catch (JacksonException e) {
      return answer.put("error", "this line is not JSON");
    }
    if (!json.isObject()) {
      return answer.put("error", "this line is not a JSON object");
    }
    if (json.has("id")) {
      answer.set("id", json.get("id"));
    }
    try {
      return complete(answer, json);
    } catch (DateTimeParseException e) {
      return answer.put("error", "from: " + e.getParsedString() + " is not an instant in UTC");
    }
  }

  private ObjectNode complete(ObjectNode answer, JsonNode json) {
    if (!json.path("expr").isString()) {
      return answer.put("error", "expr: the cron line is missing");
    }
    int count = json.path("count").asInt(FEW);
    if (count < 1 || count > MOST) {
      return answer.put("error", "count: " + count + " is outside 1-" + MOST);
    }
    Instant from = text(json, "from").map(Instant::parse).orElseGet(clock::instant);
    return switch (question(json).read()) {
      case Reading.Refused(var message) -> answer.put("error", message);
      case Reading.Understood(var times) -> {
        ArrayNode instants = answer.putArray("next");
        next(times, from, count).forEach(instant -> instants.add(instant.toString()));
        yield answer;
      }
    };
  }

  private static Question question(JsonNode json) {
    return new Question(
        json.path("expr").asString(),
        text(json, "dialect"),
        text(json, "zone").orElse("UTC"),
        text(json, "gap"),
        text(json, "overlap_hour"));
  }

  private static Optional<String> text(JsonNode json, String name) {
    JsonNode value = json.path(name);
    return value.isMissingNode() || value.isNull()
        ? Optional.empty()
        : Optional.of(value.asString());
  }

  /** At most this many instants, strictly after the given one. */
  static List<Instant> next(CronTimes times, Instant from, int count) {
    List<Instant> instants = new ArrayList<>();
    Optional<Instant> next = times.next(from);
    while (next.isPresent() && instants.size() < count) {
      instants.add(next.get());
      next = times.next(next.get());
    }
    return instants;
  }
}
