package dev.carillon.acceptance.launch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * What a command said and how it ended.
 *
 * @param code its exit code
 * @param out its standard output
 * @param err its standard error
 */
public record Said(int code, String out, String err) {

  /** A command that takes longer hangs. */
  private static final Duration LONGEST = Duration.ofMinutes(2);

  /** Runs a command to its end, with these variables beside or instead of the present ones. */
  public static Said by(Path folder, Map<String, String> variables, List<String> command)
      throws IOException, InterruptedException {
    Path out = Files.createTempFile("said", ".out");
    Path err = Files.createTempFile("said", ".err");
    var builder = new ProcessBuilder(command).directory(folder.toFile());
    builder.environment().putAll(variables);
    Process process = builder.redirectOutput(out.toFile()).redirectError(err.toFile()).start();
    process.outputWriter().close();
    boolean ended = process.waitFor(LONGEST);
    process.destroyForcibly();
    var said = new Said(process.waitFor(), Files.readString(out), Files.readString(err));
    Files.delete(out);
    Files.delete(err);
    assertThat(ended).as("%s ended; it said %s", command, said).isTrue();
    return said;
  }
}
