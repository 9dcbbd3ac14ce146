package dev.carillon.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.carillon.server.auth.MemoryAccessStore;
import dev.carillon.server.auth.Opening;
import dev.carillon.server.auth.Sessions;
import dev.carillon.server.configuration.Configuration;
import dev.carillon.server.http.Draw;
import dev.carillon.testkit.clock.ManualClock;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class GreetingTest {
  private static final URI ADDRESS = URI.create("http://127.0.0.1:8080");
  private static final Configuration CONFIGURATION =
      new Configuration(
          new Configuration.Reach("127.0.0.1", 8_080, Optional.empty(), Optional.empty()),
          Path.of("data"),
          Optional.empty(),
          Optional.empty(),
          new Configuration.Agents("http://agent-{name}:8000", "echo"),
          new Configuration.Limits(1, Duration.ofSeconds(1), 1, Duration.ofSeconds(15)));

  @Test
  void whoever_founds_is_shown_the_key_and_a_link() {
    assertThat(said(new Opening.Founded(Optional.of("the key")), true))
        .containsSubsequence(
            "shown this once: the key\n", ADDRESS + "/app/sign-in?token=", "ready on " + ADDRESS);
  }

  @Test
  void a_key_in_the_place_of_another_is_told_as_such() {
    assertThat(said(new Opening.Renewed("the key"), true))
        .containsSubsequence("in place of the one that nobody used: the key\n", "/app/sign-in?");
  }

  @Test
  void a_build_without_pages_says_so_in_place_of_a_link() {
    for (var opening :
        new Opening[] {new Opening.Founded(Optional.of("k")), new Opening.Renewed("k")}) {
      assertThat(said(opening, false))
          .doesNotContain("sign-in?")
          .containsOnlyOnce("this build has no web pages to sign in to; the key opens the API\n");
    }
  }

  @Test
  void whoever_is_known_is_told_only_where() {
    assertThat(said(new Opening.Known(), true).lines()).hasSize(2);
    assertThat(said(new Opening.Founded(Optional.empty()), true)).doesNotContain("admin key");
  }

  private static String said(Opening opening, boolean pages) {
    var clock = ManualClock.at("2026-11-24T09:00:00Z");
    var sessions = new Sessions(new MemoryAccessStore(), Draw.secure(), clock);
    var out = new StringWriter();
    new Greeting(CONFIGURATION, opening, pages).tell(ADDRESS, sessions, new PrintWriter(out));
    return out.toString();
  }
}
