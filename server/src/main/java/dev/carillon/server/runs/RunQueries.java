package dev.carillon.server.runs;

import dev.carillon.core.run.RunId;
import dev.carillon.core.run.RunState;
import dev.carillon.core.run.TriggerKind;
import dev.carillon.core.schedule.ScheduleId;
import dev.carillon.core.timeline.Reason;
import dev.carillon.engine.store.Page;
import dev.carillon.engine.store.ReadStore.RunQuery;
import dev.carillon.engine.store.ReadStore.Slice;
import dev.carillon.engine.store.RunRecord;
import dev.carillon.server.http.Choice;
import dev.carillon.server.http.Ids;
import dev.carillon.server.http.Paging;
import dev.carillon.server.http.Refusal;
import dev.carillon.server.http.Request;
import dev.carillon.server.schedules.StateWords;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Which runs are asked for, and where the next page of them begins. */
final class RunQueries {
  private static final String TOKEN = "run ";
  private static final Pattern COMMAS = Pattern.compile(",");
  private static final Set<RunState> NEVER_RAN = Set.of(RunState.SKIPPED, RunState.MISSED);

  private RunQueries() {}

  /** Runs of one schedule. */
  static RunQuery runs(Request request, ScheduleId schedule, Paging paging) {
    return query(request, Optional.of(schedule), paging, false);
  }

  /** Every line of one schedule. */
  static RunQuery ledger(Request request, ScheduleId schedule, Paging paging) {
    return query(request, Optional.of(schedule), paging, true);
  }

  /** Runs of all schedules; of one when the query names it. */
  static Optional<RunQuery> all(Request request, Paging paging) {
    var named = request.query("schedule_id").filter(text -> !text.isEmpty());
    var schedule = named.flatMap(Ids::uuid).map(ScheduleId::new);
    return named.isPresent() && schedule.isEmpty()
        ? Optional.empty()
        : Optional.of(query(request, schedule, paging, false));
  }

  static Optional<String> next(Page<RunRecord> page) {
    return page.more()
        ? Optional.of(Paging.token(TOKEN + page.items().getLast().id()))
        : Optional.empty();
  }

  /** Where a state or a reason of lines that did not run is named, they are asked for. */
  private static RunQuery query(
      Request request, Optional<ScheduleId> schedule, Paging paging, boolean everyLine) {
    var states = request.query("status").map(RunQueries::states).orElse(List.of());
    var reason =
        request.query("reason").map(word -> Choice.ofParameter(Reason.class, "reason", word));
    var kind =
        request
            .query("trigger_type")
            .map(word -> Choice.ofParameter(TriggerKind.class, "trigger_type", word));
    return new RunQuery(
        schedule,
        request.query("agent").filter(name -> !name.isEmpty()),
        states,
        reason,
        kind,
        request.queryTime("from"),
        request.queryTime("to"),
        everyLine || reason.isPresent() || states.stream().anyMatch(NEVER_RAN::contains),
        new Slice<>(paging.token().map(RunQueries::key), paging.offset(), paging.size()));
  }

  private static List<RunState> states(String words) {
    return COMMAS.splitAsStream(words).map(RunQueries::state).distinct().toList();
  }

  private static RunState state(String word) {
    return StateWords.named(word)
        .orElseThrow(() ->
            Refusal.ofParameter(
                "status", "status " + word + " is not known; it is one of: " + StateWords.all()));
  }

  private static RunId key(String plain) {
    if (!plain.startsWith(TOKEN)) {
      throw Paging.notOurs();
    }
    return Ids.uuid(plain.substring(TOKEN.length())).map(RunId::new).orElseThrow(Paging::notOurs);
  }
}
