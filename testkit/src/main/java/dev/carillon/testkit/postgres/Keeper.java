package dev.carillon.testkit.postgres;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;

/** The shell that owns the server; Postgres calls it, one thread at a time. */
final class Keeper {

  private final Process shell;
  private final BufferedWriter commands;
  private final BufferedReader answers;
  private final Path folder;

  private Keeper(Process shell) throws IOException {
    this.shell = shell;
    this.commands = shell.outputWriter(UTF_8);
    this.answers = shell.inputReader(UTF_8);
    this.folder = Path.of(answer("folder").orElseThrow(() -> new PostgresFailure(noFolder())));
  }

  static Keeper start(Path binaries, List<String> settings) {
    List<String> line = new ArrayList<>(unprivileged());
    line.addAll(List.of("sh", "-c", script(), "keeper", binaries.toString()));
    line.addAll(settings);
    try {
      return new Keeper(
          new ProcessBuilder(line)
              .directory(Path.of("/").toFile())
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start());
    } catch (IOException e) {
      throw new PostgresFailure("cannot start PostgreSQL's keeper: " + e.getMessage(), e);
    }
  }

  /** Starts the server on a port and answers with its process id, or with nothing if it refused. */
  OptionalLong up(int port) {
    return tell("start " + port, "up").stream().mapToLong(Long::parseLong).findFirst();
  }

  void down() {
    tell("stop", "down");
  }

  /** The end of the server's log, which names the reason when it does not start. */
  String log() {
    try {
      List<String> lines = Files.readAllLines(folder.resolve("log"));
      return String.join("\n", lines.subList(Math.max(0, lines.size() - 20), lines.size()));
    } catch (IOException e) {
      return "(no log: " + e.getMessage() + ")";
    }
  }

  /** Closes the pipe and waits until the keeper has stopped the server and deleted its folder. */
  void end() {
    try {
      commands.close();
    } catch (IOException e) {
      // the shell has gone already, and its own trap has cleaned up
    }
    shell.onExit().join();
  }

  private Optional<String> tell(String command, String expected) {
    try {
      commands.write(command);
      commands.newLine();
      commands.flush();
      return answer(expected);
    } catch (IOException e) {
      throw new PostgresFailure("PostgreSQL's keeper has ended: " + e.getMessage(), e);
    }
  }

  /** What follows the expected word in the next line, or nothing where the line is another. */
  private Optional<String> answer(String expected) throws IOException {
    return Optional.ofNullable(answers.readLine())
        .filter(line -> line.startsWith(expected))
        .map(line -> line.substring(expected.length()).strip());
  }

  private static String noFolder() {
    return "PostgreSQL's keeper could not make a folder under the temporary folder: see that "
        + String.join(" ", unprivileged())
        + " may write there.";
  }

  /** PostgreSQL refuses to run as root, so that root lends it another user. */
  private static List<String> unprivileged() {
    if (!"root".equals(System.getProperty("user.name"))) {
      return List.of();
    }
    String user = userExists("postgres") ? "postgres" : "nobody";
    return List.of("setpriv", "--reuid=" + user, "--regid=" + group(user), "--clear-groups", "--");
  }

  private static String group(String user) {
    return output("id", "-g", user);
  }

  private static boolean userExists(String user) {
    return output("id", "-u", user).matches("\\d+");
  }

  private static String output(String... command) {
    try {
      Process process =
          new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
      return new String(process.getInputStream().readAllBytes(), UTF_8).strip();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String script() {
    try (InputStream script = Keeper.class.getResourceAsStream("keeper.sh")) {
      return new String(Objects.requireNonNull(script, "keeper.sh").readAllBytes(), UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
