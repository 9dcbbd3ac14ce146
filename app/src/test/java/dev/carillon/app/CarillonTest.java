package dev.carillon.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IExitCodeGenerator;

class CarillonTest {

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();
  private final CommandLine carillon =
      Carillon.commandLine(new Known(), new Faulty())
          .setOut(new PrintWriter(out))
          .setErr(new PrintWriter(err));

  @Test
  void every_command_explains_itself() {
    for (CommandLine command : all(carillon)) {
      String name = command.getCommandSpec().qualifiedName();
      assertThat(command.execute("--help")).as(name).isZero();
      assertThat(command.getCommandSpec().usageMessage().description()).as(name).isNotEmpty();
    }
    assertThat(out.toString()).contains("Usage: carillon");
  }

  @Test
  void an_unknown_flag_is_one_sentence_and_exit_code_2() {
    assertThat(carillon.execute("--nonsense")).isEqualTo(2);
    assertThat(err.toString()).startsWith("carillon: there is no option --nonsense\n");
  }

  @Test
  void a_mistyped_command_is_answered_with_the_one_that_was_meant() {
    assertThat(carillon.execute("knwon")).isEqualTo(2);
    assertThat(err.toString())
        .startsWith("carillon: there is no command knwon; did you mean known?");
  }

  @Test
  void a_mistyped_flag_is_answered_with_the_one_that_was_meant() {
    assertThat(carillon.execute("server", "--prot", "8080")).isEqualTo(2);
    assertThat(err.toString())
        .startsWith("carillon: there is no option --prot; did you mean --port?");
  }

  @Test
  void no_command_at_all_is_not_understood() {
    assertThat(carillon.execute()).isEqualTo(2);
    assertThat(err.toString()).contains("carillon --help");
  }

  @Test
  void a_foreseen_failure_is_its_sentence_and_its_own_exit_code() {
    assertThat(carillon.execute("known")).isEqualTo(4);
    assertThat(err.toString().lines()).containsExactly("carillon: schedule 7 is there already");
  }

  @Test
  void a_fault_of_ours_shows_where_it_happened() {
    assertThat(carillon.execute("faulty")).isEqualTo(1);
    assertThat(err.toString())
        .startsWith("carillon: ArithmeticException")
        .contains("at dev.carillon");
  }

  @Test
  void the_version_is_one_line() {
    assertThat(carillon.execute("--version")).isZero();
    assertThat(out.toString().lines()).singleElement().asString().startsWith("carillon ");
  }

  private static List<CommandLine> all(CommandLine root) {
    List<CommandLine> found = new ArrayList<>(List.of(root));
    root.getSubcommands().values().forEach(child -> found.addAll(all(child)));
    return found;
  }

  @Command(name = "known", description = "Fails as it foresaw.")
  private static final class Known implements Callable<Integer> {
    @Override
    public Integer call() {
      throw new Conflict();
    }
  }

  private static final class Conflict extends RuntimeException implements IExitCodeGenerator {
    private static final long serialVersionUID = 1L;

    Conflict() {
      super("schedule 7 is there already");
    }

    @Override
    public int getExitCode() {
      return 4;
    }
  }

  @Command(name = "faulty", description = "Fails as nobody foresaw.")
  private static final class Faulty implements Callable<Integer> {
    @Override
    public Integer call() {
      throw new ArithmeticException();
    }
  }
}
