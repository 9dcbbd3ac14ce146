package dev.carillon.server;

import dev.carillon.server.auth.Founding;
import dev.carillon.server.auth.Opening;
import dev.carillon.server.auth.Sessions;
import dev.carillon.server.configuration.Configuration;
import java.io.PrintWriter;
import java.net.URI;

/**
 * What a server says on standard output when it serves; that it is ready comes last.
 *
 * @param pages whether there are web pages to sign in to
 */
record Greeting(Configuration configuration, Opening opening, boolean pages) {
  /** Says where it serves and keeps its data, and until somebody came in how they may. */
  void tell(URI address, Sessions sessions, PrintWriter out) {
    out.println("carillon: " + place());
    switch (opening) {
      case Opening.Known() -> {}
      case Opening.Founded(var key) -> {
        key.ifPresent(text -> out.println("carillon: your admin key, shown this once: " + text));
        invite(address, sessions, out);
      }
      case Opening.Renewed(var key) -> {
        out.println(
            "carillon: your admin key, shown this once, in place of the one that nobody used: "
                + key);
        invite(address, sessions, out);
      }
    }
    out.println("carillon: ready on " + address);
    out.flush();
  }

  private String place() {
    return configuration
        .database()
        .map(database -> "data in " + database)
        .orElseGet(() -> "data in " + configuration.data().toAbsolutePath().normalize());
  }

  private void invite(URI address, Sessions sessions, PrintWriter out) {
    if (!pages) {
      out.println("carillon: this build has no web pages to sign in to; the key opens the API");
      return;
    }
    var path = "/app/sign-in?token=" + sessions.link(Founding.OPERATOR);
    out.println(
        configuration.reach().proxies().isPresent()
            ? "carillon: sign in once, within the hour, at your proxy's address with " + path
            : "carillon: sign in once, within the hour: " + address.resolve(path));
  }
}
