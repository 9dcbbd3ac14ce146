package dev.carillon.testkit.store;

import dev.carillon.engine.store.Store;
import dev.carillon.testkit.clock.ManualClock;
import java.util.function.Supplier;

/**
 * A store under test, the clock that is its database's time, and who looks behind it. For one
 * thread.
 */
public final class StoreRig implements AutoCloseable {
  private final Supplier<Store> opening;
  private final ManualClock clock;
  private final Witness witness;
  private Store store;

  /**
   * @param opening opens the store in the same database, as often as it is asked
   * @param jdbcUrl of that database, for the witness
   */
  public StoreRig(Supplier<Store> opening, ManualClock clock, String jdbcUrl) {
    this.opening = opening;
    this.clock = clock;
    store = opening.get();
    witness = new Witness(jdbcUrl);
  }

  public Store store() {
    return store;
  }

  /** Closes the store and opens it again: what was only in memory is gone. */
  public Store restart() {
    store.close();
    store = opening.get();
    return store;
  }

  public ManualClock clock() {
    return clock;
  }

  public Witness witness() {
    return witness;
  }

  /** The same with all tables empty. */
  public StoreRig emptied() {
    witness.clear();
    return this;
  }

  @Override
  public void close() {
    witness.close();
    store.close();
  }
}
