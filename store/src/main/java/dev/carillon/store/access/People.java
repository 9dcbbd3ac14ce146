package dev.carillon.store.access;

import dev.carillon.core.schedule.Owner;
import dev.carillon.engine.access.Role;
import dev.carillon.engine.access.Tenant;
import dev.carillon.engine.access.User;
import dev.carillon.store.sql.Row;
import dev.carillon.store.sql.Sql;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The rows of tenants and users. Their numbers are given out once and never again. */
final class People {
  private static final String TENANTS = "SELECT tenant_no, tenant_id, name, created_at FROM tenant";

  private static final String USERS =
      "SELECT tenant_no, owner_no, name, role, created_at, disabled_at FROM app_user";

  private People() {}

  /** Makes those who give out numbers wait for each other, until the commit. */
  static void lockNumbers(Sql sql) throws SQLException {
    sql.of("SELECT tenant_no FROM tenant WHERE tenant_no = ?" + sql.dialect().locked())
        .integer(Tenant.FIRST)
        .any();
  }

  static int nextTenant(Sql sql) throws SQLException {
    return sql.of("SELECT max(tenant_no) + 1 AS next FROM tenant")
        .one(row -> row.integer("next"))
        .orElseThrow();
  }

  static int nextUser(Sql sql) throws SQLException {
    return sql.of("SELECT max(owner_no) + 1 AS next FROM app_user")
        .one(row -> row.integer("next"))
        .orElseThrow();
  }

  static boolean insertIfAbsent(Sql sql, Tenant tenant) throws SQLException {
    return sql.of(
                """
                INSERT INTO tenant (tenant_no, tenant_id, name, created_at) VALUES (?, ?, ?, ?)
                ON CONFLICT DO NOTHING
                """)
            .integer(tenant.number())
            .text(tenant.id())
            .text(tenant.name())
            .instant(tenant.createdAt())
            .update()
        == 1;
  }

  static void insert(Sql sql, User user) throws SQLException {
    sql.of(
            """
            INSERT INTO app_user (tenant_no, owner_no, name, role, created_at, disabled_at)
            VALUES (?, ?, ?, ?, ?, ?)
            """)
        .integer(user.owner().tenant())
        .integer(user.owner().user())
        .text(user.name())
        .integer(user.role().code())
        .instant(user.createdAt())
        .instant(user.disabledAt())
        .update();
  }

  static Optional<Tenant> tenant(Sql sql, String id) throws SQLException {
    return sql.of(TENANTS + " WHERE tenant_id = ?").text(id).one(People::tenant);
  }

  static Optional<Tenant> tenant(Sql sql, int number) throws SQLException {
    return sql.of(TENANTS + " WHERE tenant_no = ?").integer(number).one(People::tenant);
  }

  static List<Tenant> tenants(Sql sql) throws SQLException {
    return sql.of(TENANTS + " ORDER BY tenant_id").list(People::tenant);
  }

  static Optional<User> user(Sql sql, int tenant, String name) throws SQLException {
    return sql.of(USERS + " WHERE tenant_no = ? AND name = ?")
        .integer(tenant)
        .text(name)
        .one(People::user);
  }

  static Optional<User> user(Sql sql, Owner owner) throws SQLException {
    return sql.of(USERS + " WHERE tenant_no = ? AND owner_no = ?")
        .integer(owner.tenant())
        .integer(owner.user())
        .one(People::user);
  }

  static List<User> users(Sql sql, int tenant) throws SQLException {
    return sql.of(USERS + " WHERE tenant_no = ? ORDER BY name").integer(tenant).list(People::user);
  }

  static void signedIn(Sql sql, Owner owner, Instant at) throws SQLException {
    sql.of(
            """
            UPDATE app_user SET signed_in_at = ?
             WHERE tenant_no = ? AND owner_no = ? AND signed_in_at IS NULL
            """)
        .instant(at)
        .integer(owner.tenant())
        .integer(owner.user())
        .update();
  }

  static boolean anySignedIn(Sql sql) throws SQLException {
    return sql.of("SELECT 1 FROM app_user WHERE signed_in_at IS NOT NULL LIMIT 1").any();
  }

  /** Whether none of these users is disabled; it stays so until the commit. */
  static boolean lockEnabled(Sql sql, int one, int other) throws SQLException {
    return sql
        .of(USERS + " WHERE owner_no IN (?, ?) ORDER BY owner_no" + sql.dialect().locked())
        .integer(one)
        .integer(other)
        .list(People::user)
        .stream()
        .allMatch(user -> user.disabledAt().isEmpty());
  }

  static boolean enable(Sql sql, Owner owner) throws SQLException {
    return sql.of(
                """
                UPDATE app_user SET disabled_at = NULL
                 WHERE tenant_no = ? AND owner_no = ? AND disabled_at IS NOT NULL
                """)
            .integer(owner.tenant())
            .integer(owner.user())
            .update()
        == 1;
  }

  static boolean disable(Sql sql, Owner owner, Instant at) throws SQLException {
    return sql.of(
                """
                UPDATE app_user SET disabled_at = ?
                 WHERE tenant_no = ? AND owner_no = ? AND disabled_at IS NULL
                """)
            .instant(at)
            .integer(owner.tenant())
            .integer(owner.user())
            .update()
        == 1;
  }

  private static Tenant tenant(Row row) throws SQLException {
    return new Tenant(
        row.integer("tenant_no"),
        row.text("tenant_id"),
        row.text("name"),
        row.instant("created_at"));
  }

  private static User user(Row row) throws SQLException {
    return new User(
        new Owner(row.integer("tenant_no"), row.integer("owner_no")),
        row.text("name"),
        Role.of(row.integer("role")),
        row.instant("created_at"),
        row.instantIfAny("disabled_at"));
  }
}
