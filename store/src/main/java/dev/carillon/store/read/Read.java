package dev.carillon.store.read;

import dev.carillon.core.run.RunId;
import dev.carillon.core.schedule.ScheduleId;
import dev.carillon.engine.store.Entry;
import dev.carillon.engine.store.Page;
import dev.carillon.engine.store.ReadStore;
import dev.carillon.engine.store.RunRecord;
import dev.carillon.engine.store.Scope;
import dev.carillon.store.sql.Sql;
import dev.carillon.store.sql.Transactions;
import dev.carillon.store.sql.Transactions.Lane;
import dev.carillon.store.transaction.Schedules;
import java.time.Instant;
import java.util.Optional;

/** Reads schedules and runs from either database. Shared by all threads. */
public final class Read implements ReadStore {
  private final Transactions transactions;
  private final Schedules schedules;

  /**
   * @param schedules what is compiled already
   */
  public Read(Transactions transactions, Schedules schedules) {
    this.transactions = transactions;
    this.schedules = schedules;
  }

  @Override
  public Instant now() {
    return transactions.read(Lane.CALLS, Sql::now);
  }

  @Override
  public Page<Entry> schedules(Scope scope, ScheduleQuery query) {
    return transactions.read(
        Lane.PEOPLE, sql -> new ScheduleList(sql, schedules, scope, query).page());
  }

  @Override
  public Optional<Entry> schedule(Scope scope, ScheduleId id) {
    return transactions.read(Lane.PEOPLE, sql -> ScheduleList.find(sql, schedules, scope, id));
  }

  @Override
  public boolean hasLinesOf(Scope scope, ScheduleId id) {
    return transactions.read(Lane.PEOPLE, sql -> RunList.sees(sql, scope, id));
  }

  @Override
  public Page<RunRecord> runs(Scope scope, RunQuery query) {
    return transactions.read(Lane.PEOPLE, sql -> new RunList(sql, scope, query).page());
  }

  @Override
  public Optional<RunRecord> run(Scope scope, RunId id) {
    return transactions.read(Lane.PEOPLE, sql -> RunRows.find(sql, scope, id));
  }
}
