package dev.carillon.acceptance.crash;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Holds a schedule's promise against the ledger and against what the agent received. Pure. */
final class Judge {
  private final Promise promise;
  private final List<BookedLine> lines;
  private final List<Called> calls;
  private final List<String> faults = new ArrayList<>();

  private Judge(Promise promise, List<BookedLine> lines, List<Called> calls) {
    this.promise = promise;
    this.lines = lines;
    this.calls = calls;
  }

  /**
   * What was found.
   *
   * @param repeated calls beyond the first for a run
   */
  record Verdict(String name, int due, int ran, int calls, int repeated, List<String> faults) {
    String summary() {
      return "%s: %d instants due, %d ran, %d calls, %d repeated, %d faults"
          .formatted(name, due, ran, calls, repeated, faults.size());
    }
  }

  /** Judges the lines and calls of this one schedule. */
  static Verdict judge(
      Promise promise, Collection<BookedLine> allLines, Collection<Called> allCalls) {
    var judge =
        new Judge(
            promise,
            allLines.stream().filter(line -> line.schedule().equals(promise.schedule())).toList(),
            allCalls.stream().filter(call -> call.schedule().equals(promise.schedule())).toList());
    judge.eachInstantHasOneLine();
    judge.eachLineIsExcused();
    judge.eachCallHasItsRecord();
    judge.eachInstantHasOneKey();
    return judge.verdict();
  }

  private void eachInstantHasOneLine() {
    var covered = new HashMap<Instant, Integer>();
    for (var line : lines) {
      var until = line.until().orElse(line.nominal());
      var within =
          promise.due().stream()
              .filter(due -> !due.isBefore(line.nominal()) && !due.isAfter(until))
              .toList();
      if (within.size() != line.covers()) {
        faults.add(
            "line %s says that it covers %d instants, the oracle finds %d"
                .formatted(line.run(), line.covers(), within.size()));
      }
      within.forEach(due -> covered.merge(due, 1, Integer::sum));
    }
    for (var due : promise.due()) {
      var count = covered.getOrDefault(due, 0);
      if (count != 1) {
        faults.add("%s has %d lines".formatted(due, count));
      }
    }
  }

  private void eachLineIsExcused() {
    var called = calls.stream().map(Called::run).collect(Collectors.toSet());
    for (var line : lines) {
      if (!line.ended()) {
        faults.add("run %s of %s has not ended".formatted(line.run(), line.nominal()));
      } else if (line.ran() && !called.contains(line.run())) {
        faults.add("run %s of %s succeeded without a call".formatted(line.run(), line.nominal()));
      } else if (!line.ran() && called.contains(line.run())) {
        faults.add("%s did not run, and yet was called".formatted(line.nominal()));
      } else if (!line.ran() && !promise.excuses().contains(line.reason())) {
        faults.add("%s did not run: %s".formatted(line.nominal(), line.reason()));
      }
    }
  }

  private void eachCallHasItsRecord() {
    Map<UUID, BookedLine> byRun =
        lines.stream()
            .collect(Collectors.toMap(BookedLine::run, Function.identity(), (one, other) -> one));
    for (var call : calls) {
      var line = byRun.get(call.run());
      if (line == null) {
        faults.add("call %s has no launch record".formatted(call.key()));
      } else if (!call.nominal().equals(Optional.of(line.nominal()))) {
        faults.add("call %s was made for another instant".formatted(call.key()));
      }
      if (call.nominal().filter(call.received()::isBefore).isPresent()) {
        faults.add("call %s came before its time".formatted(call.key()));
      }
    }
  }

  private void eachInstantHasOneKey() {
    var keys = new HashMap<Instant, Set<UUID>>();
    for (var call : calls) {
      call.nominal()
          .ifPresent(at -> keys.computeIfAbsent(at, any -> new HashSet<>()).add(call.key()));
    }
    keys.forEach((nominal, used) -> {
      if (used.size() > 1) {
        faults.add("%s was called under %d keys".formatted(nominal, used.size()));
      }
    });
  }

  private Verdict verdict() {
    var ran = (int) lines.stream().filter(BookedLine::ran).count();
    var distinct = (int) calls.stream().map(Called::key).distinct().count();
    return new Verdict(
        promise.name(),
        promise.due().size(),
        ran,
        calls.size(),
        calls.size() - distinct,
        List.copyOf(faults));
  }
}
