package dev.carillon.store.agents;

import dev.carillon.core.schedule.Owner;
import dev.carillon.engine.store.Agent;
import dev.carillon.engine.store.AgentStore;
import dev.carillon.engine.store.Scope;
import dev.carillon.store.sql.Filter;
import dev.carillon.store.sql.Row;
import dev.carillon.store.sql.Sql;
import dev.carillon.store.sql.Transactions;
import dev.carillon.store.sql.Transactions.Lane;
import java.net.URI;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Keeps the agents of all tenants; each method is one transaction. */
public final class Agents implements AgentStore {
  private static final String COLUMNS =
      """
      SELECT tenant_no, owner_no, name, url, timeout_seconds, created_at, updated_at FROM agent
      """;

  private final Transactions transactions;

  public Agents(Transactions transactions) {
    this.transactions = transactions;
  }

  @Override
  public boolean create(Agent agent) {
    return transactions.write(Lane.PEOPLE, sql -> insert(sql, agent, "DO NOTHING") == 1);
  }

  @Override
  public void save(Agent agent) {
    transactions.write(
        Lane.PEOPLE,
        sql ->
            insert(
                sql,
                agent,
                """
                DO UPDATE
                   SET url = excluded.url, timeout_seconds = excluded.timeout_seconds,
                       updated_at = excluded.updated_at
                """));
  }

  private static int insert(Sql sql, Agent agent, String ifThere) throws SQLException {
    return sql.of(
            """
            INSERT INTO agent (tenant_no, owner_no, name, url, timeout_seconds, created_at,
                   updated_at)
            VALUES (?, ?, ?, ?, ?, ?, ?)
            ON CONFLICT (tenant_no, owner_no, name)
            """
                + ifThere)
        .integer(agent.owner().tenant())
        .integer(agent.owner().user())
        .text(agent.name())
        .text(agent.url().map(URI::toString))
        .number(agent.timeout().toSeconds())
        .instant(agent.createdAt())
        .instant(agent.updatedAt())
        .update();
  }

  @Override
  public Optional<Agent> find(Scope scope, String name) {
    return find(Lane.PEOPLE, scope, name);
  }

  @Override
  public Optional<Agent> resolve(Owner owner, String name) {
    return find(Lane.CALLS, Scope.of(owner), name);
  }

  @Override
  public List<Agent> list(Scope scope) {
    var filter = Filter.seenBy(scope);
    return transactions.read(
        Lane.PEOPLE,
        sql ->
            filter
                .bind(sql.of(COLUMNS + filter.clause() + " ORDER BY name, owner_no"))
                .list(Agents::read));
  }

  @Override
  public boolean delete(Owner owner, String name) {
    var filter = Filter.seenBy(Scope.of(owner)).and("name = ?", one -> one.text(name));
    return transactions.write(
        Lane.PEOPLE,
        sql -> filter.bind(sql.of("DELETE FROM agent" + filter.clause())).update() == 1);
  }

  private Optional<Agent> find(Lane lane, Scope scope, String name) {
    var filter = Filter.seenBy(scope).and("name = ?", one -> one.text(name));
    return transactions.read(
        lane,
        sql ->
            filter
                .bind(sql.of(COLUMNS + filter.clause() + " ORDER BY owner_no LIMIT 1"))
                .one(Agents::read));
  }

  private static Agent read(Row row) throws SQLException {
    return new Agent(
        new Owner(row.integer("tenant_no"), row.integer("owner_no")),
        row.text("name"),
        row.textIfAny("url").map(URI::create),
        Duration.ofSeconds(row.number("timeout_seconds")),
        row.instant("created_at"),
        row.instant("updated_at"));
  }
}
