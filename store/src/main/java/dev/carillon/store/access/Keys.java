package dev.carillon.store.access;

import dev.carillon.core.schedule.Owner;
import dev.carillon.engine.access.ApiKey;
import dev.carillon.engine.access.KeyKind;
import dev.carillon.engine.access.KeyOrigin;
import dev.carillon.engine.access.Permission;
import dev.carillon.engine.store.Scope;
import dev.carillon.store.sql.Filter;
import dev.carillon.store.sql.Row;
import dev.carillon.store.sql.Sql;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;

/** The rows of keys; of the secret there is only a hash. */
final class Keys {
  private static final String COLUMNS =
      """
      SELECT key_id, tenant_no, owner_no, name, kind, permissions, hash, origin,
             maker_no, parent, created_at, expires_at, revoked_at, last_used_at
        FROM api_key
      """;

  private Keys() {}

  static boolean insert(Sql sql, ApiKey key) throws SQLException {
    return sql.of(
                """
                INSERT INTO api_key (key_id, tenant_no, owner_no, name, kind, permissions, hash,
                       origin, maker_no, parent, created_at, expires_at, revoked_at, last_used_at)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                ON CONFLICT (key_id) DO NOTHING
                """)
            .text(key.id())
            .integer(key.owner().tenant())
            .integer(key.owner().user())
            .text(key.name())
            .integer(key.kind().code())
            .text(words(key.permissions()))
            .text(key.hash())
            .integer(key.origin().code())
            .number(maker(key))
            .text(key.origin().parent())
            .instant(key.createdAt())
            .instant(key.expiresAt())
            .instant(key.revokedAt())
            .instant(key.lastUsedAt())
            .update()
        == 1;
  }

  static Optional<ApiKey> find(Sql sql, String id) throws SQLException {
    return sql.of(COLUMNS + " WHERE key_id = ?").text(id).one(Keys::read);
  }

  static Optional<ApiKey> find(Sql sql, Scope scope, String id) throws SQLException {
    var filter = Filter.seenBy(scope).and("key_id = ?", one -> one.text(id));
    return filter.bind(sql.of(COLUMNS + filter.clause())).one(Keys::read);
  }

  static List<ApiKey> list(Sql sql, Scope scope) throws SQLException {
    var filter = Filter.seenBy(scope);
    return filter
        .bind(sql.of(COLUMNS + filter.clause() + " ORDER BY created_at DESC, key_id"))
        .list(Keys::read);
  }

  /** Whether a key counts as far as it was not revoked; it stays so until the commit. */
  static boolean lockUnrevoked(Sql sql, String id) throws SQLException {
    return sql.of(
            "SELECT 1 FROM api_key WHERE key_id = ? AND revoked_at IS NULL"
                + sql.dialect().locked())
        .text(id)
        .any();
  }

  /** The keys of this origin that are not revoked. */
  static List<ApiKey> unrevoked(Sql sql, KeyOrigin origin) throws SQLException {
    return sql.of(COLUMNS + " WHERE origin = ? AND revoked_at IS NULL")
        .integer(origin.code())
        .list(Keys::read);
  }

  static boolean anyUsed(Sql sql) throws SQLException {
    return sql.of("SELECT 1 FROM api_key WHERE last_used_at IS NOT NULL LIMIT 1").any();
  }

  /**
   * Revokes a key and those that it made, and so on; answers with those that counted. A key is
   * revoked before its children are read, so that one that is made meanwhile waits or is seen.
   */
  static List<String> revokeWithMade(Sql sql, String id, Instant at) throws SQLException {
    var revoked = new ArrayList<String>();
    var open = new ArrayDeque<>(List.of(id));
    while (!open.isEmpty()) {
      var next = open.remove();
      if (revoke(sql, next, at)) {
        revoked.add(next);
      }
      open.addAll(
          sql.of("SELECT key_id FROM api_key WHERE parent = ?")
              .text(next)
              .list(row -> row.text("key_id")));
    }
    return revoked;
  }

  private static boolean revoke(Sql sql, String id, Instant at) throws SQLException {
    return sql.of("UPDATE api_key SET revoked_at = ? WHERE key_id = ? AND revoked_at IS NULL")
            .instant(at)
            .text(id)
            .update()
        == 1;
  }

  /** Lets a key that was there before count as this one does; false when it is another. */
  static boolean restore(Sql sql, ApiKey key) throws SQLException {
    return sql.of(
                """
                UPDATE api_key
                   SET kind = ?, permissions = ?, origin = ?, maker_no = ?, parent = ?, expires_at = NULL,
                       revoked_at = NULL
                 WHERE key_id = ? AND tenant_no = ? AND owner_no = ? AND hash = ?
                """)
            .integer(key.kind().code())
            .text(words(key.permissions()))
            .integer(key.origin().code())
            .number(maker(key))
            .text(key.origin().parent())
            .text(key.id())
            .integer(key.owner().tenant())
            .integer(key.owner().user())
            .text(key.hash())
            .update()
        == 1;
  }

  /** The keys that a user has or made. */
  static List<String> ofUser(Sql sql, Owner owner) throws SQLException {
    return sql.of(
            """
            SELECT key_id FROM api_key WHERE tenant_no = ? AND owner_no = ?
            UNION
            SELECT key_id FROM api_key WHERE maker_no = ?
            """)
        .integer(owner.tenant())
        .integer(owner.user())
        .integer(owner.user())
        .list(row -> row.text("key_id"));
  }

  private static OptionalLong maker(ApiKey key) {
    return key.origin().maker().stream().asLongStream().findFirst();
  }

  static int used(Sql sql, String id, Instant at) throws SQLException {
    return sql.of(
            """
            UPDATE api_key SET last_used_at = ?
             WHERE key_id = ? AND (last_used_at IS NULL OR last_used_at < ?)
            """)
        .instant(at)
        .text(id)
        .instant(at)
        .update();
  }

  private static String words(Set<Permission> permissions) {
    return permissions.stream().map(Permission::word).sorted().collect(Collectors.joining(" "));
  }

  /** A permission that this version does not know gives nothing. */
  private static Set<Permission> permissions(String words) {
    return Arrays.stream(words.split(" "))
        .flatMap(word -> Permission.named(word).stream())
        .collect(Collectors.toSet());
  }

  private static ApiKey read(Row row) throws SQLException {
    return new ApiKey(
        row.text("key_id"),
        new Owner(row.integer("tenant_no"), row.integer("owner_no")),
        row.text("name"),
        KeyKind.of(row.integer("kind")),
        permissions(row.text("permissions")),
        row.text("hash"),
        origin(row),
        row.instant("created_at"),
        row.instantIfAny("expires_at"),
        row.instantIfAny("revoked_at"),
        row.instantIfAny("last_used_at"));
  }

  private static KeyOrigin origin(Row row) throws SQLException {
    var maker = row.numberIfAny("maker_no").stream().mapToInt(Math::toIntExact).findFirst();
    return KeyOrigin.of(row.integer("origin"), maker, row.textIfAny("parent"));
  }
}
