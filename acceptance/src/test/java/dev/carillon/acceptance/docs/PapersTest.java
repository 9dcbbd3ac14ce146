package dev.carillon.acceptance.docs;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import dev.carillon.acceptance.repository.Repository;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What every repository owes its readers, and what it must not tell them. */
class PapersTest {

  /** Written so that these lines do not match themselves. */
  private static final List<Pattern> OF_ONE_MACHINE =
      Stream.of(
              "(?<![\\w.$}*])[/](work|farm|root)[/]\\w",
              "[/]tmp[/](wt|bash_jobs|claude|fresh)\\b",
              "[/]home[/][a-z]+[/]",
              "[/]usr/lib/jvm/[a-z]",
              "(repo|repo1|registry)[.](maven|npmjs|yarnpkg)[.]\\w",
              "(deb|security|snapshot)[.]debian[.]org",
              "(pypi|crates|proxy[.]golang)[.](org|io)\\b")
          .map(Pattern::compile)
          .toList();

  @Test
  void the_licence_is_apache_2() {
    assertThat(Repository.text("LICENSE"))
        .contains("Apache License", "Version 2.0, January 2004", "END OF TERMS AND CONDITIONS");
    assertThat(Repository.text("pom.xml")).contains("<name>Apache-2.0</name>");
  }

  @Test
  void the_changelog_says_what_comes_next() {
    assertThat(Repository.text("CHANGELOG.md")).contains("Keep a Changelog", "## [Unreleased]");
  }

  @Test
  void contributing_is_one_page_and_names_what_is_easy_to_get_wrong() {
    String page = Repository.text("CONTRIBUTING.md");
    assertThat(page).contains("## Easy to get wrong");
    assertThat(page.lines()).hasSizeLessThan(60);
  }

  @Test
  void no_file_tells_of_the_machine_it_was_written_on() {
    List<String> told =
        Repository.files().stream()
            .flatMap(name -> OF_ONE_MACHINE.stream().flatMap(pattern -> found(name, pattern)))
            .toList();
    assertThat(told).isEmpty();
  }

  private static Stream<String> found(String name, Pattern pattern) {
    return pattern.matcher(bytes(name)).results().map(match -> name + ": " + match.group());
  }

  /** Any file reads as Latin-1, a picture too; what is looked for is ASCII. */
  private static String bytes(String name) {
    try {
      return Files.readString(Repository.file(name), ISO_8859_1);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
