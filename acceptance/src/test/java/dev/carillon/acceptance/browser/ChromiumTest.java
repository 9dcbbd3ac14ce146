package dev.carillon.acceptance.browser;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The judge of the pages, tried on pages that are wrong. */
class ChromiumTest {

  private final Chromium chromium = new Chromium();
  private final HttpServer server = serve();
  private final URI address = URI.create("http://127.0.0.1:" + server.getAddress().getPort());

  @AfterEach
  void close() {
    chromium.close();
    server.stop(0);
  }

  @Test
  void an_error_on_the_console_is_noted() {
    open("<script>console.error('spilt')</script>");
    assertThat(chromium.wrong()).containsExactly("light-360 console: spilt");
  }

  @Test
  void an_error_that_nobody_caught_is_noted() {
    open("<script>setTimeout(() => nothing(), 0)</script>");
    assertThat(chromium.wrong()).singleElement().asString().contains("nothing is not defined");
  }

  @Test
  void a_request_to_another_host_is_noted() {
    open("<img alt='' src='http://127.0.0.1:1/elsewhere.png'>");
    assertThat(chromium.wrong()).anyMatch(w -> w.contains("asked another host"));
  }

  @Test
  void a_page_that_some_people_cannot_read_is_noted() {
    Page page = open("<p style='color:#ccc;background:#fff'>pale</p>");
    assertThat(Chromium.violations(page)).anyMatch(v -> v.startsWith("color-contrast: "));
  }

  @Test
  void a_sound_page_is_left_in_peace() {
    Page page = open("<h1>Sound</h1><p>dark enough</p>");
    assertThat(Chromium.violations(page)).isEmpty();
    assertThat(chromium.wrong()).isEmpty();
  }

  private Page open(String body) {
    server.createContext(
        "/",
        exchange -> {
          byte[] page =
              ("<!doctype html><html lang=en><head><title>A page</title><link rel=icon href='data:,'>"
                      + "</head><body><main>"
                      + body
                      + "</main></body></html>")
                  .getBytes(UTF_8);
          exchange.getResponseHeaders().set("Content-Type", "text/html; charset=utf-8");
          exchange.sendResponseHeaders(200, page.length);
          exchange.getResponseBody().write(page);
          exchange.close();
        });
    Page page = chromium.open(new Look(ColorScheme.LIGHT, 360), address);
    page.navigate(address + "/");
    page.waitForLoadState();
    return page;
  }

  private static HttpServer serve() {
    try {
      var loopback = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
      HttpServer server = HttpServer.create(loopback, 0);
      server.start();
      return server;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
