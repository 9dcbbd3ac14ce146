package dev.carillon.testkit.agent;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * The agent of examples/echo-agent as a process of its own, run from its source as users run it.
 */
public final class EchoProcess implements AutoCloseable {
  private static final String SOURCE = "examples/echo-agent/EchoAgent.java";
  private static final String READY = "echo agent: listening on ";

  private final Process process;
  private final URI url;

  private EchoProcess(Process process, URI url) {
    this.process = process;
    this.url = url;
  }

  /** Starts it on a free port with these further options, and waits until it listens. */
  public static EchoProcess start(String... options) {
    var command = new ArrayList<String>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-Xmx128m", source().toString(), "--port", "0"));
    command.addAll(List.of(options));
    try {
      var process = new ProcessBuilder(command).redirectErrorStream(true).start();
      Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
      var first = process.inputReader(StandardCharsets.UTF_8).readLine();
      if (first == null || !first.startsWith(READY)) {
        process.destroyForcibly();
        throw new IllegalStateException("the echo agent did not start: " + first);
      }
      return new EchoProcess(process, URI.create(first.substring(READY.length())));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The agent's only source file. */
  public static Path source() {
    return Stream.iterate(Path.of("").toAbsolutePath(), folder -> folder != null, Path::getParent)
        .map(folder -> folder.resolve(SOURCE))
        .filter(Files::isRegularFile)
        .findFirst()
        .orElseThrow(() -> new IllegalStateException(SOURCE + " is in no folder above this one"));
  }

  /** The address to register. */
  public URI url() {
    return url;
  }

  /** Kills it and waits until it is gone. */
  @Override
  public void close() {
    process.destroyForcibly();
    process.onExit().join();
  }
}
