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
  private final Evidence evidence;
  private final List<String> faults = new ArrayList<>();

  private Judge(Evidence evidence) {
    this.evidence = evidence;
  }

  /** Judges the lines and calls of this one schedule. */
  static Verdict judge(
      Promise promise, Collection<BookedLine> allLines, Collection<Called> allCalls) {
    var evidence = Evidence.of(promise, allLines, allCalls);
    var judge = new Judge(evidence);
    judge.eachInstantHasOneLine();
    judge.eachRangeCountsRight();
    judge.eachCallHasItsRecord();
    judge.eachInstantHasOneKey();
    judge.faults.addAll(Excuses.faults(evidence));
    judge.faults.addAll(Pace.faults(evidence));
    judge.faults.addAll(CatchingUp.faults(evidence));
    return Verdict.of(evidence, judge.faults);
  }

  /** Behind the end there may be a line, or none, and never two. */
  private void eachInstantHasOneLine() {
    for (var due : evidence.promise().due()) {
      var count = evidence.lines().stream().filter(line -> line.covers(due)).count();
      if (count > 1 || (count < 1 && due.isBefore(evidence.promise().end()))) {
        faults.add("%s has %d lines".formatted(due, count));
      }
    }
  }

  private void eachRangeCountsRight() {
    for (var line : evidence.lines()) {
      var found = evidence.promise().due().stream().filter(line::covers).count();
      if (found != line.covers()) {
        faults.add(
            "line %s says that it covers %d instants, the oracle finds %d"
                .formatted(line.run(), line.covers(), found));
      }
    }
  }

  private void eachCallHasItsRecord() {
    Map<UUID, BookedLine> byRun =
        evidence.lines().stream()
            .collect(Collectors.toMap(BookedLine::run, Function.identity(), (one, other) -> one));
    for (var call : evidence.calls()) {
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
    for (var call : evidence.calls()) {
      call.nominal()
          .ifPresent(at -> keys.computeIfAbsent(at, any -> new HashSet<>()).add(call.key()));
    }
    keys.forEach((nominal, used) -> {
      if (used.size() > 1) {
        faults.add("%s was called under %d keys".formatted(nominal, used.size()));
      }
    });
  }
}
