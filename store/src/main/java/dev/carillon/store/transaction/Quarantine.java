package dev.carillon.store.transaction;

import dev.carillon.core.schedule.Owner;
import dev.carillon.core.schedule.ScheduleId;
import dev.carillon.core.schedule.ScheduleStatus;
import dev.carillon.core.timeline.Clock;
import dev.carillon.engine.store.Deed;
import dev.carillon.engine.store.Halt;
import dev.carillon.store.sql.Sql;
import dev.carillon.store.sql.Transactions;
import dev.carillon.store.sql.Transactions.Lane;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Stops one schedule that is broken, so that the others go on. */
public final class Quarantine {
  private static final Logger log = LoggerFactory.getLogger(Quarantine.class);

  private Quarantine() {}

  /** Stops each active schedule of an owner, one transaction for each. */
  public static void all(Transactions transactions, Owner owner, String why) {
    var active =
        transactions.read(
            Lane.PEOPLE,
            sql ->
                sql.of(
                        """
                        SELECT schedule_id FROM clock
                         WHERE tenant_no = ? AND owner_no = ? AND status = ?
                         ORDER BY schedule_id
                        """)
                    .integer(owner.tenant())
                    .integer(owner.user())
                    .integer(ScheduleStatus.ACTIVE.code())
                    .list(row -> new ScheduleId(row.id("schedule_id"))));
    for (var id : active) {
      transactions.write(Lane.PEOPLE, sql -> ifActive(sql, id, why));
    }
  }

  private static boolean ifActive(Sql sql, ScheduleId id, String why) throws SQLException {
    var clock = Clocks.lock(sql, List.of(id)).get(id);
    if (clock == null || clock.status() != ScheduleStatus.ACTIVE) {
      return false;
    }
    of(sql, clock, 0, why, sql.now());
    return true;
  }

  /**
   * Stops it and tells why.
   *
   * @param clock which is locked
   * @param covered how many instants became a line in this transaction
   */
  static void of(Sql sql, Clock clock, long covered, String why, Instant now) throws SQLException {
    log.error("schedule quarantined schedule={}: {}", clock.schedule(), why);
    Clocks.save(
        sql, clock.at(clock.cursor(), Optional.empty()).with(ScheduleStatus.QUARANTINED), covered);
    Change.saveHalt(sql, clock.schedule(), Optional.of(new Halt(now, "carillon", why)), now);
    Activities.deed(
        sql,
        Change.owner(sql, clock.schedule()),
        clock.schedule(),
        new Deed(Deed.Kind.QUARANTINED, "carillon", why),
        now);
  }
}
