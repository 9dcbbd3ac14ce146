package dev.carillon.targets.agent;

import dev.carillon.core.run.Outcome;
import dev.carillon.engine.store.Agent;
import dev.carillon.engine.target.Caller;
import dev.carillon.targets.call.ThreadCaller;
import dev.carillon.testkit.target.Attempts;
import dev.carillon.testkit.target.Told;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Calls of an agent over HTTP that is known as {@code it}. */
final class Calls {
  static final String IT = "it";
  private static final Duration TIMEOUT = Duration.ofSeconds(20);

  private Calls() {}

  static Agent row(URI url) {
    return new Agent(Attempts.OWNER, IT, Optional.of(url), TIMEOUT, Instant.EPOCH, Instant.EPOCH);
  }

  static Caller caller(HttpAgents http, URI url) {
    var callee = http.callee(row(url));
    return new ThreadCaller((_, name) -> Optional.of(callee).filter(_ -> name.equals(IT)));
  }

  static Outcome call(URI url, Duration timeout) throws InterruptedException {
    try (var http = new HttpAgents("http://unused")) {
      return Told.by(caller(http, url), Attempts.of(IT, timeout));
    }
  }
}
