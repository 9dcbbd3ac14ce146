package dev.carillon.server.auth;

import dev.carillon.core.schedule.Owner;
import dev.carillon.engine.access.ApiKey;
import dev.carillon.engine.access.KeyKind;
import dev.carillon.engine.access.KeyOrigin;
import dev.carillon.engine.access.Permission;
import dev.carillon.server.http.Draw;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;

/** Makes keys. Shared by all threads. */
public final class Keys {
  private final Draw draw;
  private final InstantSource clock;

  public Keys(Draw draw, InstantSource clock) {
    this.draw = draw;
    this.clock = clock;
  }

  /** A key that is to be made. */
  public record Wanted(
      Owner owner,
      String name,
      KeyKind kind,
      Set<Permission> permissions,
      KeyOrigin origin,
      Optional<Instant> expiresAt) {}

  /** A key that was made, and the text that is shown once. */
  public record Made(ApiKey key, String text) {}

  /** Draws a new key. */
  public Made make(Wanted wanted) {
    return make(wanted, KeyText.drawn(draw));
  }

  /** Takes a key that the operator chose. */
  Made make(Wanted wanted, KeyText text) {
    var key =
        new ApiKey(
            text.id(),
            wanted.owner(),
            wanted.name(),
            wanted.kind(),
            wanted.permissions(),
            Secrets.hash(text.text()),
            wanted.origin(),
            clock.instant(),
            wanted.expiresAt(),
            Optional.empty(),
            Optional.empty());
    return new Made(key, text.text());
  }
}
