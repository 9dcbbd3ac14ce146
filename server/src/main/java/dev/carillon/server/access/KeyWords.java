package dev.carillon.server.access;

import dev.carillon.api.access.KeyDraft;
import dev.carillon.api.access.KeyView;
import dev.carillon.core.schedule.Owner;
import dev.carillon.engine.access.ApiKey;
import dev.carillon.engine.access.KeyKind;
import dev.carillon.engine.access.Permission;
import dev.carillon.server.auth.Keys.Wanted;
import dev.carillon.server.http.Findings;
import dev.carillon.server.http.Who;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Between keys and what the wire says of them. */
final class KeyWords {
  private static final int LONGEST_NAME = 127;
  private static final String KINDS =
      Arrays.stream(KeyKind.values()).map(KeyKind::word).collect(Collectors.joining(", "));
  private static final String SCOPES =
      Arrays.stream(Permission.values()).map(Permission::word).collect(Collectors.joining(", "));

  private final InstantSource clock;

  KeyWords(InstantSource clock) {
    this.clock = clock;
  }

  Instant now() {
    return clock.instant();
  }

  /** What is asked for, within what the asker has. */
  Wanted wanted(Who who, Owner owner, KeyDraft draft) {
    var findings = new Findings();
    var name = draft.name().orElse("");
    if (name.isBlank() || name.length() > LONGEST_NAME) {
      findings.add("/name", "a name is needed, of at most " + LONGEST_NAME + " characters");
    }
    var kind = draft.kind().map(KeyKind::named).orElse(Optional.of(KeyKind.USER));
    if (kind.isEmpty()) {
      findings.add("/kind", draft.kind().orElse("") + " is no kind; it is one of: " + KINDS);
    }
    var permissions =
        draft.scopes().map(words -> permissions(who, words, findings)).orElseGet(who::permissions);
    if (draft.expiresAt().filter(end -> !end.isAfter(now())).isPresent()) {
      findings.add("/expires_at", "a key that has expired is of no use to anybody");
    }
    findings.refuseIfAny();
    return new Wanted(owner, name, kind.orElseThrow(), permissions, draft.expiresAt());
  }

  private static Set<Permission> permissions(Who who, List<String> words, Findings findings) {
    var found = EnumSet.noneOf(Permission.class);
    if (words.isEmpty()) {
      findings.add("/scopes", "a key without a scope is of no use to anybody");
    }
    for (var i = 0; i < words.size(); i++) {
      var word = words.get(i);
      var permission = Permission.named(word);
      if (permission.isEmpty()) {
        findings.add("/scopes/" + i, word + " is no scope; it is one of: " + SCOPES);
      } else if (!who.may(permission.get())) {
        findings.add("/scopes/" + i, "you do not have the scope " + word + " yourself");
      }
      permission.ifPresent(found::add);
    }
    return found;
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
