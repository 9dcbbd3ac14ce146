package dev.carillon.server.agents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.carillon.api.agents.AgentDraft;
import dev.carillon.server.http.Refusal;
import dev.carillon.server.http.Refusals;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AgentReadingTest {
  @Test
  void an_agent_has_a_name_and_may_leave_out_the_rest() {
    var wanted = AgentReading.read(draft("a-1", null, null), Optional.empty());
    assertThat(wanted.url()).isEmpty();
    assertThat(wanted.timeout()).isEqualTo(Duration.ofHours(1));
    var whole = AgentReading.read(draft(null, "https://x.org:8443/a", 30L), Optional.of("b"));
    assertThat(whole.name()).isEqualTo("b");
    assertThat(whole.url()).contains(URI.create("https://x.org:8443/a"));
  }

  @Test
  void what_is_no_address_of_an_agent_is_refused() {
    for (var url :
        List.of(
            "",
            "x.org",
            "ftp://x.org",
            "http://",
            "http:///a",
            "http://a b",
            "javascript:alert(1)",
            "http://user:pw@x.org",
            "http://x.org#f",
            "http://x.org/a?b=c",
            "http://x.org?",
            "http://0x7f.1.2.3.4.5/%zz",
            "http://" + "x".repeat(3_000))) {
      assertThat(pointers(draft("a", url, null), Optional.empty())).as(url).containsExactly("/url");
    }
  }

  @Test
  void an_address_without_its_beginning_is_told_how_one_begins() {
    for (var url : List.of("x.org", "127.0.0.1:9", "localhost:9", "//x.org", "ftp://x.org")) {
      assertThat(details(draft("a", url, null)))
          .as(url)
          .containsExactly("a url starts with http:// or https://");
    }
    assertThat(details(draft("a", "http://a b", null)))
        .containsExactly("this is no url, at character 9");
  }

  @Test
  void a_name_is_one_word_and_never_changes() {
    for (var name : List.of("", " ", "a b", "-a", "a/b", "ü", "x".repeat(128))) {
      assertThat(pointers(draft(name, null, null), Optional.empty()))
          .as(name)
          .containsExactly("/name");
    }
    assertThat(pointers(draft("a", null, null), Optional.of("b"))).containsExactly("/name");
    assertThat(pointers(draft(null, null, 0L), Optional.of("b")))
        .containsExactly("/timeout_seconds");
  }

  private static List<String> details(AgentDraft draft) {
    var refusal =
        catchThrowableOfType(Refusal.class, () -> AgentReading.read(draft, Optional.empty()));
    return Refusals.entries(refusal).stream().map(entry -> entry.detail()).toList();
  }

  private static List<String> pointers(AgentDraft draft, Optional<String> inPath) {
    var refusal = catchThrowableOfType(Refusal.class, () -> AgentReading.read(draft, inPath));
    return Refusals.entries(refusal).stream().map(entry -> entry.pointer().orElse("")).toList();
  }

  private static AgentDraft draft(
      @org.jspecify.annotations.Nullable String name,
      @org.jspecify.annotations.Nullable String url,
      @org.jspecify.annotations.Nullable Long seconds) {
    return new AgentDraft(
        Optional.ofNullable(name), Optional.ofNullable(url), Optional.ofNullable(seconds));
  }
}
