package dev.carillon.acceptance.product;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.carillon.acceptance.crash.Rest;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FirstStartTest {

  @TempDir Path folder;

  @Test
  void the_first_start_shows_a_key_and_a_link_and_once_they_were_used_the_next_neither()
      throws Exception {
    Path data = folder.resolve("data");
    String key;
    try (Product first = Product.start(data)) {
      key = first.adminKey();
      assertThat(first.signInLink()).startsWith(first.address() + "/app/sign-in?");
      assertThat(first.said()).contains(data.toString());
      assertThat(first.address()).hasHost("127.0.0.1");
      assertThat(schedules(first, key)).contains("\"total_count\":0");
      assertThat(first.terminate()).isZero();
    }
    try (Product second = Product.start(data)) {
      assertThat(second.said()).doesNotContain("crl_", "sign-in").contains(data.toString());
      assertThat(schedules(second, key)).contains("\"total_count\":0");
    }
  }

  @Test
  void a_key_that_nobody_used_is_replaced_at_the_next_start() throws Exception {
    Path data = folder.resolve("data");
    String lost;
    try (Product killed = Product.start(data)) {
      lost = killed.adminKey();
    }
    try (Product next = Product.start(data)) {
      assertThat(next.signInLink()).startsWith(next.address() + "/app/sign-in?");
      assertThat(next.adminKey()).isNotEqualTo(lost);
      assertThat(schedules(next, next.adminKey())).contains("\"total_count\":0");
      assertThatThrownBy(() -> schedules(next, lost)).hasMessageContaining("sign-in-needed");
    }
  }

  private static String schedules(Product server, String key) {
    return new Rest(server.address(), key).send("GET", "/api/v1/schedules", "");
  }
}
