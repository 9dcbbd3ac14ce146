package dev.carillon.server.access;

import dev.carillon.engine.access.ApiKey;
import dev.carillon.engine.access.KeyKind;
import dev.carillon.engine.access.Permission;
import dev.carillon.engine.access.Role;
import dev.carillon.engine.access.User;
import dev.carillon.server.http.Findings;
import dev.carillon.server.http.Who;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a new key may be at most: as much, as long, and for as many as the key that makes it. A
 * session is bounded by the key that opened it; one that a link opened only by its user's role.
 */
record KeyBounds(Who who, Findings findings) {
  private static final String KINDS =
      Arrays.stream(KeyKind.values()).map(KeyKind::word).collect(Collectors.joining(", "));
  private static final String SCOPES =
      Arrays.stream(Permission.values()).map(Permission::word).collect(Collectors.joining(", "));

  /** What opens further doors is given only to who asks for it by name. */
  private static final Set<Permission> BY_NAME =
      EnumSet.of(Permission.KEYS_WRITE, Permission.ADMIN);

  /** The kind; a program makes keys for programs only. */
  KeyKind kind(Optional<String> word) {
    if (word.isEmpty()) {
      return who.kind();
    }
    var kind = KeyKind.named(word.get());
    if (kind.isEmpty()) {
      findings.add("/kind", word.get() + " is no kind; it is one of: " + KINDS);
    } else if (kind.get() == KeyKind.USER && who.kind() != KeyKind.USER) {
      findings.add(
          "/kind",
          "a key of kind %s makes none of kind user: ask for agent or service, or sign in as a user"
              .formatted(who.kind().word()));
    }
    return kind.orElse(KeyKind.SERVICE);
  }

  /** The scopes that are asked for, or all that are given without a word. */
  Set<Permission> permissions(Optional<List<String>> words, User holder) {
    var found = EnumSet.noneOf(Permission.class);
    if (words.isPresent()) {
      asked(words.get(), holder, found);
    } else {
      found.addAll(who.permissions());
      found.removeAll(BY_NAME);
    }
    if (words.map(List::isEmpty).orElseGet(found::isEmpty)) {
      findings.add(
          "/scopes", "scopes is needed, for a key without a scope is of no use: " + SCOPES);
    }
    return found;
  }

  private void asked(List<String> words, User holder, Set<Permission> found) {
    for (var i = 0; i < words.size(); i++) {
      var word = words.get(i);
      var permission = Permission.named(word);
      if (permission.isEmpty()) {
        findings.add("/scopes/" + i, word + " is no scope; it is one of: " + SCOPES);
      } else if (!who.may(permission.get())) {
        findings.add("/scopes/" + i, "you do not have the scope " + word + " yourself");
      } else if (permission.get() == Permission.ADMIN && !holder.role().atLeast(Role.ADMIN)) {
        findings.add(
            "/scopes/" + i,
            "user %s has the role %s, to which the scope admin adds nothing: leave it out"
                .formatted(holder.name(), holder.role().word()));
      }
      permission.ifPresent(found::add);
    }
  }

  /** When it expires: by itself no later than the key that makes it. */
  Optional<Instant> end(Optional<Instant> asked, Instant now) {
    var last = who.bearer().key().flatMap(ApiKey::expiresAt);
    if (asked.filter(end -> !end.isAfter(now)).isPresent()) {
      findings.add("/expires_at", "a key that has expired is of no use to anybody");
    } else if (asked.isPresent() && last.filter(asked.get()::isAfter).isPresent()) {
      findings.add(
          "/expires_at",
          "your own key expires at %s: ask for no later, or use a key that lasts longer"
              .formatted(last.get()));
    }
    return asked.or(() -> last);
  }
}
