package dev.carillon.server.auth;

import dev.carillon.core.schedule.Owner;
import dev.carillon.engine.access.KeyKind;
import dev.carillon.engine.access.Permission;
import dev.carillon.engine.access.Role;
import dev.carillon.engine.access.Tenant;
import dev.carillon.engine.access.User;
import dev.carillon.engine.store.AccessStore;
import dev.carillon.server.auth.Keys.Wanted;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The first start: a tenant, its operator, and a key, once for all nodes and for all time. */
public final class Founding {
  /** The first user, who runs the installation. */
  public static final Owner OPERATOR = new Owner(Tenant.FIRST, 1);

  private static final Logger log = LoggerFactory.getLogger(Founding.class);

  private final AccessStore store;
  private final Keys keys;
  private final InstantSource clock;

  public Founding(AccessStore store, Keys keys, InstantSource clock) {
    this.store = store;
    this.keys = keys;
    this.clock = clock;
  }

  /** The choice of the operator cannot be a key. */
  public static final class BadChoice extends RuntimeException {
    private static final long serialVersionUID = 1L;

    BadChoice() {
      super(
          "CARILLON_ADMIN_KEY is no key: choose at least "
              + KeyText.SHORTEST_CHOSEN
              + " characters, or leave it out and one is generated");
    }
  }

  /**
   * Founds the installation if nobody has. Answers with the text of the first key when this start
   * founded it, to be shown once; a key that the operator chose counts from every start on.
   */
  public Optional<String> found(Optional<String> chosen) {
    var now = clock.instant();
    var made =
        chosen.map(text -> keys.make(wanted(), read(text))).orElseGet(() -> keys.make(wanted()));
    var founded =
        store.found(
            new Tenant(Tenant.FIRST, "default", "Default", now),
            new User(OPERATOR, "admin", Role.OPERATOR, now, Optional.empty()),
            made.key());
    if (founded) {
      return Optional.of(made.text());
    }
    if (chosen.isPresent() && store.bearerOfKey(made.key().id()).isEmpty()) {
      store.addKey(made.key());
      log.info("key added from CARILLON_ADMIN_KEY key={}", made.key().id());
    }
    return Optional.empty();
  }

  private static KeyText read(String chosen) {
    return KeyText.read(chosen).orElseThrow(BadChoice::new);
  }

  private static Wanted wanted() {
    return new Wanted(
        OPERATOR, "first key", KeyKind.USER, EnumSet.allOf(Permission.class), Optional.empty());
  }
}
