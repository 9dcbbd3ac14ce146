package dev.carillon.acceptance.crash;

import dev.carillon.testkit.oracle.CronOracle;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

/** A schedule under siege, due each second, and what people did to it. One thread uses it. */
final class Besieged {
  private static final String EVERY_SECOND = "* * * * * *";
  private static final Duration BEHIND_THE_END = Duration.ofMinutes(2);

  private final String name;
  private final Promise.Terms terms;
  private final UUID id;
  private final Instant first;
  private final List<Halt> halts = new ArrayList<>();

  private Besieged(String name, Promise.Terms terms, UUID id, Instant first) {
    this.name = name;
    this.terms = terms;
    this.id = id;
    this.first = first;
  }

  static Besieged create(Rest rest, String name, Promise.Terms terms) {
    var answer =
        rest.send(
            "POST",
            "/api/v1/schedules",
            """
            {"name": "%s", "cron_expression": "%s", "timezone": "UTC",
             "target": {"type": "agent", "agent": "clerk"}, "task_query": "tick",
             "catchup_policy": "%s", "catchup_limit": 1000, "overlap_policy": "%s"}
            """
                .formatted(
                    name,
                    EVERY_SECOND,
                    word(terms.catchup().name()),
                    word(terms.overlap().name())));
    return new Besieged(
        name,
        terms,
        UUID.fromString(Rest.field(answer, "schedule_id")),
        Instant.parse(Rest.field(answer, "next_run_at")));
  }

  /** Whether the agent was called for that instant. */
  boolean wasCalled(List<Called> calls, Instant nominal) {
    return calls.stream()
        .filter(call -> call.schedule().equals(id))
        .flatMap(call -> call.nominal().stream())
        .anyMatch(nominal::equals);
  }

  /** Whether all that was due up to that instant has been planned and has ended. */
  boolean rests(List<BookedLine> lines, Instant upTo) {
    var own = lines.stream().filter(line -> line.schedule().equals(id)).toList();
    return own.stream().allMatch(line -> line.completed().isPresent())
        && own.stream().anyMatch(line -> !line.last().isBefore(upTo));
  }

  boolean standsStill() {
    return !halts.isEmpty() && !halts.getLast().ends();
  }

  void pause(Rest rest) {
    var asked = Instant.now();
    rest.send("POST", path() + "/pause", "");
    halts.add(Halt.forGood("PAUSED", asked, Instant.now()));
  }

  void resume(Rest rest) {
    var asked = Instant.now();
    rest.send("POST", path() + "/resume", "");
    halts.add(halts.removeLast().endedBy(asked, Instant.now()));
  }

  void delete(Rest rest) {
    var asked = Instant.now();
    rest.send("DELETE", path(), "");
    halts.add(Halt.forGood("SCHEDULE_DELETED", asked, Instant.now()));
  }

  /** What it promised until it was halted for good, by the oracle and the wall clock. */
  Promise promise(Downs downs) {
    var until = halts.getLast().asked().plus(BEHIND_THE_END);
    var due = CronOracle.standard().between(EVERY_SECOND, ZoneOffset.UTC, first, until);
    return new Promise(id, name, terms, due, halts, downs);
  }

  private String path() {
    return "/api/v1/schedules/" + id;
  }

  private static String word(String policy) {
    return policy.toLowerCase(Locale.ROOT);
  }
}
