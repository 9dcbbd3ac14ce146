package dev.carillon.bench.cron;

import dev.carillon.core.cron.CronExpression;
import dev.carillon.core.cron.CronParse;
import dev.carillon.core.cron.CronTimes;
import dev.carillon.core.cron.DstPolicy;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Walks from fire to fire over a hundred years, as a schedule does, and then begins again. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class CronBench {
  private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
  private static final Instant END = START.plus(Duration.ofDays(36_524));

  /** The lines of the table in the benchmark's page, each with its zone. */
  @Param({
    "* * * * *; UTC",
    "*/15 * * * *; UTC",
    "0 9 * * 1-5; UTC",
    "0 0 29 2 *; UTC",
    "0 2 * * *; America/New_York",
    "0 0 L * *; UTC"
  })
  public String line = "";

  private String text = "";
  private CronTimes times = times("* * * * *", "UTC");
  private Instant at = START;

  @Setup
  public void read() {
    text = line.substring(0, line.indexOf(';'));
    times = times(text, line.substring(line.indexOf(' ', text.length()) + 1));
  }

  @Benchmark
  public Instant next() {
    at = times.next(at).filter(END::isAfter).orElse(START);
    return at;
  }

  @Benchmark
  public CronParse parse() {
    return CronExpression.parse(text);
  }

  /** A paused year, which the ledger keeps as one line with its count. */
  @Benchmark
  public long countYear() {
    return times.count(START, START.plus(Duration.ofDays(365)));
  }

  private static CronTimes times(String text, String zone) {
    return switch (CronExpression.parse(text)) {
      case CronParse.Parsed(var expression) ->
          CronTimes.of(expression, ZoneId.of(zone), DstPolicy.DEFAULT);
      case CronParse.Refused refused -> throw new IllegalArgumentException(refused.message());
    };
  }
}
