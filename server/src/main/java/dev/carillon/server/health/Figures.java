package dev.carillon.server.health;

import dev.carillon.engine.Engine;
import dev.carillon.server.http.Answer;
import dev.carillon.server.http.Door;
import dev.carillon.server.http.Route;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.nio.charset.StandardCharsets;

/** The figures of this process for Prometheus. No id is ever a label. */
public final class Figures implements AutoCloseable {
  private final PrometheusMeterRegistry registry =
      new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);

  public Figures(Engine engine, int maxRuns) {
    Gauge.builder("carillon.runs.under.way", engine, Engine::underWay)
        .description("Runs whose target is being called by this node")
        .register(registry);
    Gauge.builder("carillon.runs.max", () -> maxRuns)
        .description("Runs that this node calls at once at most")
        .register(registry);
    Gauge.builder("carillon.runs.free", engine, Engine::free)
        .description("Runs more that this node could call now")
        .register(registry);
    Gauge.builder("carillon.outcomes.unsettled", engine, Engine::unsettled)
        .description("Outcomes that are not yet in the ledger")
        .register(registry);
    FunctionCounter.builder("carillon.outcomes.fenced", engine, Engine::fenced)
        .description("Outcomes thrown away because another epoch owned the run")
        .register(registry);
    Gauge.builder("carillon.info", () -> 1)
        .description("The version of this build")
        .tag("version", Version.current())
        .register(registry);
    new JvmMemoryMetrics().bindTo(registry);
    new JvmThreadMetrics().bindTo(registry);
    new ProcessorMetrics().bindTo(registry);
    new UptimeMetrics().bindTo(registry);
  }

  /**
   * The route at which Prometheus finds them.
   *
   * @param door on an address that others reach, who is not signed in sees no figures
   */
  public Route route(Door door) {
    return Route.get(
        "/metrics",
        door,
        request -> {
          var text = registry.scrape().getBytes(StandardCharsets.UTF_8);
          return Answer.file("text/plain; version=0.0.4; charset=utf-8", () -> text);
        });
  }

  @Override
  public void close() {
    registry.close();
  }
}
