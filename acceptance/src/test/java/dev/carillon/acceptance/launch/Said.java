package dev.carillon.acceptance.launch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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

  /** Runs a command to its end, with these variables beside or instead of the present ones. */
  public static Said by(Path folder, Map<String, String> variables, List<String> command)
      throws IOException, InterruptedException {
    Path out = Files.createTempFile("said", ".out");
    Path err = Files.createTempFile("said", ".err");
    var builder = new ProcessBuilder(command).directory(folder.toFile());
    builder.environment().putAll(variables);
    int code = builder.redirectOutput(out.toFile()).redirectError(err.toFile()).start().waitFor();
    var said = new Said(code, Files.readString(out), Files.readString(err));
    Files.delete(out);
    Files.delete(err);
    return said;
  }
}
