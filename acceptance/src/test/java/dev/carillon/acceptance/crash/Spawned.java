package dev.carillon.acceptance.crash;

import dev.carillon.acceptance.repository.Repository;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A real process that has said where it listens. */
public final class Spawned implements AutoCloseable {
  private final Process process;
  private final URI address;

  private Spawned(Process process, URI address) {
    this.process = process;
    this.address = address;
  }

  /** The packaged server. */
  public static Spawned server(Path log, Map<String, String> environment, List<String> arguments) {
    var command = new ArrayList<>(List.of(java(), "-XX:+UseSerialGC", "-jar"));
    command.add(Repository.file("app/target/carillon.jar").toString());
    command.add("server");
    command.addAll(List.of("--port", "0"));
    command.addAll(arguments);
    return start(log, environment, command, "carillon: ready on ");
  }

  /** The example agent, which writes each call to its ledger before it thinks and answers. */
  public static Spawned agent(Path log, Path ledger, Duration thinking) {
    var delay = String.valueOf(thinking.toMillis());
    var source = Repository.file("examples/echo-agent/EchoAgent.java").toString();
    return start(
        log,
        Map.of(),
        List.of(java(), source, "--port", "0", "--delay-ms", delay, "--ledger", ledger.toString()),
        "echo agent: listening on ");
  }

  public URI address() {
    return address;
  }

  /** SIGKILL: no shutdown hook runs, nothing is flushed. */
  public void kill() {
    process.destroyForcibly();
    process.onExit().join();
  }

  /** SIGTERM; answers the exit code. */
  public int terminate() {
    process.destroy();
    return process.onExit().join().exitValue();
  }

  @Override
  public void close() {
    kill();
  }

  private static String java() {
    return Path.of(System.getProperty("java.home"), "bin", "java").toString();
  }

  private static Spawned start(
      Path log, Map<String, String> environment, List<String> command, String ready) {
    try {
      var builder = new ProcessBuilder(command);
      builder.environment().putAll(environment);
      builder.redirectError(ProcessBuilder.Redirect.appendTo(log.toFile()));
      var process = builder.start();
      // The reader stays open for as long as the process lives.
      var out = process.inputReader(StandardCharsets.UTF_8);
      for (var line = out.readLine(); line != null; line = out.readLine()) {
        if (line.startsWith(ready)) {
          drain(out);
          return new Spawned(process, URI.create(line.substring(ready.length()).strip()));
        }
      }
      throw new IllegalStateException("it ended before it was ready; see " + log);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /** Reads on and forgets, so that a full pipe never holds the process up. */
  private static void drain(BufferedReader out) {
    Thread.ofVirtual().start(() -> out.lines().forEach(line -> {}));
  }
}
