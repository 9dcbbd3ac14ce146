package dev.carillon.store.activity;

import dev.carillon.store.sql.Query;

/** In which order a database's activities are read; the parts of the statements that differ. */
public enum StreamOrder {
  /** One writer: the order of the numbers is the order of the commits. */
  BY_NUMBER("a.seq", "a.seq > ?", "a.seq < ?", "a.seq > 0"),
  /**
   * Many writers: see the package. A number that has been pruned, or never was, stands behind the
   * next smaller one for a reader who goes on, and before the next greater one for a reader who
   * goes back.
   */
  BY_TRANSACTION(
      "a.txid, a.seq",
      """
      (a.txid, a.seq) > (coalesce((SELECT txid FROM activity WHERE seq <= ?
                                    ORDER BY seq DESC LIMIT 1), '0'::xid8), ?)
      """,
      """
      (a.txid, a.seq) < (coalesce((SELECT txid FROM activity WHERE seq = ?),
                                  '18446744073709551615'::xid8), ?)
        AND (a.seq < ? OR EXISTS (SELECT 1 FROM activity WHERE seq = ?))
      """,
      "a.txid < pg_snapshot_xmin(pg_current_snapshot())");

  private final String columns;
  private final String after;
  private final String before;
  private final String committed;

  StreamOrder(String columns, String after, String before, String committed) {
    this.columns = columns;
    this.after = after;
    this.before = before;
    this.committed = committed;
  }

  /** The columns to order by, each with this direction. */
  String by(String direction) {
    return columns.replace(",", direction + ",") + direction;
  }

  /** True of the rows that nothing can overtake any more. */
  String committed() {
    return committed;
  }

  /** True of the rows after a number; {@link #bindAfter} binds it. */
  String after() {
    return after;
  }

  /** True of the rows before a number; {@link #bindBefore} binds it. */
  String before() {
    return before;
  }

  Query bindAfter(Query query, long seq) {
    return bind(query, seq, after);
  }

  Query bindBefore(Query query, long seq) {
    return bind(query, seq, before);
  }

  /** Every question mark stands for the number. */
  private static Query bind(Query query, long seq, String condition) {
    condition.chars().filter(sign -> sign == '?').forEach(mark -> query.number(seq));
    return query;
  }
}
