package dev.carillon.server.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.carillon.server.http.CannotListen.Whose;
import dev.carillon.server.http.CannotListen.Why;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CannotListenTest {

  @Test
  void the_address_is_judged_before_the_words_of_the_system() {
    assertThat(CannotListen.why(Whose.NOBODYS, 80, "Unresolved address")).isEqualTo(Why.NO_ADDRESS);
    assertThat(CannotListen.why(Whose.ANOTHERS, 8_080, "Cannot assign requested address"))
        .isEqualTo(Why.NOT_OURS);
    assertThat(CannotListen.why(Whose.OURS, 80, "Permission denied")).isEqualTo(Why.NOT_PERMITTED);
    assertThat(CannotListen.why(Whose.OURS, 80, "Address already in use")).isEqualTo(Why.TAKEN);
    assertThat(CannotListen.why(Whose.OURS, 8_080, "Too many open files")).isEqualTo(Why.OTHER);
  }

  @Test
  void a_host_is_ours_or_anothers_or_nobodys() {
    assertThat(Whose.of("127.0.0.1")).isEqualTo(Whose.OURS);
    assertThat(Whose.of("0.0.0.0")).isEqualTo(Whose.OURS);
    assertThat(Whose.of("127.8.8.8")).isEqualTo(Whose.OURS);
    assertThat(Whose.of("192.0.2.1")).isEqualTo(Whose.ANOTHERS);
    assertThat(Whose.of("nowhere.invalid")).isEqualTo(Whose.NOBODYS);
  }

  @Test
  void a_port_that_is_taken_is_told_as_such() throws IOException {
    try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      refuses("127.0.0.1", taken.getLocalPort(), "is in use: stop what runs there");
    }
  }

  @Test
  void an_address_that_is_not_of_this_machine_is_told_as_such() {
    refuses("192.0.2.1", 0, "this machine has no such address: choose another --bind");
  }

  @Test
  void a_name_without_an_address_is_told_as_such() {
    refuses("nowhere.invalid", 0, "the name has no address: choose another --bind");
  }

  private static void refuses(String host, int port, String words) {
    var listen = HttpServer.Listen.plainly(host, port);
    try (var server =
        new HttpServer(listen, List.of(), request -> Optional.empty(), Draw.secure())) {
      assertThatThrownBy(server::start)
          .isInstanceOf(CannotListen.class)
          .hasMessageContaining(host)
          .hasMessageContaining(words);
    }
  }
}
