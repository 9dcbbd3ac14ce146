package dev.carillon.acceptance.product;

import static org.assertj.core.api.Assertions.assertThat;

import dev.carillon.acceptance.crash.Rest;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FirstStartTest {

  @TempDir Path folder;

  @Test
  void the_first_start_shows_a_key_and_a_link_once_and_the_second_neither() throws Exception {
    Path data = folder.resolve("data");
    String key;
    try (Product first = Product.start(data)) {
      key = first.adminKey();
      assertThat(first.signInLink()).startsWith(first.address() + "/app/sign-in?");
      assertThat(first.said()).contains(data.toString());
      assertThat(first.address()).hasHost("127.0.0.1");
      assertThat(first.terminate()).isZero();
    }
    try (Product second = Product.start(data)) {
      assertThat(second.said()).doesNotContain("crl_", "sign-in").contains(data.toString());
      assertThat(new Rest(second.address(), key).send("GET", "/api/v1/schedules", ""))
          .contains("\"total_count\":0");
    }
  }
}
