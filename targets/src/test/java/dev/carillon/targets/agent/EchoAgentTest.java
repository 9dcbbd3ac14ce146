package dev.carillon.targets.agent;

import static org.assertj.core.api.Assertions.assertThat;

import dev.carillon.engine.target.Caller;
import dev.carillon.testkit.agent.EchoProcess;
import dev.carillon.testkit.target.Attempts;
import dev.carillon.testkit.target.TargetContract;
import dev.carillon.testkit.target.Told;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** The agent of examples/echo-agent, called over HTTP as the product calls it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EchoAgentTest extends TargetContract {
  private final HttpAgents http = new HttpAgents("http://unused");
  private final Path folder;
  private final EchoProcess echo;

  EchoAgentTest(@TempDir Path folder) {
    this.folder = folder;
    echo = EchoProcess.start("--ledger", ledger().toString());
  }

  @AfterAll
  void stop() {
    http.close();
    echo.close();
  }

  @Override
  protected Caller caller() {
    return Calls.caller(http, echo.url());
  }

  @Override
  protected String agent() {
    return Calls.IT;
  }

  @Test
  void its_ledger_has_a_line_for_every_call_when_the_answer_comes()
      throws IOException, InterruptedException {
    var before = Files.readAllLines(ledger()).size();
    for (var calls = 1; calls <= 3; calls++) {
      Told.by(caller(), Attempts.of(agent(), "hello"));
      assertThat(Files.readAllLines(ledger())).hasSize(before + calls);
    }
    var fields = Files.readAllLines(ledger()).getFirst().split("\t", -1);
    var run = Attempts.of(agent(), "hello").run().toString();
    assertThat(fields[0]).matches("\\d{13}");
    assertThat(List.of(fields).subList(1, fields.length))
        .containsExactly(
            run, Attempts.SCHEDULE.toString(), run, Attempts.NOMINAL.toString(), "1", "schedule");
  }

  @Test
  void its_source_compiles_without_a_warning_and_refuses_wrong_options_in_words()
      throws IOException {
    var classes = Files.createDirectories(folder.resolve("classes"));
    assertThat(compiled(classes)).isEmpty();
    assertThat(said(classes, "--prot", "1")).contains("'--prot' is not understood");
    assertThat(said(classes, "--port", "99999")).contains("from 0 to 65535");
    assertThat(said(classes, "--ledger", "/nowhere/at/all")).contains("/nowhere/at/all");
  }

  private Path ledger() {
    return folder.resolve("calls.tsv");
  }

  /** Compiles the source and answers with what the compiler had to say. */
  private static String compiled(Path classes) throws IOException {
    var said = new StringWriter();
    var compiler = ToolProvider.getSystemJavaCompiler();
    try (var files = compiler.getStandardFileManager(null, null, null)) {
      var options = List.of("-Xlint:all", "-Werror", "--release", "25", "-d", classes.toString());
      var sources = files.getJavaFileObjects(EchoProcess.source());
      compiler.getTask(said, files, null, options, null, sources).call();
      return said.toString();
    }
  }

  private static String said(Path classes, String... arguments) throws IOException {
    var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    var command = new ArrayList<>(List.of(java, "-cp", classes.toString(), "EchoAgent"));
    command.addAll(List.of(arguments));
    var process = new ProcessBuilder(command).redirectErrorStream(true).start();
    var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.onExit().join().exitValue()).isPositive();
    return said;
  }
}
