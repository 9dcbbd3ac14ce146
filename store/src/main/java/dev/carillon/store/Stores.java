package dev.carillon.store;

import dev.carillon.engine.store.AccessStore;
import dev.carillon.engine.store.ActivityStore;
import dev.carillon.engine.store.AgentStore;
import dev.carillon.engine.store.CalendarStore;
import dev.carillon.engine.store.ChangeStore;
import dev.carillon.engine.store.ClaimStore;
import dev.carillon.engine.store.NodeStore;
import dev.carillon.engine.store.PlanStore;
import dev.carillon.engine.store.ReadStore;
import dev.carillon.engine.store.RequestStore;
import dev.carillon.engine.store.RescueStore;
import dev.carillon.engine.store.SettleStore;
import dev.carillon.engine.store.SignalStore;
import dev.carillon.engine.store.Store;
import dev.carillon.store.access.Access;
import dev.carillon.store.activity.Activities;
import dev.carillon.store.activity.StreamOrder;
import dev.carillon.store.agents.Agents;
import dev.carillon.store.postgres.PostgresSettings;
import dev.carillon.store.postgres.PostgresTransactions;
import dev.carillon.store.read.Read;
import dev.carillon.store.sql.Transactions;
import dev.carillon.store.sqlite.SqliteTransactions;
import dev.carillon.store.transaction.Verbs;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Optional;

/** Opens the stores. Both bring their tables to this version first. */
public final class Stores {
  private Stores() {}

  /** The embedded store in this folder, which no other process may use until it is closed. */
  public static Store sqlite(Path folder, InstantSource clock) {
    return open(SqliteTransactions.open(folder, clock), true);
  }

  /**
   * The store of a cluster.
   *
   * @param clock in place of the database's own, for tests
   */
  public static Store postgres(PostgresSettings settings, Optional<InstantSource> clock) {
    return open(PostgresTransactions.open(settings, clock), false);
  }

  private static Store open(Transactions transactions, boolean alone) {
    var verbs = new Verbs(transactions, alone);
    return new Opened(
        transactions,
        verbs.plan(),
        verbs.claim(),
        verbs.settle(),
        verbs.nodes(),
        verbs.rescue(),
        verbs.change(),
        verbs.request(),
        verbs.signals(),
        new Read(transactions, verbs.schedules()),
        new Agents(transactions),
        verbs.calendars(),
        new Activities(transactions, alone ? StreamOrder.BY_NUMBER : StreamOrder.BY_TRANSACTION),
        new Access(transactions));
  }

  /** A store with its parts in hand. */
  private record Opened(
      Transactions transactions,
      PlanStore plan,
      ClaimStore claim,
      SettleStore settle,
      NodeStore nodes,
      RescueStore rescue,
      ChangeStore change,
      RequestStore request,
      SignalStore signals,
      ReadStore read,
      AgentStore agents,
      CalendarStore calendars,
      ActivityStore activity,
      AccessStore access)
      implements Store {
    @Override
    public void close() {
      transactions.close();
    }
  }
}
