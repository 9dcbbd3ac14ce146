package dev.carillon.store.postgres;

import dev.carillon.store.Stores;
import dev.carillon.store.transaction.Verbs;
import dev.carillon.testkit.clock.ManualClock;
import dev.carillon.testkit.postgres.Postgres;
import dev.carillon.testkit.store.StoreRig;
import dev.carillon.testkit.store.Trial;
import java.util.Optional;

/** Two nodes' stores on one database, and a third for the trial that sets the scene. */
final class Cluster implements AutoCloseable {
  private final PostgresTransactions oneTransactions;
  private final PostgresTransactions otherTransactions;
  private final Verbs one;
  private final Verbs other;
  private final StoreRig rig;

  private Cluster(String url) {
    var settings = new PostgresSettings(url, Optional.empty(), Optional.empty());
    var clock = new ManualClock(Trial.START);
    oneTransactions = PostgresTransactions.open(settings, Optional.of(clock));
    otherTransactions = PostgresTransactions.open(settings, Optional.of(clock));
    one = new Verbs(oneTransactions, false);
    other = new Verbs(otherTransactions, false);
    rig = new StoreRig(() -> Stores.postgres(settings, Optional.of(clock)), clock, url);
  }

  static Cluster on(Postgres postgres) {
    return new Cluster(postgres.jdbcUrl(postgres.createDatabase()));
  }

  Verbs one() {
    return one;
  }

  Verbs other() {
    return other;
  }

  /** A trial on the empty database. */
  Trial trial() {
    return new Trial(rig.emptied());
  }

  /** How many of the database's connections wait for a lock. */
  long waitingForLocks() {
    return rig.witness()
        .number(
            """
            SELECT count(*) FROM pg_stat_activity
             WHERE datname = current_database() AND wait_event_type = 'Lock'
            """);
  }

  /** How often a transaction of one or the other had to run again. */
  long again() {
    return oneTransactions.again() + otherTransactions.again();
  }

  @Override
  public void close() {
    rig.close();
    oneTransactions.close();
    otherTransactions.close();
  }
}
