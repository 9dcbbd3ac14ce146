package dev.carillon.acceptance.crash;

import dev.carillon.acceptance.crash.BookedLine.Fate;
import dev.carillon.acceptance.crash.Promise.Catchup;
import dev.carillon.acceptance.crash.Promise.Overlap;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;

/**
 * What a faultless server would leave of two minutes, for tests to spoil: seconds count from its
 * first instant. It is killed at 20.5, 30.5 and 60.5; the second time it is down until 46, when 31
 * to 35 have been missed, else for two seconds and a half.
 */
final class Forged {
  static final UUID SCHEDULE = new UUID(1, 1);

  /** The last second that is due. */
  static final int LAST_SECOND = 99;

  private static final Instant START = Instant.parse("2026-03-02T09:00:00Z");
  private static final int NEWEST_MISSED = 35;

  final List<BookedLine> lines = new ArrayList<>();
  final List<Called> calls = new ArrayList<>();
  final List<Halt> halts = new ArrayList<>();
  final List<Down> downs =
      new ArrayList<>(
          List.of(
              new Down(at(20.5), at(21), at(23)),
              new Down(at(30.5), at(45), at(46)),
              new Down(at(60.5), at(61), at(63))));
  private final Promise.Terms terms;
  private final Duration lease;

  Forged(Catchup catchup, Overlap overlap, Duration lease) {
    terms = new Promise.Terms(catchup, overlap);
    this.lease = lease;
    halts.add(Halt.forGood("PAUSED", at(LAST_SECOND + 0.5), at(LAST_SECOND + 0.6)));
    IntStream.rangeClosed(0, LAST_SECOND).forEach(this::live);
    if (catchup == Catchup.LAST) {
      none(31, NEWEST_MISSED - 1, "SUPERSEDED", 46.1);
      caughtUp(NEWEST_MISSED);
    } else {
      IntStream.rangeClosed(31, NEWEST_MISSED).forEach(this::caughtUp);
    }
  }

  /** Under {@code last} and {@code allow}, with a store whose next server knows the last dead. */
  static Forged standard() {
    return new Forged(Catchup.LAST, Overlap.ALLOW, Duration.ZERO);
  }

  Verdict verdict() {
    var due = IntStream.rangeClosed(0, LAST_SECOND + 20).mapToObj(Forged::at).toList();
    var promise = new Promise(SCHEDULE, "sample", terms, due, halts, new Downs(downs, lease));
    return Judge.judge(promise, lines, calls);
  }

  /** It runs on time, or as soon as there is a server. */
  void live(int second) {
    var booked = second + 0.005;
    if (second > 20 && second <= 23) {
      booked = 23.1;
    } else if (second > NEWEST_MISSED && second <= 46) {
      booked = 46.1;
    } else if (second > 60 && second <= 63) {
      booked = 63.1;
    } else if (second > 30 && second <= NEWEST_MISSED) {
      return;
    }
    ran(second, booked, "ON_TIME");
  }

  void caughtUp(int second) {
    ran(second, 46.1, CatchingUp.REASON);
  }

  /** It is called at once and answers in its time. */
  void ran(int second, double booked, String reason) {
    calls.add(call(second, booked + 0.01));
    line(second, second, booked, Optional.of(at(booked + 0.32)), reason, Fate.SUCCEEDED);
  }

  /** It was called in its second, and no node that took it up lived until it ended. */
  void lost(int second, double ended) {
    calls.add(call(second, second + 0.015));
    line(second, second, second + 0.005, Optional.of(at(ended)), "NODE_LOST", Fate.FAILED);
  }

  /** One line for a range that does not run. */
  void none(int from, int until, String reason, double booked) {
    line(from, until, booked, Optional.of(at(booked)), reason, Fate.OTHER);
  }

  /** Its call was cut off, and nobody makes it again. */
  void cancelled(int second, double received, double ended, String reason) {
    calls.add(call(second, received));
    line(second, second, second + 0.005, Optional.of(at(ended)), reason, Fate.CANCELLED);
  }

  /** In place of whatever was found of these seconds. */
  void noneInstead(int from, int until, String reason, double booked) {
    forget(from, until);
    none(from, until, reason, booked);
  }

  void forget(int from, int until) {
    lines.removeIf(
        line -> !line.nominal().isBefore(at(from)) && !line.nominal().isAfter(at(until)));
    calls.removeIf(call ->
        call.nominal().filter(it -> !it.isBefore(at(from)) && !it.isAfter(at(until))).isPresent());
  }

  void neverEnds(int second) {
    forget(second, second);
    line(second, second, second, Optional.empty(), "ON_TIME", Fate.OTHER);
  }

  static Called call(int second, double received) {
    return call(second, received, run(second));
  }

  static Called call(int second, double received, UUID key) {
    return new Called(at(received), key, SCHEDULE, key, Optional.of(at(second)), 1);
  }

  static UUID run(int second) {
    return new UUID(2, second);
  }

  static Instant at(double second) {
    return START.plusMillis(Math.round(second * 1_000));
  }

  private void line(
      int from, int until, double booked, Optional<Instant> end, String reason, Fate fate) {
    lines.add(
        new BookedLine(
            run(from),
            SCHEDULE,
            at(from),
            until > from ? Optional.of(at(until)) : Optional.empty(),
            until - from + 1,
            reason,
            at(booked),
            end,
            fate));
  }
}
