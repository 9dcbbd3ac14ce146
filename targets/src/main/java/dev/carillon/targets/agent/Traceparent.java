package dev.carillon.targets.agent;

import dev.carillon.core.run.RunId;
import dev.carillon.engine.target.Attempt;
import java.util.HexFormat;

/**
 * The W3C trace context of a run, computed so that whoever knows the run finds its trace: the trace
 * id is the run's id in hexadecimal, and every attempt is a span of its own.
 *
 * @see <a href="https://www.w3.org/TR/trace-context/">Trace Context</a>
 */
public final class Traceparent {
  private static final HexFormat HEX = HexFormat.of();

  private Traceparent() {}

  /** The trace id: 32 hexadecimal digits, never all zero because the id names its version. */
  public static String traceId(RunId run) {
    return HEX.toHexDigits(run.value().getMostSignificantBits())
        + HEX.toHexDigits(run.value().getLeastSignificantBits());
  }

  /** The header's value; it says sampled, because the ledger keeps every run. */
  static String of(Attempt attempt) {
    // The id's variant is its highest bit, so that no epoch or number can make the span zero.
    var span =
        attempt.run().value().getLeastSignificantBits()
            ^ ((long) attempt.epoch() << Integer.SIZE | attempt.number());
    return "00-" + traceId(attempt.run()) + "-" + HEX.toHexDigits(span) + "-01";
  }
}
