package dev.carillon.testkit.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;

/** Counts what a long test has done, tells of it as it goes, and keeps the differences. */
final class Tally {
  private static final int MOST_DIFFERENCES = 20;

  private final String what;
  private final long total;
  private final long began = System.nanoTime();
  private final AtomicLong done = new AtomicLong();
  private final AtomicLong fires = new AtomicLong();
  private final Queue<String> differences = new ConcurrentLinkedQueue<>();

  Tally(String what, long total) {
    this.what = what;
    this.total = total;
  }

  /** Does one piece, which tells how many fires were compared; the name says how to repeat it. */
  void add(String name, LongSupplier piece) {
    if (differences.size() >= MOST_DIFFERENCES) {
      return;
    }
    try {
      fires.addAndGet(piece.getAsLong());
    } catch (AssertionError | RuntimeException difference) {
      differences.add(name + ": " + difference.getMessage());
      System.err.println("verify: " + name + ": " + difference.getMessage());
    }
    long now = done.incrementAndGet();
    if (now % Math.ceilDiv(total, 50) == 0) {
      System.err.println("verify: " + counts() + " of " + total);
    }
  }

  /** Prints the summary, which stands in the page of evidence, and fails on any difference. */
  void finish(String how) {
    System.out.println("summary: " + counts() + ", " + how);
    assertThat(differences).isEmpty();
  }

  private String counts() {
    return "%,d %s, %,d fires compared, %d differences, %d s"
        .formatted(
            done.get(),
            what,
            fires.get(),
            differences.size(),
            (System.nanoTime() - began) / 1_000_000_000);
  }
}
