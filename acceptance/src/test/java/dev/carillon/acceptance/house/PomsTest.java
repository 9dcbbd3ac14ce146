package dev.carillon.acceptance.house;

import static org.assertj.core.api.Assertions.assertThat;

import dev.carillon.acceptance.repository.Repository;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The poms draw the same arrows, so that a wrong one does not even compile. */
class PomsTest {

  private static final Pattern DEPENDENCY =
      Pattern.compile(
          "<dependency>\\s*<groupId>dev.carillon</groupId>\\s*"
              + "<artifactId>carillon-([a-z]+)</artifactId>\\s*(<scope>test</scope>)?");

  private static final String EVERYTHING = "acceptance";

  @Test
  void every_module_has_a_row_in_the_table() {
    assertThat(Arrows.MODULES.keySet())
        .containsAll(Repository.modules().stream().filter(m -> !m.equals(EVERYTHING)).toList());
  }

  @Test
  void a_pom_asks_for_allowed_modules_only() {
    assertThat(Repository.modules())
        .filteredOn(module -> !module.equals(EVERYTHING))
        .allSatisfy(module ->
            assertThat(Arrows.MODULES.getOrDefault(module, Set.of()))
                .containsAll(modulesOf(module, false)));
  }

  @Test
  void testkit_is_for_tests() {
    assertThat(Repository.modules())
        .filteredOn(module -> !module.equals(EVERYTHING))
        .allSatisfy(module -> assertThat(modulesOf(module, true)).isSubsetOf("testkit"));
  }

  private static List<String> modulesOf(String module, boolean forTests) {
    Stream<MatchResult> found = DEPENDENCY.matcher(Repository.text(module + "/pom.xml")).results();
    return found
        .filter(match -> (match.group(2) != null) == forTests)
        .map(match -> match.group(1))
        .toList();
  }
}
