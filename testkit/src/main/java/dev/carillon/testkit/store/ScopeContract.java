package dev.carillon.testkit.store;

import static dev.carillon.testkit.store.Sample.DONE;
import static dev.carillon.testkit.store.Sample.EVERY_FIVE;
import static dev.carillon.testkit.store.Trial.MINE;
import static dev.carillon.testkit.store.Trial.at;
import static org.assertj.core.api.Assertions.assertThat;

import dev.carillon.core.run.RunId;
import dev.carillon.core.schedule.EventFilter;
import dev.carillon.core.schedule.OverlapPolicy;
import dev.carillon.core.schedule.ScheduleId;
import dev.carillon.core.schedule.Trigger;
import dev.carillon.engine.store.Agent;
import dev.carillon.engine.store.Change;
import dev.carillon.engine.store.ChangeStore.Changed;
import dev.carillon.engine.store.Page;
import dev.carillon.engine.store.RequestStore.Request;
import dev.carillon.engine.store.RequestStore.RequestKey;
import dev.carillon.engine.store.RequestStore.Requested;
import dev.carillon.engine.store.Scope;
import dev.carillon.engine.store.SignalStore.Event;
import dev.carillon.engine.store.Store;
import java.lang.reflect.Method;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** That what belongs to others looks absent, in every method that takes a scope. */
public interface ScopeContract {

  /** A store that is empty. */
  StoreRig rig();

  @Test
  default void what_belongs_to_others_looks_absent_in_every_method() {
    var rows = Rows.of(new Trial(rig()));
    var sights = rows.sights();
    assertThat(sights.keySet())
        .as("a sight for each method that takes a scope")
        .isEqualTo(scopedMethods());
    var strangers =
        List.of(
            new Scope(1, OptionalInt.of(2)),
            new Scope(2, OptionalInt.empty()),
            new Scope(2, OptionalInt.of(1)),
            new Scope(2, OptionalInt.of(3)));
    for (var stranger : strangers) {
      sights.forEach((name, sight) ->
          assertThat(sight.seen(rows.store(), stranger)).as("%s for %s", name, stranger).isFalse());
    }
    for (var friend : List.of(new Scope(1, OptionalInt.empty()), MINE)) {
      var again = Rows.of(new Trial(rig()));
      again
          .sights()
          .forEach((name, sight) ->
              assertThat(sight.seen(again.store(), friend)).as("%s for %s", name, friend).isTrue());
    }
  }

  private static Set<String> scopedMethods() {
    return Arrays.stream(Store.class.getMethods())
        .map(Method::getReturnType)
        .filter(Class::isInterface)
        .flatMap(port -> Arrays.stream(port.getMethods()))
        .filter(method -> Arrays.asList(method.getParameterTypes()).contains(Scope.class))
        .map(method -> method.getDeclaringClass().getSimpleName() + "." + method.getName())
        .collect(Collectors.toSet());
  }

  /** Whether a scope sees what a method is asked for, or changes it. */
  @FunctionalInterface
  interface Sight {
    boolean seen(Store store, Scope scope);
  }

  /** One row of each kind, all of one owner. */
  record Rows(Store store, ScheduleId schedule, RunId run) {
    static Rows of(Trial trial) {
      AccessContract.People.founded(trial.rig());
      var schedule =
          trial.create(Sample.definition(EVERY_FIVE, Sample.overlap(OverlapPolicy.ALLOW)));
      var ended = trial.start(5);
      trial.settle(DONE, ended);
      trial.start(5);
      trial
          .store()
          .agents()
          .save(
              new Agent(
                  Trial.OWNER,
                  "researcher",
                  Optional.empty(),
                  Duration.ofSeconds(5),
                  at(0),
                  at(0)));
      trial.save(CalendarContract.covering(LocalDate.EPOCH));
      return new Rows(trial.store(), schedule, ended.id());
    }

    /** Readers before those that take away what they ask for. */
    Map<String, Sight> sights() {
      var sights = new LinkedHashMap<String, Sight>();
      sights.putAll(readers());
      sights.put(
          "AccessStore.revokeKey", (any, scope) -> any.access().revokeKey(scope, "first", at(9)));
      sights.put(
          "ChangeStore.change",
          (any, scope) ->
              !(any.change()
                      .change(
                          scope,
                          schedule,
                          OptionalInt.empty(),
                          (entry, now, stored) -> new Change.Leave())
                  instanceof Changed.NotFound));
      sights.put(
          "RequestStore.request",
          (any, scope) ->
              !(any.request()
                      .request(
                          scope,
                          schedule,
                          new RequestKey("k", true, ""),
                          (entry, now, stored) -> new Request.Refuse("no"))
                  instanceof Requested.NotFound));
      var waiting = Sample.due(new Trigger.Event("deployed", EventFilter.ALL));
      var listener = Sample.create(store, Trial.OWNER, "waiting", waiting);
      sights.put("SignalStore.publish", (any, scope) -> reaches(any, scope, listener));
      return sights;
    }

    private Map<String, Sight> readers() {
      var sights = new LinkedHashMap<String, Sight>();
      sights.put(
          "ReadStore.schedules",
          (any, scope) -> any(any.read().schedules(scope, Asked.schedules(Asked.first(9)))));
      sights.put(
          "ReadStore.schedule", (any, scope) -> any.read().schedule(scope, schedule).isPresent());
      sights.put("ReadStore.hasLinesOf", (any, scope) -> any.read().hasLinesOf(scope, schedule));
      sights.put(
          "ReadStore.runs",
          (any, scope) ->
              any(any.read().runs(scope, Asked.runs().query()))
                  || any(any.read().runs(scope, Asked.runs().of(schedule).everyLine().query())));
      sights.put("ReadStore.run", (any, scope) -> any.read().run(scope, run).isPresent());
      sights.put(
          "AgentStore.find", (any, scope) -> any.agents().find(scope, "researcher").isPresent());
      sights.put("AgentStore.list", (any, scope) -> !any.agents().list(scope).isEmpty());
      sights.put(
          "CalendarStore.find", (any, scope) -> any.calendars().find(scope, "days").isPresent());
      sights.put("CalendarStore.list", (any, scope) -> !any.calendars().list(scope).isEmpty());
      sights.put(
          "ActivityStore.after", (any, scope) -> !any.activity().after(scope, 0, 9).isEmpty());
      sights.put(
          "ActivityStore.before",
          (any, scope) -> !any.activity().before(scope, Long.MAX_VALUE, 9).isEmpty());
      sights.put("AccessStore.key", (any, scope) -> any.access().key(scope, "first").isPresent());
      sights.put("AccessStore.keys", (any, scope) -> !any.access().keys(scope).isEmpty());
      return sights;
    }

    private static boolean reaches(Store store, Scope scope, ScheduleId listener) {
      var event = new Event(Trial.OWNER, "deployed", scope.toString(), "{}");
      return store.signals().publish(scope, event, one -> one.id().equals(listener)).schedules()
          > 0;
    }

    private static boolean any(Page<?> page) {
      return !page.items().isEmpty() || page.total() > 0;
    }
  }
}
