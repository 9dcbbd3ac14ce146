package dev.carillon.store.access;

import dev.carillon.core.schedule.Owner;
import dev.carillon.engine.access.Session;
import dev.carillon.engine.access.SignInLink;
import dev.carillon.store.sql.Row;
import dev.carillon.store.sql.Sql;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;

/** The rows of sessions and of the links that open them. */
final class SignedIn {
  private SignedIn() {}

  static int open(Sql sql, Session session) throws SQLException {
    sql.of("DELETE FROM session WHERE expires_at <= ?").instant(session.createdAt()).update();
    People.signedIn(sql, session.owner(), session.createdAt());
    return sql.of(
            """
            INSERT INTO session (hash, tenant_no, owner_no, key_id, created_at, expires_at, seen_at)
            VALUES (?, ?, ?, ?, ?, ?, ?)
            """)
        .text(session.hash())
        .integer(session.owner().tenant())
        .integer(session.owner().user())
        .text(session.key())
        .instant(session.createdAt())
        .instant(session.expiresAt())
        .instant(session.seenAt())
        .update();
  }

  static Optional<Session> find(Sql sql, String hash) throws SQLException {
    return sql.of(
            """
            SELECT hash, tenant_no, owner_no, key_id, created_at, expires_at, seen_at
              FROM session WHERE hash = ?
            """)
        .text(hash)
        .one(SignedIn::read);
  }

  static int seen(Sql sql, String hash, Instant at) throws SQLException {
    return sql.of("UPDATE session SET seen_at = ? WHERE hash = ? AND seen_at < ?")
        .instant(at)
        .text(hash)
        .instant(at)
        .update();
  }

  static int end(Sql sql, String hash) throws SQLException {
    return sql.of("DELETE FROM session WHERE hash = ?").text(hash).update();
  }

  static int endOpenedBy(Sql sql, String key) throws SQLException {
    return sql.of("DELETE FROM session WHERE key_id = ?").text(key).update();
  }

  static void endAll(Sql sql, Owner owner) throws SQLException {
    sql.of("DELETE FROM session WHERE tenant_no = ? AND owner_no = ?")
        .integer(owner.tenant())
        .integer(owner.user())
        .update();
    sql.of("DELETE FROM sign_in_link WHERE tenant_no = ? AND owner_no = ?")
        .integer(owner.tenant())
        .integer(owner.user())
        .update();
  }

  static int addLink(Sql sql, SignInLink link, Instant at) throws SQLException {
    sql.of("DELETE FROM sign_in_link WHERE expires_at <= ?").instant(at).update();
    return sql.of(
            """
            INSERT INTO sign_in_link (hash, tenant_no, owner_no, expires_at) VALUES (?, ?, ?, ?)
            """)
        .text(link.hash())
        .integer(link.owner().tenant())
        .integer(link.owner().user())
        .instant(link.expiresAt())
        .update();
  }

  static Optional<Owner> takeLink(Sql sql, String hash, Instant at) throws SQLException {
    return sql.of(
            """
            DELETE FROM sign_in_link WHERE hash = ? AND expires_at > ?
            RETURNING tenant_no, owner_no
            """)
        .text(hash)
        .instant(at)
        .one(row -> new Owner(row.integer("tenant_no"), row.integer("owner_no")));
  }

  private static Session read(Row row) throws SQLException {
    return new Session(
        row.text("hash"),
        new Owner(row.integer("tenant_no"), row.integer("owner_no")),
        row.textIfAny("key_id"),
        row.instant("created_at"),
        row.instant("expires_at"),
        row.instant("seen_at"));
  }
}
