package dev.carillon.bench.cron;

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

/** The next fire of a line, and the reading of one. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 4, time = 500, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 4, time = 500, timeUnit = TimeUnit.MILLISECONDS)
@Fork(3)
public class CronBench {

  /** Walks from fire to fire. */
  @State(Scope.Thread)
  public static class Walking {
    @Param private Peer peer = Peer.CARILLON;
    @Param private Row row = Row.EACH_MINUTE;
    private Walk<?> walk = new Carillon().walk(row);

    /** What JMH has set the parameters to. */
    @Setup
    public void begin() {
      walk = peer.program().walk(row);
    }
  }

  /** Reads one line again and again. */
  @State(Scope.Thread)
  public static class Reading {
    @Param private Peer peer = Peer.CARILLON;
    private Program program = new Carillon();

    /** What JMH has set the parameter to. */
    @Setup
    public void begin() {
      program = peer.program();
    }
  }

  /** The fire after the last one. */
  @Benchmark
  public Object next(Walking walking) {
    return walking.walk.next();
  }

  /** A line as it can be asked for fires. */
  @Benchmark
  public Object parse(Reading reading) {
    return reading.program.read(Row.READ);
  }
}
