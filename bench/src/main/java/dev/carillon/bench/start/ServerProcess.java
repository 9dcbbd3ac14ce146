package dev.carillon.bench.start;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;

/** A server started by the launcher, as its user starts it. Closing it ends it gracefully. */
final class ServerProcess implements AutoCloseable {
  private static final String READY = "carillon: ready on ";

  private final Process process;
  private final BufferedReader out;

  private ServerProcess(Process process) {
    this.process = process;
    out = process.inputReader(StandardCharsets.UTF_8);
  }

  /** Starts a server on a free port and returns when it has said that it is ready. */
  static ServerProcess ready(Path launcher, Path data) throws IOException {
    var command = List.of(launcher.toString(), "server", "--port", "0", "--data", data.toString());
    var server =
        new ServerProcess(
            new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start());
    server.awaitReady();
    return server;
  }

  /** The memory that the process holds in this moment, in KiB, where the system tells it. */
  OptionalLong residentKib() throws IOException {
    var status = Path.of("/proc", String.valueOf(process.pid()), "status");
    if (!Files.exists(status)) {
      return OptionalLong.empty();
    }
    try (var lines = Files.lines(status)) {
      return lines
          .filter(line -> line.startsWith("VmRSS:"))
          .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
          .findFirst();
    }
  }

  @Override
  public void close() throws IOException {
    process.destroy();
    process.onExit().join();
    out.close();
  }

  private void awaitReady() throws IOException {
    for (var line = out.readLine(); line != null; line = out.readLine()) {
      if (line.startsWith(READY)) {
        return;
      }
    }
    throw new IOException("the server ended before it was ready: start it by hand to see why");
  }
}
