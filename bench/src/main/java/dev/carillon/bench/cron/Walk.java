package dev.carillon.bench.cron;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Goes from fire to fire as a schedule does, in the type that a program itself works with, so that
 * none pays for a conversion; after the last year, or where a program gives up, it begins again.
 */
final class Walk<T extends Comparable<? super T>> {
  /** The next fire, or null when there is none. */
  interface Step<T> {
    @Nullable T after(T at);
  }

  private final T start;
  private final T end;
  private final Step<T> next;
  private final Function<T, Instant> instant;
  private T at;

  Walk(Function<Instant, T> from, Step<T> next, Function<T, Instant> instant) {
    this.start = from.apply(Row.START);
    this.end = from.apply(Row.END);
    this.next = next;
    this.instant = instant;
    this.at = start;
  }

  T next() {
    T found = next.after(at);
    at = found != null && found.compareTo(end) < 0 ? found : start;
    return at;
  }

  /** The first fire instants, so many at most, up to the last year. */
  List<Instant> first(int most) {
    List<Instant> fires = new ArrayList<>();
    while (fires.size() < most) {
      T found = next();
      if (found.equals(start)) {
        break;
      }
      fires.add(instant.apply(found));
    }
    return fires;
  }
}
