package dev.carillon.store;

import dev.carillon.store.postgres.PostgresSettings;
import dev.carillon.testkit.clock.ManualClock;
import dev.carillon.testkit.postgres.Postgres;
import dev.carillon.testkit.store.StoreContract;
import dev.carillon.testkit.store.StoreRig;
import dev.carillon.testkit.store.Trial;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;

/** The contract on a real PostgreSQL. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class PostgresStoreTest implements StoreContract {
  private StoreRig rig;

  @BeforeAll
  void open() {
    var postgres = Postgres.shared();
    var url = postgres.jdbcUrl(postgres.createDatabase());
    var settings = new PostgresSettings(url, Optional.empty(), Optional.empty());
    var clock = new ManualClock(Trial.START);
    rig = new StoreRig(() -> Stores.postgres(settings, Optional.of(clock)), clock, url);
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
