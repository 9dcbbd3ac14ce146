package dev.carillon.server.http;

import dev.carillon.engine.access.Permission;
import java.util.Set;

/** Who may pass to a route. */
public sealed interface Door {
  /** Everybody who asks whether the server is well, even past the proxies before it. */
  record Probe() implements Door {}

  /** Everybody. */
  record Open() implements Door {}

  /** Everybody who shows a key or session that counts. */
  record SignedIn() implements Door {}

  /** Who has one of these permissions. */
  record Needs(Set<Permission> oneOf) implements Door {
    public Needs {
      oneOf = Set.copyOf(oneOf);
    }
  }

  static Door probe() {
    return new Probe();
  }

  static Door open() {
    return new Open();
  }

  static Door signedIn() {
    return new SignedIn();
  }

  /** Who has at least one of these. */
  static Door needs(Permission... oneOf) {
    return new Needs(Set.of(oneOf));
  }
}
