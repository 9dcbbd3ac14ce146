package dev.carillon.store;

import dev.carillon.testkit.clock.ManualClock;
import dev.carillon.testkit.store.StoreContract;
import dev.carillon.testkit.store.StoreRig;
import dev.carillon.testkit.store.Trial;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** The contract on a real SQLite file. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class SqliteStoreTest implements StoreContract {
  private StoreRig rig;

  @BeforeAll
  void open(@TempDir Path folder) {
    var clock = new ManualClock(Trial.START);
    rig =
        new StoreRig(
            () -> Stores.sqlite(folder, clock),
            clock,
            "jdbc:sqlite:" + folder.resolve("carillon.db"));
  }

  @AfterAll
  void close() {
    rig.close();
  }

  @Override
  public StoreRig rig() {
    return rig.emptied();
  }
}
