package dev.carillon.store.transaction;

import dev.carillon.core.run.RunState;
import dev.carillon.core.schedule.Owner;
import dev.carillon.core.schedule.ScheduleId;
import dev.carillon.engine.store.Deed;
import dev.carillon.engine.store.NewLine;
import dev.carillon.store.sql.Sql;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The rows of {@code activity}, which are only ever appended, in the transaction of their deed. */
final class Activities {
  private static final String INSERT =
      """
      INSERT INTO activity (tenant_no, owner_no, at, type, schedule_id, run_id, actor, note)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?)
      """;

  /** What the engine does by itself, it does under this name. */
  private static final String ENGINE = "carillon";

  private Activities() {}

  /** What somebody did to a schedule. */
  static void deed(Sql sql, Owner owner, ScheduleId schedule, Deed deed, Instant now)
      throws SQLException {
    sql.of(INSERT)
        .integer(owner.tenant())
        .integer(owner.user())
        .instant(now)
        .text(deed.kind().type())
        .id(schedule.value())
        .id(Optional.empty())
        .text(deed.actor())
        .text(deed.note())
        .update();
  }

  /** That runs have ended. */
  static void ended(Sql sql, List<Ledger.Closing> closings, Instant now) throws SQLException {
    sql.each(
        INSERT,
        closings,
        (query, closing) ->
            query
                .integer(closing.run().owner().tenant())
                .integer(closing.run().owner().user())
                .instant(now)
                .text(type(closing.ending().state()))
                .id(closing.run().schedule().value())
                .id(closing.run().id().value())
                .text(ENGINE)
                .text(closing.ending().message().orElse("")));
  }

  /** That occurrences did not run. */
  static void lines(Sql sql, List<NewLine> lines, Instant now) throws SQLException {
    sql.each(
        INSERT,
        lines,
        (query, line) ->
            query
                .integer(line.schedule().owner().tenant())
                .integer(line.schedule().owner().user())
                .instant(now)
                .text(type(line.state()))
                .id(line.schedule().id().value())
                .id(line.id().value())
                .text(ENGINE)
                .text(line.reason().name().toLowerCase(Locale.ROOT)));
  }

  private static String type(RunState state) {
    return switch (state) {
      case SUCCEEDED -> "carillon.run.completed";
      case FAILED -> "carillon.run.failed";
      case TIMED_OUT -> "carillon.run.timed_out";
      case CANCELLED -> "carillon.run.cancelled";
      case UNKNOWN -> "carillon.run.unknown";
      case SKIPPED -> "carillon.run.skipped";
      case MISSED -> "carillon.run.missed";
      case PENDING, QUEUED, RUNNING, AWAITING_APPROVAL ->
          throw new IllegalArgumentException("a run does not end as " + state.word());
    };
  }
}
