package dev.carillon.acceptance.house;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.carillon.acceptance.repository.Repository;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

class HouseTest {

  private static final List<Rule> RULES =
      List.of(
          Arrows.BETWEEN_MODULES,
          Arrows.BETWEEN_PACKAGES,
          Arrows.A_PLACE_FOR_EACH,
          Arrows.NOT_TO_THE_PARENT,
          Packages.WITHOUT_CYCLES,
          Packages.NULL_MARKED,
          Packages.IN_ITS_MODULE,
          TimeAndChance.IN_ONE_CLASS_EACH,
          TimeAndChance.NEVER_IN_CORE,
          Lengths.OF_METHODS,
          Names.TYPES_SAY_WHAT_THEY_ARE,
          Names.PACKAGES_ARE_WHAT_THE_PRODUCT_DOES,
          Names.NO_GETTERS,
          Tests.NEVER_SLEEP,
          Tests.NEVER_GIVE_UP,
          Tests.ARE_NEVER_DISABLED);

  @TestFactory
  Stream<DynamicTest> the_code_of_all_modules_keeps_every_rule() {
    Code code = Code.ofAllModules();
    assertThat(code.main()).hasSizeGreaterThan(20);
    return RULES.stream()
        .map(rule -> dynamicTest(rule.asks(), () -> assertThat(rule.brokenBy(code)).isEmpty()));
  }

  @TestFactory
  Stream<DynamicTest> every_rule_refuses_its_bad_example_and_nothing_else_in_it() {
    return RULES.stream().map(rule -> dynamicTest(rule.name(), () -> refusesItsExample(rule)));
  }

  private static void refusesItsExample(Rule rule) throws IOException {
    Path room = Repository.emptyFolder("acceptance/target/bad/" + rule.name());
    Example example = Example.layOut(rule.name(), room.resolve("sources"));
    assertThat(example.refused()).isNotEmpty();

    List<String> found = rule.brokenBy(Code.ofExamples(example.files(), room.resolve("classes")));

    assertThat(found.stream().map(example::recognize).toList())
        .containsExactlyInAnyOrderElementsOf(example.refused());
  }
}
