package dev.carillon.server.auth;

import dev.carillon.server.http.Refusal;
import dev.carillon.server.http.Request;
import dev.carillon.server.http.Wrong;
import java.util.Set;

/**
 * A browser sends the session's cookie by itself, so a write must show that our own pages made it
 * (OWASP ASVS 5.0, 3.5): the browser says so in Sec-Fetch-Site, or the request has a header that
 * another site cannot set.
 */
final class SameOrigin {
  private static final Set<String> READS = Set.of("GET", "HEAD");

  private SameOrigin() {}

  static void require(Request request) {
    if (READS.contains(request.method())) {
      return;
    }
    var own =
        request
            .header("Sec-Fetch-Site")
            .map(site -> site.equals("same-origin"))
            .orElseGet(() -> request.header("Carillon-Csrf").isPresent());
    if (!own) {
      throw Refusal.of(
          Wrong.OTHER_ORIGIN,
          "this request does not come from Carillon's own pages; use an API key, or send the header"
              + " Carillon-Csrf: 1");
    }
  }
}
