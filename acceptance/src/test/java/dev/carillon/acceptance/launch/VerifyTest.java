package dev.carillon.acceptance.launch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VerifyTest {

  @TempDir Path folder;
  private Workshop workshop;

  @BeforeEach
  void open() throws IOException {
    workshop = new Workshop(folder);
  }

  @Test
  void its_last_line_sums_up_the_tests_of_all_modules() throws Exception {
    workshop.maven(report("core", 7, 0, 0) + report("store", 5, 0, 0));
    assertThat(workshop.run("./verify"))
        .satisfies(said -> endsWith(said, 0, "12 passed, 0 failed, 0 skipped"));
  }

  @Test
  void reports_of_an_earlier_run_do_not_count() throws Exception {
    workshop.maven(report("core", 7, 0, 0));
    workshop.run("./verify");
    workshop.maven(report("store", 1, 0, 0));
    endsWith(workshop.run("./verify"), 0, "1 passed, 0 failed, 0 skipped");
  }

  @Test
  void what_the_launcher_built_without_the_judges_is_compiled_again() throws Exception {
    workshop.write("core/target/classes/A.class", "");
    workshop.run("./carillon");
    assertThat(workshop.home().resolve("core/target/classes/A.class")).exists();
    workshop.maven("test ! -e core/target/classes && " + report("core", 1, 0, 0));
    endsWith(workshop.run("./verify"), 0, "1 passed, 0 failed, 0 skipped");
  }

  @Test
  void a_failed_build_fails_even_where_no_test_failed() throws Exception {
    workshop.maven(report("core", 7, 0, 0) + "echo '[ERROR] layout'; exit 1");
    Said said = workshop.run("./verify");
    endsWith(said, 1, "7 passed, 0 failed, 0 skipped");
    assertThat(said.out()).contains("[ERROR] layout");
  }

  @Test
  void failures_and_errors_both_count_as_failed() throws Exception {
    workshop.maven(report("core", 7, 1, 0) + "exit 1");
    endsWith(workshop.run("./verify"), 1, "5 passed, 2 failed, 0 skipped");
  }

  @Test
  void a_skipped_test_fails_the_build() throws Exception {
    workshop.maven(report("core", 7, 0, 1));
    endsWith(workshop.run("./verify"), 1, "6 passed, 0 failed, 1 skipped");
  }

  @Test
  void a_run_without_any_test_fails() throws Exception {
    workshop.maven("echo '[INFO] BUILD SUCCESS'");
    endsWith(workshop.run("./verify"), 1, "0 passed, 0 failed, 0 skipped");
  }

  @Test
  void a_long_profile_is_asked_for_by_name_and_an_unknown_one_is_refused() throws Exception {
    workshop.write("acceptance/pom.xml", "<id>long-soak</id>\n<id>long-kill</id>\n");
    workshop.write("core/pom.xml", "<id>long-time</id>\n");
    workshop.maven("echo \"[ERROR] called with $*\"" + "\n" + report("core", 1, 0, 0));
    assertThat(workshop.run("./verify", "--long").out()).isEqualTo("soak\nkill\ntime\n");
    assertThat(workshop.run("./verify", "--long", "soak").out())
        .contains("-P long-soak -pl acceptance -am");
    assertThat(workshop.run("./verify", "--long", "time", "-Dtime.seed=7").out())
        .contains("-P long-time -pl core -am -Dtime.seed=7");
    Said refused = workshop.run("./verify", "--long", "nonsense");
    assertThat(refused)
        .isEqualTo(
            new Said(
                2, "", "verify: there is no long profile 'nonsense'; there are: soak kill time\n"));
  }

  @Test
  void a_long_test_tells_how_far_it_is_and_what_it_found() throws Exception {
    workshop.maven(
        "echo 'noise'; echo 'verify: half'; echo 'summary: all'\n" + report("core", 1, 0, 0));
    Said said = workshop.run("./verify");
    assertThat(said.out()).isEqualTo("all\n1 passed, 0 failed, 0 skipped\n");
    assertThat(said.err()).contains("verify: half\n");
  }

  @Test
  void an_unknown_argument_is_refused() throws Exception {
    Said refused = workshop.run("./verify", "--fast");
    assertThat(refused.code()).isEqualTo(2);
    assertThat(refused.err()).contains("'--fast' is not understood");
  }

  /** A shell's words that leave a report as Surefire writes it: n failures and n errors of each. */
  private static String report(String module, int tests, int failuresAndErrors, int skipped) {
    return """
    mkdir -p %s/target/surefire-reports
    cat >%1$s/target/surefire-reports/TEST-a.xml <<'END'
    <?xml version="1.0" encoding="UTF-8"?>
    <testsuite xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" version="3.0.2" name="a" time="0.1" tests="%2$d" errors="%3$d" skipped="%4$d" failures="%3$d">
      <properties><property name="tests" value="99"/></properties>
    </testsuite>
    END
    """
        .formatted(module, tests, failuresAndErrors, skipped);
  }

  private static void endsWith(Said said, int code, String line) {
    assertThat(said.out()).as(said.err()).endsWith(line + "\n");
    assertThat(said.code()).isEqualTo(code);
  }
}
