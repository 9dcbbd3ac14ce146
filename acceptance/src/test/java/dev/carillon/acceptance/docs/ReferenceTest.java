package dev.carillon.acceptance.docs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.carillon.acceptance.repository.Repository;
import dev.carillon.server.configuration.Setting;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The pages of reference that are made of the code's own lists. */
class ReferenceTest {

  private static final String HEAD =
      """
      # Configuration

      Everything that a server can be told, as its own code lists it. A flag counts before the environment, that before the
      file, and that before the default; `carillon config print` shows what holds now and where it was set.

      The file is the YAML file that `--config` (or `CARILLON_CONFIG`) names, else `carillon.yaml` in the working directory
      if there is one; it has one line for each setting, such as `port: 8080`. A setting that is marked as a secret is never
      shown, and may stand in a file of its own, named by the variable with `_FILE` or the key with `_file` at its end.

      | key in the file | variable | flag | default | meaning |
      |---|---|---|---|---|
      """;

  @Test
  void the_page_of_configuration_is_the_list_of_settings() throws IOException {
    String rows =
        Arrays.stream(Setting.values()).map(ReferenceTest::row).collect(Collectors.joining());
    same("docs/reference/configuration.md", HEAD + rows);
  }

  @Test
  void the_page_about_time_is_what_the_engine_computes() throws IOException {
    same("docs/reference/time.md", TimeText.page());
  }

  private static String row(Setting setting) {
    return "| `%s` | `%s` | %s | %s | %s%s |%n"
        .formatted(
            setting.key(),
            setting.variable(),
            setting.flag().map(ReferenceTest::code).orElse(""),
            setting.standard().map(ReferenceTest::code).orElse(""),
            setting.about(),
            setting.secret() ? " (secret)" : "");
  }

  private static String code(String text) {
    return "`" + text + "`";
  }

  /** With {@code -Dreference.write} the page is written instead. */
  private static void same(String page, String made) throws IOException {
    Path file = Repository.file(page);
    if (Boolean.getBoolean("reference.write")) {
      Files.writeString(file, made);
    }
    assertThat(Repository.text(page))
        .as("%s; write it with -Dtest=ReferenceTest -Dreference.write=true", page)
        .isEqualTo(made);
  }
}
