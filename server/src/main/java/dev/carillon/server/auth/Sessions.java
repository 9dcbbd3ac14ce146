package dev.carillon.server.auth;

import dev.carillon.core.schedule.Owner;
import dev.carillon.engine.access.Session;
import dev.carillon.engine.access.SignInLink;
import dev.carillon.engine.store.AccessStore;
import dev.carillon.server.http.Draw;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/** Opens and ends sessions, and makes one-time links. Shared by all threads. */
public final class Sessions {
  /** A session ends after this, however much it is used. */
  static final Duration LONGEST = Duration.ofDays(7);

  /** A session that nobody used for this long has ended. */
  private static final Duration IDLE = Duration.ofDays(1);

  private static final Duration LINK_LASTS = Duration.ofHours(1);
  private static final int TOKEN_BYTES = 32;

  private final AccessStore store;
  private final Draw draw;
  private final InstantSource clock;

  public Sessions(AccessStore store, Draw draw, InstantSource clock) {
    this.store = store;
    this.draw = draw;
    this.clock = clock;
  }

  /** Opens a session and answers with its token. */
  String open(Owner owner, Optional<String> key) {
    var now = clock.instant();
    var token = draw.hex(TOKEN_BYTES);
    store.openSession(new Session(Secrets.hash(token), owner, key, now, now.plus(LONGEST), now));
    return token;
  }

  void end(String token) {
    store.endSession(Secrets.hash(token));
  }

  /** Makes a link that signs this user in once, within the hour; answers with its token. */
  public String link(Owner owner) {
    var now = clock.instant();
    var token = draw.hex(TOKEN_BYTES);
    store.addLink(new SignInLink(Secrets.hash(token), owner, now.plus(LINK_LASTS)), now);
    return token;
  }

  /** Takes a link and opens a session for it; empty when it was used before or is too old. */
  Optional<String> follow(String token) {
    return store
        .takeLink(Secrets.hash(token), clock.instant())
        .map(owner -> open(owner, Optional.empty()));
  }

  static boolean counts(Session session, Instant now) {
    return now.isBefore(session.expiresAt()) && now.isBefore(session.seenAt().plus(IDLE));
  }
}
