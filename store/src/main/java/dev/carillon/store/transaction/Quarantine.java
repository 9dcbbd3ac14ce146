package dev.carillon.store.transaction;

import dev.carillon.core.schedule.ScheduleStatus;
import dev.carillon.core.timeline.Clock;
import dev.carillon.engine.store.Deed;
import dev.carillon.engine.store.Halt;
import dev.carillon.store.sql.Sql;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Stops one schedule that is broken, so that the others go on. */
final class Quarantine {
  private static final Logger log = LoggerFactory.getLogger(Quarantine.class);

  private Quarantine() {}

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
