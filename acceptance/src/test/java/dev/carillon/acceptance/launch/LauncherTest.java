package dev.carillon.acceptance.launch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.carillon.acceptance.repository.Repository;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LauncherTest {

  private static final String BUILDS = "carillon: building the jar";

  @TempDir Path folder;
  private Workshop workshop;

  @BeforeEach
  void open() throws IOException {
    workshop = new Workshop(folder);
  }

  @Test
  void the_first_start_builds_the_jar_and_says_so_and_the_second_is_silent() throws Exception {
    Said first = workshop.run("./carillon", "schedule", "ls");
    assertThat(first.err()).contains(BUILDS, "building core (1 of 1)", "target/build.log");
    assertThat(first.out()).isEqualTo("launched schedule ls\n");
    assertThat(first.code()).isEqualTo(2);

    Said second = workshop.run("./carillon", "a b", "*");
    assertThat(second).isEqualTo(new Said(2, "launched a b *\n", ""));
  }

  @Test
  void a_changed_or_deleted_source_builds_again_and_a_changed_test_does_not() throws Exception {
    assertThat(workshop.run("./carillon").err()).contains(BUILDS);
    workshop.write("core/src/test/java/ATest.java", "class ATest { int changed; }");
    assertThat(workshop.run("./carillon").err()).doesNotContain(BUILDS);
    workshop.write("core/src/main/java/A.java", "class A { int changed; }");
    assertThat(workshop.run("./carillon").err()).contains(BUILDS);
    workshop.write("core/src/main/java/target/T.java", "class T { int changed; }");
    assertThat(workshop.run("./carillon").err()).contains(BUILDS);
    workshop.delete("core/src/main/java/B.java");
    assertThat(workshop.run("./carillon").err()).contains(BUILDS);
    workshop.write("pom.xml", "<project></project>");
    assertThat(workshop.run("./carillon").err()).contains(BUILDS);
    assertThat(workshop.run("./carillon").err()).isEmpty();
  }

  @Test
  void a_server_is_recorded_once_per_jar_and_a_client_command_never() throws Exception {
    assertThat(workshop.run("./carillon", "schedule", "ls").err()).doesNotContain("recording");
    assertThat(workshop.run("./carillon", "server").err()).contains("recording");
    assertThat(workshop.home().resolve("app/target/carillon.aot")).isNotEmptyFile();
    assertThat(workshop.run("./carillon", "server"))
        .isEqualTo(new Said(1, "launched server\n", ""));
  }

  @Test
  void a_failed_build_shows_its_errors_and_where_the_log_is() throws Exception {
    workshop.maven("echo '[INFO] words'; echo '[ERROR] A.java: cannot find symbol'; exit 1");
    Said said = workshop.run("./carillon", "server");
    assertThat(said.code()).isEqualTo(1);
    assertThat(said.out()).isEmpty();
    assertThat(said.err())
        .contains("[ERROR] A.java: cannot find symbol", "carillon: the build failed")
        .doesNotContain("words");
  }

  @Test
  void it_runs_from_any_folder_and_through_a_link() throws Exception {
    Path link =
        Files.createSymbolicLink(folder.resolve("link"), workshop.home().resolve("carillon"));
    workshop.run("./carillon");
    Said said = Said.by(folder, Map.of(), List.of(link.toString(), "x"));
    assertThat(said).isEqualTo(new Said(1, "launched x\n", ""));
  }

  @Test
  void a_jar_named_by_hand_runs_as_it_is() throws Exception {
    Map<String, String> jar = Map.of("CARILLON_JAR", folder.resolve("built.jar").toString());
    assertThat(Said.by(workshop.home(), jar, List.of("./carillon")).out()).isEqualTo("launched \n");
  }

  @Test
  void without_maven_one_sentence_says_what_to_install() throws Exception {
    Said said = shell("command() { return 1; }; . ./carillon");
    assertThat(said.code()).isEqualTo(1);
    assertThat(said.err().lines()).singleElement().asString().contains("Maven is needed");
  }

  @Test
  void without_node_the_jar_is_built_without_pages_and_says_so() throws Exception {
    workshop.maven("echo \"[ERROR] called with $*\"; exit 1");
    workshop.write("../bin/node", "#!/bin/sh\nexit 1\n");
    assertThat(workshop.run("./carillon").err()).doesNotContain("-Dweb.skip=true");
    assertThat(workshop.home().resolve("../bin/node").toFile().setExecutable(true)).isTrue();
    assertThat(workshop.run("./carillon").err())
        .contains("the web pages are left out", "install it", "nodejs.org", "-Dweb.skip=true");
  }

  @Test
  void a_jar_without_pages_is_built_again_once_node_is_there() throws Exception {
    workshop.maven(
        "echo \"$*\" >asked; mkdir -p app/target; cp ../built.jar app/target/carillon.jar; touch app/target/carillon.jar");
    workshop.write("../bin/npm", "#!/bin/sh\n");
    workshop.write("../bin/node", "#!/bin/sh\nexit 1\n");
    assertThat(workshop.home().resolve("../bin/npm").toFile().setExecutable(true)).isTrue();
    assertThat(workshop.home().resolve("../bin/node").toFile().setExecutable(true)).isTrue();
    assertThat(workshop.run("./carillon").err()).contains(BUILDS);
    assertThat(workshop.home().resolve("asked")).content().contains("-Dweb.skip=true");
    assertThat(workshop.run("./carillon").err()).isEmpty();

    workshop.write("../bin/node", "#!/bin/sh\nexit 0\n");
    assertThat(workshop.run("./carillon").err()).contains(BUILDS).doesNotContain("left out");
    assertThat(workshop.home().resolve("asked")).content().doesNotContain("-Dweb.skip");
    assertThat(workshop.run("./carillon").err()).isEmpty();
  }

  @Test
  void without_a_jdk_25_one_sentence_says_what_to_install() throws Exception {
    Said said =
        shell(
            ". .mvn/tools.sh; usual_places() { :; }; jdk_on_path() { :; }; JAVA_HOME=; find_jdk25");
    assertThat(said.code()).isEqualTo(1);
    assertThat(said.err().lines()).singleElement().asString().contains("no JDK 25", "JAVA_HOME");
  }

  @Test
  void an_older_jdk_is_passed_over_and_the_next_place_is_tried() throws Exception {
    String real = System.getProperty("java.home");
    workshop.write("old/release", "JAVA_VERSION=\"21.0.5\"");
    workshop.write("old/bin/javac", "");
    assertThat(workshop.home().resolve("old/bin/javac").toFile().setExecutable(true)).isTrue();
    Said said =
        shell(
            ". .mvn/tools.sh; usual_places() { echo old; echo '%s'; }; JAVA_HOME=old; find_jdk25; echo $JAVA_HOME"
                .formatted(real));
    assertThat(said).isEqualTo(new Said(0, real + "\n", ""));
  }

  @Test
  void ci_runs_verify_and_nothing_else() {
    assertThat(Repository.text(".ci/run").lines().filter(line -> !line.startsWith("#")))
        .containsExactly("exec \"$(dirname \"$0\")/../verify\"");
  }

  private Said shell(String script) throws IOException, InterruptedException {
    return Said.by(workshop.home(), Map.of(), List.of("sh", "-c", script, "./carillon"));
  }
}
