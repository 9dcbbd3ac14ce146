package dev.carillon.acceptance.house;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.carillon.acceptance.repository.Repository;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/**
 * The rules that a tool of the build checks, judged by the build itself as the root pom sets it.
 */
class BuildToolsTest {

  @Test
  void the_build_refuses_every_bad_example_by_the_name_of_its_rule() throws Exception {
    Path room = Repository.emptyFolder("acceptance/target/bad/build");
    Example example = Example.layOut("build", room);

    String said = mavenCompile(room);

    assertThat(example.refused())
        .hasSizeGreaterThan(10)
        .allSatisfy(each -> assertThat(said).contains(each));
    assertThat(said)
        .containsPattern("bad-good \\.+ SUCCESS")
        .containsPattern("bad-[a-z]+ \\.+ FAILURE");
  }

  private static String mavenCompile(Path folder) throws IOException, InterruptedException {
    var maven =
        new ProcessBuilder(
                "mvn",
                "-o",
                "-B",
                "-ntp",
                "--fail-at-end",
                "-Dmaven.repo.local=" + System.getProperty("maven.repo.local"),
                "compile")
            .directory(folder.toFile())
            .redirectErrorStream(true);
    maven.environment().put("JAVA_HOME", System.getProperty("java.home"));
    Process process = maven.start();
    process.outputWriter().close();
    String said = new String(process.getInputStream().readAllBytes(), UTF_8);
    assertThat(process.waitFor()).as(said).isNotZero();
    return said;
  }
}
