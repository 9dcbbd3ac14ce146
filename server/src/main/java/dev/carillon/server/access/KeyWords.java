package dev.carillon.server.access;

import dev.carillon.api.access.KeyDraft;
import dev.carillon.api.access.KeyView;
import dev.carillon.engine.access.ApiKey;
import dev.carillon.engine.access.KeyOrigin;
import dev.carillon.engine.access.Permission;
import dev.carillon.engine.access.User;
import dev.carillon.server.auth.Keys.Wanted;
import dev.carillon.server.http.Characters;
import dev.carillon.server.http.Findings;
import dev.carillon.server.http.Who;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/** Between keys and what the wire says of them. */
final class KeyWords {
  private static final int LONGEST_NAME = 127;

  private final InstantSource clock;

  KeyWords(InstantSource clock) {
    this.clock = clock;
  }

  Instant now() {
    return clock.instant();
  }

  /** What is asked for, within what the asker has. */
  Wanted wanted(Who who, User holder, KeyDraft draft) {
    var findings = new Findings();
    var name = draft.name().orElse("");
    if (name.isBlank() || Characters.in(name) > LONGEST_NAME) {
      findings.add("/name", "a name is needed, of at most " + LONGEST_NAME + " characters");
    }
    var bounds = new KeyBounds(who, findings);
    var kind = bounds.kind(draft.kind());
    var permissions = bounds.permissions(draft.scopes(), holder);
    var end = bounds.end(draft.expiresAt(), now());
    findings.refuseIfAny();
    var origin = new KeyOrigin.Made(who.owner().user(), who.bearer().key().map(ApiKey::id));
    return new Wanted(holder.owner(), name, kind, permissions, origin, end);
  }

  KeyView view(ApiKey key, String user, String tenantId) {
    return new KeyView(
        Optional.empty(),
        key.id(),
        key.name(),
        key.kind().word(),
        key.permissions().stream().sorted().map(Permission::word).toList(),
        user,
        tenantId,
        status(key),
        key.createdAt(),
        key.expiresAt(),
        key.revokedAt(),
        key.lastUsedAt());
  }

  /** The same with the key itself, which is shown once. */
  KeyView withText(KeyView view, String text) {
    return new KeyView(
        Optional.of(text),
        view.keyId(),
        view.name(),
        view.kind(),
        view.scopes(),
        view.user(),
        view.tenantId(),
        view.status(),
        view.createdAt(),
        view.expiresAt(),
        view.revokedAt(),
        view.lastUsedAt());
  }

  private String status(ApiKey key) {
    if (key.revokedAt().isPresent()) {
      return "revoked";
    }
    return key.validAt(now()) ? "active" : "expired";
  }
}
