package dev.carillon.server;

import dev.carillon.server.auth.Founding;
import dev.carillon.server.auth.Sessions;
import java.io.PrintWriter;
import java.net.URI;
import java.util.Optional;

/** What a server says on standard output when it serves; that it is ready comes last. */
record Greeting(Configuration configuration, Optional<String> firstKey) {
  /** Says where it serves and keeps its data, and on the first start who may come in. */
  void tell(URI address, Sessions sessions, PrintWriter out) {
    out.println("carillon: " + place());
    firstKey.ifPresent(key -> introduce(key, address, sessions, out));
    out.println("carillon: ready on " + address);
    out.flush();
  }

  private String place() {
    return configuration
        .database()
        .map(database -> "data in " + database)
        .orElseGet(() -> "data in " + configuration.data().toAbsolutePath().normalize());
  }

  private void introduce(String key, URI address, Sessions sessions, PrintWriter out) {
    if (configuration.adminKey().isEmpty()) {
      out.println("carillon: your admin key, shown this once: " + key);
    }
    var link = address.resolve("/app/sign-in?token=" + sessions.link(Founding.OPERATOR));
    out.println("carillon: sign in once, within the hour: " + link);
  }
}
