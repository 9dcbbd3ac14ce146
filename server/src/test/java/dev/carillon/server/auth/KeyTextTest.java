package dev.carillon.server.auth;

import static org.assertj.core.api.Assertions.assertThat;

import dev.carillon.server.http.Draw;
import org.junit.jupiter.api.Test;

class KeyTextTest {
  private final KeyText key = KeyText.drawn(Draw.secure());

  @Test
  void a_drawn_key_is_read_again_with_its_id() {
    assertThat(key.text()).matches("crl_[0-9a-f]{16}_[0-9a-f]{64}_[0-9a-f]{8}").contains(key.id());
    assertThat(KeyText.read(key.text())).contains(key);
    assertThat(KeyText.drawn(Draw.secure())).isNotEqualTo(key);
  }

  @Test
  void a_slip_of_the_pen_is_seen_before_the_store_is_asked() {
    var wrong = new StringBuilder(key.text());
    wrong.setCharAt(30, wrong.charAt(30) == 'a' ? 'b' : 'a');
    assertThat(KeyText.read(wrong.toString())).isEmpty();
    assertThat(KeyText.read(key.text() + "0")).isEmpty();
    assertThat(KeyText.read(key.text().substring(1)))
        .isPresent()
        .isNotEqualTo(KeyText.read(key.text()));
    assertThat(KeyText.read("")).isEmpty();
  }

  @Test
  void a_chosen_key_has_an_id_of_its_own_and_is_long_enough() {
    var chosen = KeyText.read("correct horse battery staple, at noon").orElseThrow();
    assertThat(chosen.id()).matches("x[0-9a-f]{15}");
    assertThat(KeyText.read("correct horse battery staple, at noon")).contains(chosen);
    assertThat(KeyText.read("Correct horse battery staple, at noon").orElseThrow().id())
        .isNotEqualTo(chosen.id());
    assertThat(KeyText.read("x".repeat(31))).isEmpty();
    assertThat(KeyText.read("x".repeat(256))).isEmpty();
  }
}
