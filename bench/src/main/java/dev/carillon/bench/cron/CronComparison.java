package dev.carillon.bench.cron;

import dev.carillon.bench.report.Table;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/** Our cron engine beside those of others, in one run: who agrees with us, and what each costs. */
public final class CronComparison {
  private static final int COMPARED = 20_000;

  private final Collection<RunResult> results;

  private CronComparison(Collection<RunResult> results) {
    this.results = results;
  }

  /** Compares the fires first, then measures; a table, and under it what a peer does otherwise. */
  public static String measure() throws RunnerException {
    String differences = differences();
    var options =
        new OptionsBuilder()
            .include(CronBench.class.getName())
            .addProfiler(CpuTime.class)
            .shouldFailOnError(true)
            .build();
    return new CronComparison(new Runner(options).run()).table().markdown() + "\n" + differences;
  }

  private static String differences() {
    StringBuilder differences = new StringBuilder();
    for (Row row : Row.values()) {
      List<Instant> ours = Peer.CARILLON.program().walk(row).first(COMPARED);
      for (Peer peer : Peer.values()) {
        List<Instant> theirs = peer.program().walk(row).first(COMPARED);
        if (!theirs.equals(ours)) {
          String what = peer.titleWithVersion() + ", " + row + ": " + difference(ours, theirs);
          differences.append("- ").append(what).append("\n");
        }
      }
    }
    return "Up to %,d fires of each line were compared with ours first; ".formatted(COMPARED)
        + (differences.isEmpty() ? "all are the same.\n" : "these differ:\n\n" + differences);
  }

  private static String difference(List<Instant> ours, List<Instant> theirs) {
    int both = Math.min(ours.size(), theirs.size());
    int at =
        IntStream.range(0, both)
            .filter(i -> !ours.get(i).equals(theirs.get(i)))
            .findFirst()
            .orElse(both);
    return "fire %d is %s, ours %s".formatted(at + 1, fire(theirs, at), fire(ours, at));
  }

  private static String fire(List<Instant> fires, int at) {
    return at < fires.size() ? fires.get(at).toString() : "none";
  }

  private Table table() {
    List<String> head = new ArrayList<>(List.of("CPU ns"));
    Arrays.stream(Peer.values()).map(Peer::titleWithVersion).forEach(head::add);
    head.add("fastest peer / ours");
    List<List<String>> rows = new ArrayList<>();
    for (Row row : Row.values()) {
      rows.add(row("next of " + row, of -> row.name().equals(of.getParam("row"))));
    }
    rows.add(row("read `" + Row.READ.unix() + "`", of -> !of.getParamsKeys().contains("row")));
    return new Table(head, rows);
  }

  private List<String> row(String title, Predicate<BenchmarkParams> which) {
    List<String> cells = new ArrayList<>(List.of(title));
    double fastest = Double.MAX_VALUE;
    for (Peer peer : Peer.values()) {
      double least = least(peer, which);
      cells.add("%,.0f".formatted(least));
      if (peer == Peer.CARILLON) {
        cells.add("%.1f".formatted(fastest / least));
      }
      fastest = Math.min(fastest, least);
    }
    return cells;
  }

  /** The least of all iterations in all forks: what else the machine did only adds to it. */
  private double least(Peer peer, Predicate<BenchmarkParams> which) {
    return results.stream()
        .filter(result -> peer.name().equals(result.getParams().getParam("peer")))
        .filter(result -> which.test(result.getParams()))
        .flatMap(result -> result.getBenchmarkResults().stream())
        .flatMap(fork -> fork.getIterationResults().stream())
        .map(iteration -> iteration.getSecondaryResults().get(CpuTime.LABEL))
        .filter(Objects::nonNull)
        .mapToDouble(result -> result.getScore())
        .min()
        .orElseThrow(() -> new IllegalStateException("nothing was measured of " + peer));
  }
}
