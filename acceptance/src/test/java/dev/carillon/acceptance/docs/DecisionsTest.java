package dev.carillon.acceptance.docs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.carillon.acceptance.repository.Repository;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The decision records in {@code docs/adr}. */
class DecisionsTest {

  private static final Pattern HEADING = Pattern.compile("^#+ .*$", Pattern.MULTILINE);

  private final List<String> records =
      Repository.files().stream().filter(name -> name.startsWith("docs/adr/")).sorted().toList();

  @Test
  void decisions_are_numbered_without_a_gap() {
    assertThat(records)
        .hasSizeGreaterThan(4)
        .allMatch(n -> n.matches("docs/adr/\\d{4}-[a-z-]+.md"));
    assertThat(records.stream().map(name -> Integer.parseInt(name.substring(9, 13))).toList())
        .isEqualTo(IntStream.rangeClosed(1, records.size()).boxed().toList());
  }

  @Test
  void each_decision_says_status_context_decision_and_consequences() {
    assertThat(records)
        .allSatisfy(name ->
            assertThat(headings(Repository.text(name)))
                .satisfies(
                    all -> assertThat(all.getFirst()).matches("# " + number(name) + "\\. .+"))
                .endsWith("## Status", "## Context", "## Decision", "## Consequences"));
  }

  private static List<String> headings(String text) {
    return HEADING.matcher(text).results().map(match -> match.group()).toList();
  }

  private static int number(String name) {
    return Integer.parseInt(name.substring(9, 13));
  }
}
