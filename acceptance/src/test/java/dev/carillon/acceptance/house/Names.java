package dev.carillon.acceptance.house;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import java.util.Set;
import java.util.stream.Stream;

/** Words that say nothing. */
final class Names {

  private static final Set<String> EMPTY_IN_TYPES =
      Set.of("Manager", "Helper", "Util", "Impl", "Service", "Base", "Abstract");

  private static final Set<String> EMPTY_IN_PACKAGES =
      Set.of(
          "util",
          "utils",
          "helper",
          "helpers",
          "impl",
          "service",
          "services",
          "manager",
          "base",
          "common",
          "model",
          "models",
          "dto",
          "dtos",
          "misc");

  static final Rule TYPES_SAY_WHAT_THEY_ARE =
      new Rule(
          "names",
          "no type is called Manager, Helper, Util, Impl, Service, Base or Abstract",
          code ->
              code.allClasses()
                  .filter(type -> Arrows.ours(type) && !type.isAnonymousClass())
                  .filter(type -> words(type).anyMatch(EMPTY_IN_TYPES::contains))
                  .map(type -> type.getName() + " says nothing")
                  .toList());

  static final Rule PACKAGES_ARE_WHAT_THE_PRODUCT_DOES =
      new Rule(
          "kinds",
          "no package is named for a kind of class",
          code ->
              code.allClasses()
                  .filter(Arrows::ours)
                  .map(JavaClass::getPackageName)
                  .distinct()
                  .filter(
                      name -> Stream.of(name.split("\\.")).anyMatch(EMPTY_IN_PACKAGES::contains))
                  .map(name -> name + " is named for a kind of class")
                  .toList());

  static final Rule NO_GETTERS =
      new Rule(
          "getters",
          "a method that tells something is named for it, without get",
          code ->
              code.main().stream()
                  .filter(Arrows::ours)
                  .flatMap(type -> type.getMethods().stream())
                  .filter(method -> method.getName().matches("get[A-Z].*") && !inherited(method))
                  .map(method -> method.getFullName() + " begins with get")
                  .toList());

  private Names() {}

  private static Stream<String> words(JavaClass type) {
    return Stream.of(type.getSimpleName().split("(?=[A-Z])"))
        .map(word -> word.replaceAll("s$", ""));
  }

  /** Whether a type above names the method, so that we had no choice. */
  private static boolean inherited(JavaMethod method) {
    JavaClass owner = method.getOwner();
    return Stream.concat(
            owner.getAllRawSuperclasses().stream(), owner.getAllRawInterfaces().stream())
        .map(JavaClass::getMethods)
        .flatMap(Set::stream)
        .map(JavaMethod::getName)
        .toList()
        .contains(method.getName());
  }
}
