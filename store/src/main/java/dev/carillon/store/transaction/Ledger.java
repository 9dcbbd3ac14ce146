package dev.carillon.store.transaction;

import dev.carillon.core.money.Cost;
import dev.carillon.core.money.Money;
import dev.carillon.core.run.Ending;
import dev.carillon.core.timeline.Reason;
import dev.carillon.engine.store.NewLine;
import dev.carillon.store.json.DetailJson;
import dev.carillon.store.sql.Query;
import dev.carillon.store.sql.Sql;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The rows of {@code ledger}, which are written once. */
final class Ledger {
  private static final Logger log = LoggerFactory.getLogger(Ledger.class);

  private static final String INSERT =
      """
      INSERT INTO ledger (run_id, schedule_id, tenant_no, owner_no, version, kind, reason, state,
             nominal_at, until_at, covers, desired_at, queued_at, started_at, completed_at,
             attempt, epoch, lost, node, target, cost_source, cost_nanos, total_tokens)
      SELECT ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?
       WHERE NOT EXISTS (SELECT 1 FROM live WHERE run_id = ?)
      ON CONFLICT (run_id) DO NOTHING
      """;

  private Ledger() {}

  /** A live run with how it ends, under which epoch, and why it is in the ledger as it is. */
  record Closing(LiveRun run, int epoch, Reason reason, Ending ending) {}

  /** How often the node that ran it was lost, its end included. */
  static int lost(Closing closing) {
    return closing.run().lost() + (closing.reason() == Reason.NODE_LOST ? 1 : 0);
  }

  /** Writes the lines and details of runs that end. */
  static void close(Sql sql, List<Closing> closings, Instant now) throws SQLException {
    var counts = sql.each(INSERT, closings, (query, closing) -> fill(query, closing, now));
    for (var i = 0; i < counts.length; i++) {
      alarmIfThere(counts[i], closings.get(i).run().id().toString());
    }
    sql.each(
        "INSERT INTO run_detail (run_id, detail) VALUES (?, ?) ON CONFLICT (run_id) DO NOTHING",
        closings.stream().filter(closing -> closing.run().started().isPresent()).toList(),
        (query, closing) ->
            query
                .id(closing.run().id().value())
                .text(
                    DetailJson.write(
                        new DetailJson.Detail(closing.run().input(), closing.ending()))));
  }

  /**
   * Writes lines of occurrences that never became runs; answers those that were written, without
   * those whose occurrence is live or has its line already.
   */
  static List<NewLine> add(Sql sql, List<NewLine> lines, Instant now) throws SQLException {
    var counts = sql.each(INSERT, lines, (query, line) -> fill(query, line, now));
    var written = new ArrayList<NewLine>();
    for (var i = 0; i < counts.length; i++) {
      alarmIfThere(counts[i], lines.get(i).id().toString());
      if (counts[i] != 0) {
        written.add(lines.get(i));
      }
    }
    return written;
  }

  /** How many occurrences these lines stand for. */
  static long covered(List<NewLine> lines) {
    return lines.stream().mapToLong(NewLine::covers).sum();
  }

  /**
   * A line that exists already is never written twice; that somebody tried is a fault to look at.
   */
  private static void alarmIfThere(int count, String run) {
    if (count == 0) {
      log.error("line exists already, it stays as it is run={}", run);
    }
  }

  private static void fill(Query query, Closing closing, Instant now) {
    var run = closing.run();
    var usage = closing.ending().answer().usage();
    query
        .id(run.id().value())
        .id(run.schedule().value())
        .integer(run.owner().tenant())
        .integer(run.owner().user())
        .integer(run.version())
        .integer(run.kind().code())
        .text(closing.reason().name())
        .integer(closing.ending().state().code())
        .instant(run.nominal())
        .instant(Optional.empty())
        .number(1)
        .instant(run.desired())
        .instant(run.queued())
        .instant(run.started())
        .instant(now)
        .integer(run.attempt())
        .integer(closing.epoch())
        .integer(lost(closing))
        .number(run.node())
        .text(run.target())
        .text(usage.cost().source())
        .number(usage.cost().known().orElse(Money.ZERO).nanos())
        .number(usage.tokens().total())
        .id(run.id().value());
  }

  private static void fill(Query query, NewLine line, Instant now) {
    var schedule = line.schedule();
    query
        .id(line.id().value())
        .id(schedule.id().value())
        .integer(schedule.owner().tenant())
        .integer(schedule.owner().user())
        .integer(schedule.version())
        .integer(line.kind().code())
        .text(line.reason().name())
        .integer(line.state().code())
        .instant(line.nominal())
        .instant(line.until())
        .number(line.covers())
        .instant(line.desired())
        .instant(Optional.empty())
        .instant(Optional.empty())
        .instant(now)
        .integer(0)
        .integer(0)
        .integer(0)
        .number(OptionalLong.empty())
        .text(LiveRuns.target(schedule.definition().target()))
        .text(Cost.unknown().source())
        .number(0)
        .number(OptionalLong.empty())
        .id(line.id().value());
  }
}
