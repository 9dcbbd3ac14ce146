package dev.carillon.acceptance.house;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.Stream;

/** Which module may use which, and which package inside a module. */
final class Arrows {

  /** A module (key) may use these modules, beside itself. */
  static final Map<String, Set<String>> MODULES =
      Map.ofEntries(
          Map.entry("core", Set.of()),
          Map.entry("engine", Set.of("core")),
          Map.entry("store", Set.of("core", "engine")),
          Map.entry("targets", Set.of("core", "engine")),
          Map.entry("temporal", Set.of("core", "engine")),
          Map.entry("api", Set.of()),
          Map.entry("server", Set.of("core", "engine", "store", "targets", "temporal", "api")),
          Map.entry("cli", Set.of("core", "api")),
          Map.entry("web", Set.of()),
          Map.entry("app", Set.of("server", "cli", "web")),
          Map.entry("bench", Set.of("core", "engine", "store", "targets", "api", "server")),
          Map.entry("testkit", Set.of("core", "engine")));

  /**
   * Inside these modules a package may use the ones before it; the module's own package is last.
   */
  static final Map<String, List<String>> PACKAGES =
      Map.of(
          "core",
          List.of(
              "time",
              "cron",
              "recurrence",
              "calendar",
              "schedule",
              "timeline",
              "money",
              "run",
              "gate",
              "admission",
              "simulation"),
          "engine",
          List.of(
              "access",
              "store",
              "target",
              "clock",
              "plan",
              "claim",
              "dispatch",
              "settle",
              "rescue",
              "change",
              "request",
              "signal",
              "audit",
              "activity"),
          "store",
          List.of(
              "sql",
              "json",
              "migration",
              "sqlite",
              "postgres",
              "transaction",
              "access",
              "agents",
              "activity",
              "read"),
          "server",
          List.of(
              "tls",
              "http",
              "configuration",
              "auth",
              "access",
              "calendars",
              "schedules",
              "runs",
              "agents",
              "workflows",
              "budgets",
              "activity",
              "events",
              "health",
              "mcp",
              "pages",
              "faces"));

  static final Rule BETWEEN_MODULES =
      rule("arrows", "a module uses only the modules that the table allows", Arrows::foreign);

  static final Rule BETWEEN_PACKAGES =
      rule("order", "a package uses only packages that stand before it", Arrows::backward);

  static final Rule NOT_TO_THE_PARENT =
      rule("parent", "a child package never imports its parent", Arrows::upward);

  static final Rule A_PLACE_FOR_EACH =
      new Rule(
          "place",
          "a package of an ordered module has a place in the order",
          code ->
              code.main().stream()
                  .filter(type -> ours(type) && PACKAGES.containsKey(module(type)))
                  .filter(type -> place(PACKAGES.getOrDefault(module(type), List.of()), type) < 0)
                  .map(type -> type.getName() + " is in a package without a place")
                  .toList());

  private static final String PRODUCT = "dev.carillon.";

  private Arrows() {}

  /** The module of a class of ours: the word after {@code dev.carillon}. */
  static String module(JavaClass type) {
    return inside(type).split("\\.", -1)[0];
  }

  static boolean ours(JavaClass type) {
    return type.getPackageName().startsWith(PRODUCT);
  }

  private static Rule rule(
      String name, String asks, BiFunction<JavaClass, JavaClass, Optional<String>> fault) {
    return new Rule(
        name,
        asks,
        code -> code.main().stream().filter(Arrows::ours).flatMap(t -> faults(t, fault)).toList());
  }

  private static Stream<String> faults(
      JavaClass user, BiFunction<JavaClass, JavaClass, Optional<String>> fault) {
    return user.getDirectDependenciesFromSelf().stream()
        .map(Dependency::getTargetClass)
        .map(JavaClass::getBaseComponentType)
        .filter(Arrows::ours)
        .distinct()
        .flatMap(used -> fault.apply(user, used).stream())
        .map(why -> user.getName() + " " + why);
  }

  private static Optional<String> foreign(JavaClass user, JavaClass used) {
    boolean allowed =
        module(user).equals(module(used))
            || MODULES.getOrDefault(module(user), Set.of()).contains(module(used));
    return when(!allowed, "uses " + used.getName() + " of module " + module(used));
  }

  private static Optional<String> backward(JavaClass user, JavaClass used) {
    List<String> order = PACKAGES.getOrDefault(module(user), List.of());
    if (order.isEmpty() || !module(user).equals(module(used))) {
      return Optional.empty();
    }
    int place = place(order, user);
    return when(
        place >= 0 && place(order, used) > place,
        "uses " + used.getName() + ", which stands after it");
  }

  /** A package's place in its module's order, -1 for one that has none. */
  private static int place(List<String> order, JavaClass type) {
    String[] words = inside(type).split("\\.", -1);
    return words.length == 1 ? order.size() : order.indexOf(words[1]);
  }

  private static Optional<String> upward(JavaClass user, JavaClass used) {
    return when(
        user.getPackageName().startsWith(used.getPackageName() + "."),
        "uses " + used.getName() + " of a package around its own");
  }

  private static Optional<String> when(boolean broken, String why) {
    return broken ? Optional.of(why) : Optional.empty();
  }

  private static String inside(JavaClass type) {
    return type.getPackageName().substring(PRODUCT.length());
  }
}
