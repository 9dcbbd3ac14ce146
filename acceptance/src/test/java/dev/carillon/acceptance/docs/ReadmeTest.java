package dev.carillon.acceptance.docs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.carillon.acceptance.launch.Said;
import dev.carillon.acceptance.product.Product;
import dev.carillon.acceptance.repository.Repository;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The README's own commands, run as they are printed. */
class ReadmeTest {

  private static final Pattern BLOCK = Pattern.compile("```sh\\n(.*?)```", Pattern.DOTALL);

  private final List<String> blocks =
      BLOCK.matcher(Repository.text("README.md")).results().map(ReadmeTest::inside).toList();

  @TempDir Path folder;

  @Test
  void it_begins_with_two_commands_and_the_main_job_has_five_lines() {
    assertThat(blocks).hasSize(2);
    assertThat(commands()).containsExactly("./carillon server", "./verify");
    assertThat(blocks.get(1).lines()).hasSize(5);
    assertThat(Repository.file("verify")).isExecutable();
  }

  @Test
  void the_main_job_works_as_printed() throws Exception {
    List<String> start = List.of(commands().getFirst().split(" ", -1));
    try (Product server = Product.start(folder.resolve("data"), start)) {
      String job = blocks.get(1);
      assertThat(job).contains("http://127.0.0.1:8080", "PASTE-THE-KEY");
      String script =
          job.replace("http://127.0.0.1:8080", server.address().toString())
              .replace("PASTE-THE-KEY", server.adminKey());

      Said said = Said.by(folder, Map.of(), List.of("bash", "-euo", "pipefail", "-c", script));

      assertThat(said.code()).as(said.toString()).isZero();
      assertThat(said.out())
          .contains("\"status\":\"COMPLETED\"", "\"total_cost_usd\"", "\"status\":\"PAUSED\"");
      assertThat(server.terminate()).isZero();
    }
  }

  /** The lines of the first block without their remarks. */
  private List<String> commands() {
    return blocks.getFirst().lines().map(line -> line.replaceFirst(" +#.*", "")).toList();
  }

  private static String inside(MatchResult block) {
    return block.group(1);
  }
}
