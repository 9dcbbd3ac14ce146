package dev.carillon.bench.start;

import dev.carillon.core.cron.CronExpression;
import dev.carillon.core.cron.CronParse;
import dev.carillon.core.cron.CronTimes;
import dev.carillon.core.cron.DstPolicy;
import dev.carillon.core.schedule.Definition;
import dev.carillon.core.schedule.Heading;
import dev.carillon.core.schedule.Input;
import dev.carillon.core.schedule.Owner;
import dev.carillon.core.schedule.Policies;
import dev.carillon.core.schedule.ScheduleId;
import dev.carillon.core.schedule.Target;
import dev.carillon.core.schedule.Trigger;
import dev.carillon.engine.plan.PlanRules;
import dev.carillon.engine.store.ChangeStore.Draft;
import dev.carillon.engine.store.Store;
import dev.carillon.store.Stores;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.UUID;
import java.util.concurrent.Executors;

/** Fills a data folder with schedules that are not due while anybody measures: each New Year. */
final class StoredSchedules {
  private static final String EACH_NEW_YEAR = "0 0 1 1 *";
  private static final int THREADS = 64;

  private StoredSchedules() {}

  /** Adds so many schedules; the writer commits those of many threads in groups. */
  static void add(Path data, int count) {
    try (var store = Stores.sqlite(data, InstantSource.system());
        var threads = Executors.newFixedThreadPool(THREADS)) {
      for (var i = 0; i < count; i++) {
        var number = i;
        threads.execute(() -> create(store, number));
      }
    }
  }

  private static void create(Store store, int number) {
    var definition =
        new Definition(
            new Trigger.Cron(CronTimes.of(cron(), ZoneOffset.UTC, DstPolicy.DEFAULT)),
            new Target.Agent("echo"),
            new Input("a happy new year", Input.NO_CONTEXT),
            Policies.DEFAULT);
    var heading = new Heading("schedule " + number, "", List.of(), Map.of());
    var id = new ScheduleId(new UUID(0, number));
    store
        .change()
        .create(
            new Draft(id, new Owner(1, 1), heading, definition, "bench"),
            OptionalInt.empty(),
            PlanRules::begun);
  }

  private static CronExpression cron() {
    return switch (CronExpression.parse(EACH_NEW_YEAR)) {
      case CronParse.Parsed(var expression) -> expression;
      case CronParse.Refused refused -> throw new IllegalStateException(refused.message());
    };
  }
}
