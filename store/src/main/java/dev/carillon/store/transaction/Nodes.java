package dev.carillon.store.transaction;

import dev.carillon.engine.store.NodeStore;
import dev.carillon.engine.store.StoreException;
import dev.carillon.store.sql.Sql;
import dev.carillon.store.sql.Transactions;
import dev.carillon.store.sql.Transactions.Lane;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;

/** The leases of nodes, on the database's clock. */
public final class Nodes implements NodeStore {
  private final Transactions transactions;
  private final boolean alone;

  /**
   * @param alone whether only one node can exist at a time, so that every earlier one is dead
   */
  Nodes(Transactions transactions, boolean alone) {
    this.transactions = transactions;
    this.alone = alone;
  }

  @Override
  public int join(String name, Duration lease) {
    return transactions.write(
        Lane.PLAN,
        sql -> {
          if (alone) {
            sql.of("UPDATE node SET alive = ? WHERE alive").flag(false).update();
          }
          return sql.of(
                  "INSERT INTO node (name, expires_at, alive) VALUES (?, ?, ?) RETURNING node_no")
              .text(name)
              .instant(sql.now().plus(lease))
              .flag(true)
              .one(row -> row.integer("node_no"))
              .orElseThrow();
        });
  }

  @Override
  public boolean renew(int node, Duration lease) {
    return transactions.write(
        Lane.PLAN,
        sql ->
            sql.of("UPDATE node SET expires_at = ? WHERE node_no = ? AND alive")
                    .instant(sql.now().plus(lease))
                    .integer(node)
                    .update()
                == 1);
  }

  @Override
  public void leave(int node) {
    transactions.write(
        Lane.PLAN,
        sql ->
            sql.of("UPDATE node SET alive = ? WHERE node_no = ?")
                .flag(false)
                .integer(node)
                .update());
  }

  @Override
  public boolean hasOthers() {
    return !alone;
  }

  @Override
  public boolean othersLive() {
    return !alone
        && transactions.<Boolean>read(
            Lane.PLAN,
            sql ->
                sql.of("SELECT node_no FROM node WHERE alive AND expires_at > ?")
                    .instant(sql.now())
                    .any());
  }

  /**
   * Locks before it writes: the lock waits for the node's transactions that hold its row shared,
   * and one that begins later finds its lease ended.
   */
  @Override
  public List<Integer> bury() {
    return transactions.write(
        Lane.PLAN,
        sql -> {
          var expired =
              sql.of(
                      "SELECT node_no FROM node WHERE alive AND expires_at <= ? ORDER BY node_no"
                          + sql.dialect().locked())
                  .instant(sql.now())
                  .list(row -> row.integer("node_no"));
          for (var node : expired) {
            sql.of("UPDATE node SET alive = ? WHERE node_no = ?")
                .flag(false)
                .integer(node)
                .update();
          }
          return expired;
        });
  }

  /** Refuses the work of a node without a lease, and keeps it from being buried meanwhile. */
  static void requireAlive(Sql sql, int node) throws SQLException {
    var alive =
        sql.of(
                "SELECT node_no FROM node WHERE node_no = ? AND alive AND expires_at > ?"
                    + sql.dialect().shared())
            .integer(node)
            .instant(sql.now())
            .any();
    if (!alive) {
      throw new StoreException.Away("node " + node + " has no lease at this moment");
    }
  }
}
