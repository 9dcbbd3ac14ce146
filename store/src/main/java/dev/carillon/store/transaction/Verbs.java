package dev.carillon.store.transaction;

import dev.carillon.core.admission.Gatekeeper;
import dev.carillon.engine.store.CalendarStore;
import dev.carillon.engine.store.ChangeStore;
import dev.carillon.engine.store.ClaimStore;
import dev.carillon.engine.store.NodeStore;
import dev.carillon.engine.store.PlanStore;
import dev.carillon.engine.store.RequestStore;
import dev.carillon.engine.store.RescueStore;
import dev.carillon.engine.store.SettleStore;
import dev.carillon.engine.store.SignalStore;
import dev.carillon.store.sql.Transactions;

/** The transactions of the engine over one database, sharing its compiled schedules. */
public final class Verbs {
  private final Transactions transactions;
  private final Schedules schedules = Schedules.cached();
  private final Schedules uncached = Schedules.uncached();
  private final boolean alone;

  /**
   * @param alone whether only one node can exist at a time
   */
  public Verbs(Transactions transactions, boolean alone) {
    this.transactions = transactions;
    this.alone = alone;
    transactions.whenUndone(schedules::forget);
  }

  /** The compiled schedules, which the queries use too. */
  public Schedules schedules() {
    return schedules;
  }

  public PlanStore plan() {
    return new Plan(transactions, schedules, places(schedules));
  }

  public ClaimStore claim() {
    return new Claim(transactions, schedules, new Closer(places(schedules)));
  }

  public SettleStore settle() {
    return new Settle(transactions, schedules);
  }

  public NodeStore nodes() {
    return new Nodes(transactions, alone);
  }

  public RescueStore rescue() {
    return new Rescue(transactions, schedules);
  }

  public ChangeStore change() {
    return new Change(transactions, uncached, places(uncached));
  }

  public RequestStore request() {
    return new Request(transactions, schedules);
  }

  public CalendarStore calendars() {
    return new NamedCalendars(transactions, uncached, places(uncached));
  }

  public SignalStore signals() {
    return new Signals(transactions, schedules);
  }

  private static Places places(Schedules known) {
    return new Places(known, Gatekeeper::placeFree);
  }
}
