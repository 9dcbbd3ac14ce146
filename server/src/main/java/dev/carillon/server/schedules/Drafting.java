package dev.carillon.server.schedules;

import dev.carillon.api.schedules.ScheduleDraft;
import dev.carillon.api.schedules.TargetSpec;
import dev.carillon.core.schedule.Catchup;
import dev.carillon.core.schedule.Definition;
import dev.carillon.core.schedule.Heading;
import dev.carillon.core.schedule.Input;
import dev.carillon.core.schedule.Policies;
import dev.carillon.core.schedule.Target;
import dev.carillon.server.http.Characters;
import dev.carillon.server.http.Choice;
import dev.carillon.server.http.Findings;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Turns a draft into a heading and a definition, or finds all that is wrong with it. */
final class Drafting {
  private static final int LONGEST_NAME = 255;
  private static final int LONGEST_TEXT = 4_096;
  private static final int LONGEST_TAG = 100;
  private static final int MOST = 50;
  private static final long LONGEST_WINDOW = Duration.ofDays(366).toSeconds();

  private final String defaultAgent;
  private final Duration minInterval;

  /**
   * Schedules without a target call this agent.
   *
   * @param defaultAgent its name
   * @param minInterval how far apart the times of a schedule lie at least
   */
  Drafting(String defaultAgent, Duration minInterval) {
    this.defaultAgent = defaultAgent;
    this.minInterval = minInterval;
  }

  /** What the draft of a new schedule comes to; refuses it with everything that is wrong. */
  Drafted create(ScheduleDraft draft, Instant now, Sight sight) {
    return read(draft, now, Optional.empty(), sight);
  }

  /** What an edit comes to. A trigger and bounds that are kept may have passed their last time. */
  Drafted edit(ScheduleDraft draft, Instant now, Definition present, Sight sight) {
    return read(draft, now, Optional.of(Timing.of(present)), sight);
  }

  /**
   * When a schedule would be due that is not saved yet. It is refused for what would be refused on
   * creation, but nobody need have thought of a name and a task.
   */
  Timing preview(ScheduleDraft draft, Instant now, Sight sight, Findings findings) {
    var timing = Timing.read(draft, now, Optional.empty(), sight, findings);
    timing.ifPresent(fresh -> fresh.judge(draft, now, minInterval, findings));
    var _ = heading(draft, draft.name().orElse("preview"), findings);
    var _ = target(draft, findings);
    var _ = InputReading.message(draft.taskQuery(), findings);
    var _ = InputReading.context(draft.taskContext(), findings);
    var _ = policies(draft, findings);
    findings.refuseIfAny();
    return timing.orElseThrow();
  }

  private Drafted read(ScheduleDraft draft, Instant now, Optional<Timing> present, Sight sight) {
    var findings = new Findings();
    var heading = heading(draft, draft.name().orElse(""), findings);
    var timing = Timing.read(draft, now, present, sight, findings);
    timing
        .filter(fresh -> !present.equals(Optional.of(fresh)))
        .ifPresent(fresh -> fresh.judge(draft, now, minInterval, findings));
    var target = target(draft, findings);
    var input = input(draft, findings);
    var policies = policies(draft, findings);
    findings.refuseIfAny();
    return new Drafted(
        heading.orElseThrow(),
        new Definition(
            timing.orElseThrow().trigger(),
            timing.orElseThrow().bounds(),
            target,
            input,
            policies.orElseThrow()));
  }

  private static Optional<Heading> heading(ScheduleDraft draft, String name, Findings findings) {
    var description = draft.description().orElse("");
    var tags = draft.tags().orElse(List.of()).stream().distinct().toList();
    var metadata = draft.metadata().orElse(Map.of());
    if (name.isBlank()) {
      findings.add("/name", "schedule name required");
    }
    atMost(name, LONGEST_NAME, "/name", findings);
    atMost(description, LONGEST_TEXT, "/description", findings);
    if (tags.size() > MOST || tags.stream().anyMatch(Drafting::noTag)) {
      findings.add(
          "/tags", "tags are at most " + MOST + ", each of 1 to " + LONGEST_TAG + " characters");
    }
    if (metadata.size() > MOST
        || metadata.entrySet().stream()
            .anyMatch(entry -> noEntry(entry.getKey(), entry.getValue()))) {
      findings.add(
          "/metadata",
          "metadata has at most "
              + MOST
              + " entries, each with a name of 1 to "
              + LONGEST_TAG
              + " and a value of at most "
              + LONGEST_TEXT
              + " characters");
    }
    return name.isBlank()
        ? Optional.empty()
        : Optional.of(new Heading(name, description, tags, metadata));
  }

  private static boolean noTag(String tag) {
    return tag.isBlank() || Characters.in(tag) > LONGEST_TAG;
  }

  private static boolean noEntry(String name, String value) {
    return name.isBlank()
        || Characters.in(name) > LONGEST_TAG
        || Characters.in(value) > LONGEST_TEXT;
  }

  private Target target(ScheduleDraft draft, Findings findings) {
    var name =
        switch (draft.target().orElse(new TargetSpec.Agent(defaultAgent))) {
          case TargetSpec.Agent(var agent) -> agent;
        };
    if (!Target.Agent.isName(name)) {
      findings.add("/target/agent", "an agent's name is needed: " + Target.Agent.NAME_WANTED);
      return new Target.Agent(defaultAgent);
    }
    return new Target.Agent(name);
  }

  private static Input input(ScheduleDraft draft, Findings findings) {
    var message = InputReading.message(Optional.of(draft.taskQuery().orElse("")), findings);
    var context = InputReading.context(draft.taskContext(), findings);
    return new Input(message.orElseThrow(), context.orElse(Input.NO_CONTEXT));
  }

  private static Optional<Policies> policies(ScheduleDraft draft, Findings findings) {
    var usual = Policies.DEFAULT;
    var catchup = usual.catchup();
    var window = draft.catchupWindowSeconds().orElse(catchup.window().toSeconds());
    var limit = draft.catchupLimit().orElse(catchup.limit());
    var timeout = draft.timeoutSeconds().orElse(usual.timeout().toSeconds());
    within(window, 0, LONGEST_WINDOW, "/catchup_window_seconds", findings);
    within(limit, 1, Catchup.MAX_LIMIT, "/catchup_limit", findings);
    within(timeout, 1, Policies.MAX_TIMEOUT.toSeconds(), "/timeout_seconds", findings);
    var overlap = Choice.of(draft.overlapPolicy(), usual.overlap(), "/overlap_policy", findings);
    var policy = Choice.of(draft.catchupPolicy(), catchup.policy(), "/catchup_policy", findings);
    var onResume = Choice.of(draft.onResume(), usual.onResume(), "/on_resume", findings);
    var onLost = Choice.of(draft.onLost(), usual.onLost(), "/on_lost", findings);
    if (findings.any()) {
      return Optional.empty();
    }
    return Optional.of(
        new Policies(
            overlap,
            new Catchup(policy, Duration.ofSeconds(window), limit),
            onResume,
            onLost,
            Duration.ofSeconds(timeout)));
  }

  private static void atMost(String text, int most, String pointer, Findings findings) {
    if (Characters.in(text) > most) {
      findings.add(pointer, pointer.substring(1) + " has at most " + most + " characters");
    }
  }

  private static void within(
      long number, long least, long most, String pointer, Findings findings) {
    if (number < least || number > most) {
      findings.add(pointer, pointer.substring(1) + " is " + least + " to " + most);
    }
  }
}
