package dev.carillon.engine.store;

import java.util.List;

/**
 * A page of a list.
 *
 * @param total matches in all, counted exactly up to {@link #COUNTED}, then that number
 * @param more whether there is another page after this one
 */
public record Page<T>(List<T> items, long total, boolean more) {
  /**
   * Matches are counted up to this many; above it the total is this number and exceeded is true.
   */
  public static final int COUNTED = 10_000;

  public Page {
    items = List.copyOf(items);
  }

  public boolean exceeded() {
    return total > COUNTED;
  }
}
