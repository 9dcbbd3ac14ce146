package dev.carillon.acceptance.house;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.properties.HasAnnotations;
import java.util.stream.Stream;

/** What a test may not do. */
final class Tests {

  static final Rule NEVER_SLEEP =
      without(
          "sleep", "no test sleeps", new Call("sleep()", "java.lang.Thread|.*TimeUnit", "sleep"));

  static final Rule NEVER_GIVE_UP =
      without(
          "assumptions",
          "no test is skipped by an assumption",
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

  private static Rule without(String name, String asks, Call... calls) {
    return new Rule(
        name,
        asks,
        code ->
            code.tests().stream()
                .filter(Arrows::ours)
                .flatMap(type -> faults(type, calls))
                .toList());
  }

  private static Stream<String> faults(JavaClass type, Call... calls) {
    return Stream.of(calls)
        .filter(call -> call.standsIn(type))
        .map(call -> call.name() + " stands in " + type.getName());
  }
}
