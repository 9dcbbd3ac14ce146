package dev.carillon.server.auth;

import dev.carillon.engine.access.ApiKey;
import dev.carillon.engine.access.Bearer;
import dev.carillon.engine.access.Session;
import dev.carillon.engine.store.AccessStore;
import dev.carillon.server.http.Doorkeeper;
import dev.carillon.server.http.Request;
import dev.carillon.server.http.Who;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Recognises whoever shows a key, in a header, or a session, in a cookie. Shared by all threads.
 */
public final class Recognition implements Doorkeeper {
  private static final String BEARER = "bearer ";

  /** So often at most is it written down that a key or a session was used. */
  private static final Duration NOTED_EVERY = Duration.ofMinutes(5);

  private final AccessStore store;
  private final InstantSource clock;

  /** When each key was last noted as used: one entry for each key that is in use. */
  private final Map<String, Instant> noted = new ConcurrentHashMap<>();

  public Recognition(AccessStore store, InstantSource clock) {
    this.store = store;
    this.clock = clock;
  }

  @Override
  public Optional<Who> recognise(Request request) {
    var sent = keyIn(request);
    if (sent.isPresent()) {
      return byKey(sent.get());
    }
    var who = request.cookie(Cookie.NAME).flatMap(this::bySession);
    if (who.isPresent()) {
      SameOrigin.require(request);
    }
    return who;
  }

  /** Whose key this is, if it counts. */
  Optional<Who> byKey(String sent) {
    return KeyText.read(sent).flatMap(this::byKey).map(Who::of);
  }

  private Optional<Bearer> byKey(KeyText text) {
    var now = clock.instant();
    var found =
        store
            .bearerOfKey(text.id())
            .filter(bearer -> bearer.key().filter(key -> counts(text, key, now)).isPresent())
            .filter(Recognition::enabled);
    found.flatMap(Bearer::key).ifPresent(key -> note(key, now));
    return found;
  }

  private static boolean counts(KeyText text, ApiKey key, Instant now) {
    return Secrets.matches(text.text(), key.hash()) && key.validAt(now);
  }

  private Optional<Who> bySession(String token) {
    var now = clock.instant();
    var found =
        store
            .bearerOfSession(Secrets.hash(token))
            .filter(bearer -> bearer.session().filter(one -> Sessions.counts(one, now)).isPresent())
            .filter(bearer -> bearer.key().filter(key -> !key.validAt(now)).isEmpty())
            .filter(Recognition::enabled);
    found.flatMap(Bearer::session).ifPresent(session -> note(session, now));
    return found.map(Who::of);
  }

  private void note(ApiKey key, Instant now) {
    var before = noted.computeIfAbsent(key.id(), id -> key.lastUsedAt().orElse(Instant.EPOCH));
    if (before.plus(NOTED_EVERY).isBefore(now) && noted.replace(key.id(), before, now)) {
      store.keyUsed(key.id(), now);
    }
  }

  private void note(Session session, Instant now) {
    if (session.seenAt().plus(NOTED_EVERY).isBefore(now)) {
      store.sessionSeen(session.hash(), now);
    }
  }

  private static boolean enabled(Bearer bearer) {
    return bearer.user().disabledAt().isEmpty();
  }

  private static Optional<String> keyIn(Request request) {
    var authorization = request.header("Authorization");
    if (authorization.isPresent()) {
      var value = authorization.get();
      return Optional.of(
          value.regionMatches(true, 0, BEARER, 0, BEARER.length())
              ? value.substring(BEARER.length()).trim()
              : "");
    }
    return request.header("X-API-Key");
  }
}
