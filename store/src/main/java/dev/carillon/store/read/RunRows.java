package dev.carillon.store.read;

import dev.carillon.core.run.RunId;
import dev.carillon.core.run.RunState;
import dev.carillon.core.run.TriggerKind;
import dev.carillon.core.run.Usage;
import dev.carillon.core.schedule.ScheduleId;
import dev.carillon.core.timeline.Reason;
import dev.carillon.engine.store.RunRecord;
import dev.carillon.store.json.DetailJson;
import dev.carillon.store.json.DetailJson.Detail;
import dev.carillon.store.sql.Row;
import java.sql.SQLException;
import java.util.Optional;

/** Reads a run as people see it. */
final class RunRows {
  private RunRows() {}

  static RunRecord read(Row row) throws SQLException {
    var state = RunState.of(row.integer("state"));
    var detail = row.textIfAny("detail").map(text -> DetailJson.read(text, state));
    return new RunRecord(
        new RunId(row.id("run_id")),
        new ScheduleId(row.id("schedule_id")),
        row.text("schedule_name"),
        row.text("target"),
        TriggerKind.of(row.integer("kind")),
        state,
        Reason.valueOf(row.text("reason")),
        new RunRecord.Times(
            row.instantIfAny("nominal_at"),
            row.instant("desired_at"),
            row.instantIfAny("queued_at"),
            row.instantIfAny("started_at"),
            row.instantIfAny("completed_at")),
        row.instantIfAny("until_at"),
        row.number("covers"),
        row.integer("version"),
        row.integer("attempt"),
        row.integer("epoch"),
        row.textIfAny("node_name"),
        query(row, detail),
        detail.map(RunRows::result),
        detail.map(one -> one.ending().answer().usage()).orElse(Usage.NONE));
  }

  /** What was asked: a live run's own row knows it, an ended one's detail. */
  private static Optional<String> query(Row row, Optional<Detail> detail) throws SQLException {
    var live = row.textIfAny("message");
    return live.isPresent() ? live : detail.map(one -> one.input().message());
  }

  private static RunRecord.Result result(Detail detail) {
    var ending = detail.ending();
    return new RunRecord.Result(
        ending.failure(),
        ending.message(),
        ending.answer().text(),
        ending.answer().sessionId(),
        ending.answer().toolCalls());
  }
}
