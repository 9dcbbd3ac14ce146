package dev.carillon.acceptance.house;

import com.tngtech.archunit.core.domain.JavaClass;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Where time and chance come in, so that everything behind can be driven by hand. */
final class TimeAndChance {

  private static final List<Call> CALLS =
      List.of(
          new Call("Instant.now()", "java.time.Instant", "now"),
          new Call("the system's clock", "java.time.(Clock|InstantSource)", "system.*"),
          new Call("a date of now", "java.time.(Local|Zoned|Offset|Year).*", "now"),
          new Call("new Date()", "java.util.Date", "<init>"),
          new Call("currentTimeMillis()", "java.lang.System", "currentTimeMillis"),
          new Call("nanoTime()", "java.lang.System", "nanoTime"),
          new Call("sleep()", "java.lang.Thread|java.util.concurrent.TimeUnit", "sleep"),
          new Call("randomUUID()", "java.util.UUID", "randomUUID"),
          new Call("ThreadLocalRandom", "java.util.concurrent.ThreadLocalRandom", "current"),
          new Call("SecureRandom", "java.security.SecureRandom", "<init>|getInstance.*"),
          new Call("new Random()", "java.util.(Splittable)?Random", "<init>"),
          new Call("Math.random()", "java.lang.Math", "random"));

  /** The modules that the jar is made of; testkit and bench are not the product. */
  private static final Set<String> PRODUCT =
      Set.of("core", "engine", "store", "targets", "temporal", "api", "server", "cli", "app");

  static final Rule IN_ONE_CLASS_EACH =
      new Rule(
          "time",
          "each way to ask for time or chance, or to sleep, stands in one class of the product",
          code ->
              CALLS.stream()
                  .filter(call -> callers(code, call, PRODUCT).size() > 1)
                  .map(call -> call.name() + " stands in " + callers(code, call, PRODUCT))
                  .toList());

  static final Rule NEVER_IN_CORE =
      new Rule(
          "core",
          "core asks neither for time nor for chance, and never sleeps",
          code ->
              CALLS.stream()
                  .filter(call -> !callers(code, call, Set.of("core")).isEmpty())
                  .map(call -> call.name() + " stands in " + callers(code, call, Set.of("core")))
                  .toList());

  private TimeAndChance() {}

  private static Set<String> callers(Code code, Call call, Set<String> modules) {
    return code.main().stream()
        .filter(type -> Arrows.ours(type) && modules.contains(Arrows.module(type)))
        .filter(call::standsIn)
        .map(type -> outermost(type).getName())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static JavaClass outermost(JavaClass type) {
    return Stream.iterate(type, each -> each.getEnclosingClass().orElse(each))
        .filter(each -> each.getEnclosingClass().isEmpty())
        .findFirst()
        .orElse(type);
  }
}
