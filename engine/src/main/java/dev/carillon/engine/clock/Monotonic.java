package dev.carillon.engine.clock;

/** Nanoseconds that only go forward and mean nothing by themselves; the one place that asks. */
@FunctionalInterface
public interface Monotonic {
  /** The clock of this machine. */
  Monotonic SYSTEM = System::nanoTime;

  long nanos();
}
