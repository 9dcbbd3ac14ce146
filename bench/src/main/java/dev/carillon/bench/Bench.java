package dev.carillon.bench;

import dev.carillon.bench.report.Machine;
import dev.carillon.bench.start.StartBench;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Runs one benchmark and keeps its table between its marks in the page of benchmarks. */
public final class Bench {
  private Bench() {}

  /** Takes the name of a benchmark and the root of the repository. */
  public static void main(String[] arguments) throws IOException, InterruptedException {
    if (arguments.length != 2 || !"start".equals(arguments[0])) {
      System.err.println("bench: say which one: start");
      System.exit(2);
    }
    var root = Path.of(arguments[1]);
    var table = new StartBench(root.resolve("carillon")).measure().markdown();
    System.out.println(Machine.line());
    System.out.println();
    System.out.print(table);
    keep(root.resolve("docs/reference/benchmarks.md"), arguments[0], table);
  }

  private static void keep(Path page, String name, String table) throws IOException {
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
