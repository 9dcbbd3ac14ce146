package dev.carillon.bench.start;

import dev.carillon.bench.report.Table;
import dev.carillon.engine.clock.Bell;
import dev.carillon.engine.clock.Monotonic;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/**
 * How long the embedded server takes from its command to its ready line, and how much memory it
 * holds after two idle seconds. It is started again and again on the same data folder.
 */
public final class StartBench {
  /** The bars: 1.5 s empty, 2 s with 100,000 schedules, 200 MB idle. */
  private static final int SCHEDULES = 100_000;

  private static final int ROUNDS = 10;
  private static final Duration IDLE = Duration.ofSeconds(2);

  private final Path launcher;

  public StartBench(Path launcher) {
    this.launcher = launcher;
  }

  /** Measures an empty store and a full one; the first start of each is not counted. */
  public Table measure() throws IOException, InterruptedException {
    var rows = new ArrayList<List<String>>();
    var data = Files.createTempDirectory("carillon-bench-").resolve("data");
    start(data);
    rows.add(row("empty", data));
    StoredSchedules.add(data, SCHEDULES);
    start(data);
    rows.add(row(String.format("%,d schedules", SCHEDULES), data));
    return new Table(
        List.of("embedded store", "starts", "ready, min", "median", "max", "idle RSS"), rows);
  }

  private List<String> row(String name, Path data) throws IOException, InterruptedException {
    var starts = new ArrayList<Start>();
    for (var round = 0; round < ROUNDS; round++) {
      starts.add(start(data));
    }
    var times = starts.stream().map(Start::ready).sorted().toList();
    var resident = starts.stream().map(Start::residentKib).max(StartBench::compare).orElseThrow();
    return List.of(
        name,
        String.valueOf(ROUNDS),
        times.getFirst().toMillis() + " ms",
        times.get(ROUNDS / 2).toMillis() + " ms",
        times.getLast().toMillis() + " ms",
        resident.isPresent() ? resident.getAsLong() / 1024 + " MiB" : "unknown");
  }

  /** What one start took, and the memory it held when idle. */
  private record Start(Duration ready, OptionalLong residentKib) {}

  private Start start(Path data) throws IOException, InterruptedException {
    var began = Monotonic.SYSTEM.nanos();
    try (var server = ServerProcess.ready(launcher, data)) {
      var ready = Duration.ofNanos(Monotonic.SYSTEM.nanos() - began);
      new Bell().await(IDLE);
      return new Start(ready, server.residentKib());
    }
  }

  private static int compare(OptionalLong one, OptionalLong other) {
    return Long.compare(one.orElse(0), other.orElse(0));
  }
}
