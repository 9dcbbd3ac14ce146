package dev.carillon.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ProxiesTest {
  private static final List<Route> ROUTES =
      List.of(
          Route.get("/things", Door.open(), request -> Answer.ok(List.of(request.overTls()))),
          Route.get("/livez", Door.probe(), request -> Answer.ok(List.of())));

  @Test
  void addresses_and_networks_of_both_kinds_are_read() throws UnknownHostException {
    var proxies = Proxies.read("10.0.0.0/8, 192.168.1.7,fd00::/8").orElseThrow();
    for (var within : List.of("10.9.8.7", "192.168.1.7", "fd12::1", "::ffff:10.1.1.1")) {
      assertThat(proxies.include(InetAddress.getByName(within))).as(within).isTrue();
    }
    for (var without : List.of("11.0.0.1", "192.168.1.8", "fe80::1", "127.0.0.1")) {
      assertThat(proxies.include(InetAddress.getByName(without))).as(without).isFalse();
    }
  }

  @Test
  void what_is_no_address_is_not_read() {
    for (var text : List.of("", "ten", "10.0.0.0/99", "10.0.0.0/8,", "proxy.example.com")) {
      assertThat(Proxies.read(text)).as(text).isEmpty();
    }
  }

  @Test
  void a_proxy_is_believed_when_it_says_that_it_was_asked_over_tls() {
    try (var server = behind("127.0.0.1")) {
      assertThat(server.get("/things", "X-Forwarded-Proto", "https").body()).isEqualTo("[true]");
      assertThat(server.get("/things", "Forwarded", "for=1.2.3.4;proto=https").body())
          .isEqualTo("[true]");
      assertThat(server.get("/things", "X-Forwarded-Proto", "http").body()).isEqualTo("[false]");
      assertThat(server.get("/things").body()).isEqualTo("[false]");
    }
  }

  @Test
  void who_comes_past_the_proxies_is_refused_but_for_a_look_at_its_health() {
    try (var server = behind("10.0.0.0/8")) {
      var refused = server.get("/things", "X-Forwarded-Proto", "https");
      assertThat(refused.statusCode()).isEqualTo(403);
      assertThat(refused.body()).contains("answers only to the proxy");
      assertThat(refused.headers().firstValue("Strict-Transport-Security")).isEmpty();
      assertThat(server.get("/livez").statusCode()).isEqualTo(200);
    }
  }

  @Test
  void nobody_is_believed_where_no_proxy_is_named() {
    try (var server = new Listening(ROUTES, request -> Optional.empty())) {
      assertThat(server.get("/things", "X-Forwarded-Proto", "https").body()).isEqualTo("[false]");
    }
  }

  private static Listening behind(String proxies) {
    var listen = new HttpServer.Listen("127.0.0.1", 0, Optional.empty(), Proxies.read(proxies));
    return new Listening(listen, HttpClient.newHttpClient(), ROUTES, request -> Optional.empty());
  }
}
