package dev.carillon.targets.call;

import dev.carillon.core.run.Answer;
import dev.carillon.core.run.Outcome;
import dev.carillon.core.schedule.Owner;
import dev.carillon.engine.target.Attempt;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.function.Supplier;

/** Callees that a test knows by name. */
record Callees(Map<String, Callee> byName) implements Directory {
  static final Duration LONG = Duration.ofHours(1);

  @Override
  public Optional<Callee> agent(Owner owner, String name) {
    return Optional.ofNullable(byName.get(name));
  }

  static Callee answering() {
    return doing(LONG, () -> new Outcome.Succeeded(Answer.NONE), () -> {});
  }

  /** Hangs until it is interrupted. */
  static Callee hanging(Duration timeout) {
    return doing(
        timeout,
        () -> {
          try {
            new CountDownLatch(1).await();
          } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
          }
          return new Outcome.Unknown("interrupted");
        },
        () -> {});
  }

  static Callee breaking() {
    return doing(
        LONG,
        () -> {
          throw new LinkageError("nobody planned this");
        },
        () -> {});
  }

  static Callee doing(Duration timeout, Supplier<Outcome> perform, Runnable abort) {
    return new Doing(timeout, perform, abort);
  }

  private record Doing(Duration timeout, Supplier<Outcome> perform, Runnable abort)
      implements Callee {
    @Override
    public String label() {
      return "the test's agent";
    }

    @Override
    public Work begin(Attempt attempt) {
      return new Work() {
        @Override
        public Outcome perform() {
          return perform.get();
        }

        @Override
        public void abort() {
          abort.run();
        }
      };
    }
  }
}
