package dev.carillon.server.auth;

import dev.carillon.core.schedule.Owner;
import dev.carillon.engine.access.KeyKind;
import dev.carillon.engine.access.KeyOrigin;
import dev.carillon.engine.access.Permission;
import dev.carillon.engine.access.Role;
import dev.carillon.engine.access.Tenant;
import dev.carillon.engine.access.User;
import dev.carillon.engine.store.AccessStore;
import dev.carillon.server.auth.Keys.Made;
import dev.carillon.server.auth.Keys.Wanted;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.EnumSet;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The first start: a tenant, its operator, and a key, once for all nodes and for all time. A key
 * that a start generated is shown by that start alone, and a process may die before it is: so as
 * long as nobody has come in, each start puts a fresh one in its place, unless a node that lives
 * shows the one there is.
 */
public final class Founding {
  /** The first user, who runs the installation. */
  public static final Owner OPERATOR = new Owner(Tenant.FIRST, 1);

  private static final Logger log = LoggerFactory.getLogger(Founding.class);

  private final AccessStore store;
  private final Keys keys;
  private final InstantSource clock;

  private final Optional<KeyText> chosen;
  private final BooleanSupplier othersLive;
  private final Instant began;

  /**
   * @param othersLive whether another node is up, which may have shown the first key
   * @param chosen the key that the operator chose
   * @throws BadChoice when it cannot be a key
   */
  public Founding(
      AccessStore store,
      Keys keys,
      InstantSource clock,
      BooleanSupplier othersLive,
      Optional<String> chosen) {
    this.store = store;
    this.keys = keys;
    this.clock = clock;
    this.othersLive = othersLive;
    this.chosen = chosen.map(Founding::read);
    began = clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }

  /** The choice of the operator cannot be a key. */
  public static final class BadChoice extends RuntimeException {
    private static final long serialVersionUID = 1L;

    BadChoice(String why) {
      super("CARILLON_ADMIN_KEY " + why);
    }
  }

  /**
   * Founds the installation if nobody has, and sees to it that somebody can come in. A key that the
   * operator chose counts from every start on at which it is set, though it was revoked by hand; a
   * former choice is revoked with all keys that it made.
   */
  public Opening found() {
    return chosen.map(this::choose).orElseGet(this::generate);
  }

  private Opening generate() {
    var made = keys.make(wanted(new KeyOrigin.Generated()));
    if (founded(made)) {
      return new Opening.Founded(Optional.of(made.text()));
    }
    if (othersLive.getAsBoolean() || !store.replaceUnused(made.key(), began, clock.instant())) {
      return new Opening.Known();
    }
    log.info("first key replaced, for nobody has used it key={}", made.key().id());
    return new Opening.Renewed(made.text());
  }

  private Opening choose(KeyText text) {
    var made = keys.make(wanted(new KeyOrigin.Chosen()), text);
    if (founded(made)) {
      return new Opening.Founded(Optional.empty());
    }
    var choice =
        store
            .choose(made.key(), clock.instant())
            .orElseThrow(() ->
                new BadChoice(
                    "is a key of another user: choose another, or leave it out and none is added"));
    if (choice.news() || !choice.revoked().isEmpty()) {
      log.info(
          "key counts from CARILLON_ADMIN_KEY key={} revoked={}",
          made.key().id(),
          choice.revoked());
    }
    return new Opening.Known();
  }

  /**
   * A first look at what an operator chose.
   *
   * @throws BadChoice when it cannot be a key
   */
  public static void requireKey(String chosen) {
    var _ = read(chosen);
  }

  private boolean founded(Made made) {
    var now = clock.instant();
    return store.found(
        new Tenant(Tenant.FIRST, "default", "Default", now),
        new User(OPERATOR, "admin", Role.OPERATOR, now, Optional.empty()),
        made.key());
  }

  private static KeyText read(String chosen) {
    return KeyText.read(chosen)
        .orElseThrow(() ->
            new BadChoice(
                "is no key: it has at least "
                    + KeyText.SHORTEST_CHOSEN
                    + " characters, drawn at random with: openssl rand -hex 32. Leave it out, and"
                    + " one is generated"));
  }

  private static Wanted wanted(KeyOrigin origin) {
    return new Wanted(
        OPERATOR,
        "first key",
        KeyKind.USER,
        EnumSet.allOf(Permission.class),
        origin,
        Optional.empty());
  }
}
