package dev.carillon.server.health;

import static org.assertj.core.api.Assertions.assertThat;

import dev.carillon.engine.store.StoreException;
import dev.carillon.server.http.Listening;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class HealthRoutesTest {
  private static final Instant NOW = Instant.parse("2026-11-24T09:00:00Z");

  private final Readiness readiness = new Readiness();
  private final List<String> late = new ArrayList<>();

  @Test
  void whoever_can_serve_is_ready_and_lives() {
    try (var server = serving(() -> NOW)) {
      assertThat(server.get("/readyz").statusCode()).isEqualTo(200);
      assertThat(server.get("/health").body()).contains("\"status\":\"healthy\"");
      assertThat(server.get("/livez").statusCode()).isEqualTo(200);
    }
  }

  @Test
  void a_loop_that_is_stuck_is_named_and_the_process_still_lives() {
    late.add("plan");
    try (var server = serving(() -> NOW)) {
      var answer = server.get("/readyz");
      assertThat(answer.statusCode()).isEqualTo(503);
      assertThat(answer.body()).contains("unhealthy", "no success for half a minute: plan");
      assertThat(server.get("/livez").statusCode()).isEqualTo(200);
    }
  }

  @Test
  void a_store_that_does_not_answer_and_a_server_on_its_way_out_are_not_ready() {
    Supplier<Instant> away =
        () -> {
          throw new StoreException.Away("no connection");
        };
    try (var server = serving(away)) {
      assertThat(server.get("/readyz").body()).contains("unhealthy", "the store does not answer");
      readiness.drain();
      assertThat(server.get("/readyz").body()).contains("draining");
      assertThat(server.get("/readyz").statusCode()).isEqualTo(503);
    }
  }

  private Listening serving(Supplier<Instant> store) {
    return new Listening(
        new HealthRoutes(store, readiness, () -> late).routes(), request -> Optional.empty());
  }
}
