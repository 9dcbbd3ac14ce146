package dev.carillon.acceptance.house;

import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClass;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.NullMarked;

/** What every package is. */
final class Packages {

  static final Rule WITHOUT_CYCLES =
      new Rule(
          "cycles",
          "no two packages use each other, not even by way of others",
          code ->
              slices()
                  .matching("dev.carillon.(**)")
                  .should()
                  .beFreeOfCycles()
                  .allowEmptyShould(true)
                  .evaluate(code.main())
                  .getFailureReport()
                  .getDetails());

  static final Rule NULL_MARKED =
      new Rule(
          "marked",
          "every package is @NullMarked",
          code ->
              code.main().stream()
                  .filter(Arrows::ours)
                  .map(JavaClass::getPackage)
                  .distinct()
                  .filter(each -> !each.isAnnotatedWith(NullMarked.class))
                  .map(each -> each.getName() + " is not @NullMarked in a package-info.java")
                  .toList());

  static final Rule IN_ITS_MODULE =
      new Rule(
          "home",
          "a module's code lies in the package that bears its name",
          code ->
              code.sources().stream()
                  .filter(Packages::misplaced)
                  .map(file -> file + " lies outside its module's package")
                  .toList());

  private static final Pattern PLACE =
      Pattern.compile(".*/([a-z]+)/src/(?:main|test)/java/(.*)/[^/]*");

  private Packages() {}

  private static boolean misplaced(Path file) {
    Matcher place = PLACE.matcher(file.toString());
    return place.matches()
        && !(place.group(2) + "/").startsWith("dev/carillon/" + place.group(1) + "/");
  }
}
