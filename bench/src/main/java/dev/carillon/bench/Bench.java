package dev.carillon.bench;

import dev.carillon.bench.cron.CronComparison;
import dev.carillon.bench.report.Machine;
import dev.carillon.bench.start.StartBench;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.openjdk.jmh.runner.RunnerException;

/** Runs one benchmark and keeps its table between its marks in the page of benchmarks. */
public final class Bench {
  private Bench() {}

  /** Takes the name of a benchmark and the root of the repository. */
  public static void main(String[] arguments)
      throws IOException, InterruptedException, RunnerException {
    var name = arguments.length == 2 ? arguments[0] : "";
    var root = Path.of(arguments.length == 2 ? arguments[1] : "");
    switch (name) {
      case "start" ->
          keep(root, name, new StartBench(root.resolve("carillon")).measure().markdown());
      case "cron" -> keep(root, name, CronComparison.measure());
      default -> {
        System.err.println("bench: say which one: start or cron");
        System.exit(2);
      }
    }
  }

  private static void keep(Path root, String name, String table) throws IOException {
    System.out.println(Machine.line() + "\n\n" + table);
    var page = root.resolve("docs/reference/benchmarks.md");
    var text = Files.readString(page);
    var begin = "<!-- " + name + " -->\n";
    var end = "<!-- /" + name + " -->";
    var from = text.indexOf(begin);
    var to = text.indexOf(end);
    if (from < 0 || to < from) {
      throw new IOException(page + " has no place for '" + name + "': it needs " + begin + end);
    }
    var measured = "\n" + Machine.line() + ".\n\n" + table + "\n";
    Files.writeString(
        page, text.substring(0, from + begin.length()) + measured + text.substring(to));
  }
}
