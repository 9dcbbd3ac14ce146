package dev.carillon.acceptance.house;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.properties.HasAnnotations;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** What a test may not do. */
final class Tests {

  /** Whole processes keep real time, and tests of them wait for it; all others drive a clock. */
  private static final String IN_REAL_TIME = "dev[.]carillon[.]acceptance[.](crash|product)";

  static final Rule NEVER_SLEEP =
      without(
          "sleep",
          "no test sleeps or parks, but those of whole processes in real time",
          type -> !type.getPackageName().matches(IN_REAL_TIME),
          new Call("sleep()", "java.lang.Thread|.*TimeUnit", "sleep"),
          new Call("park()", "java.util.concurrent.locks.LockSupport", "park.*"));

  static final Rule NEVER_GIVE_UP =
      without(
          "assumptions",
          "no test is skipped by an assumption",
          type -> true,
          new Call("an assumption", ".*Assumptions", ".*"),
          new Call("an abortion", ".*TestAbortedException", "<init>"));

  static final Rule ARE_NEVER_DISABLED =
      new Rule(
          "disabled",
          "no test is disabled, not even on some machines",
          code ->
              code.tests().stream()
                  .filter(Arrows::ours)
                  .flatMap(type -> Stream.concat(Stream.of(type), type.getMethods().stream()))
                  .filter(Tests::disabled)
                  .map(element -> element.getDescription() + " is disabled")
                  .toList());

  private Tests() {}

  private static boolean disabled(HasAnnotations<?> element) {
    return element.getAnnotations().stream()
        .map(annotation -> annotation.getRawType().getName())
        .anyMatch(name -> name.matches("org.junit.jupiter.api.(Disabled|condition[.].*)"));
  }

  private static Rule without(String name, String asks, Predicate<JavaClass> where, Call... calls) {
    return new Rule(
        name,
        asks,
        code ->
            code.tests().stream()
                .filter(Arrows::ours)
                .filter(where)
                .flatMap(type -> faults(type, calls))
                .toList());
  }

  private static Stream<String> faults(JavaClass type, Call... calls) {
    return Stream.of(calls)
        .filter(call -> call.standsIn(type))
        .map(call -> call.name() + " stands in " + type.getName());
  }
}
