package dev.carillon.store.read;

import dev.carillon.engine.store.Page;
import dev.carillon.engine.store.ReadStore.Slice;
import dev.carillon.store.sql.Query;
import java.sql.SQLException;
import java.util.List;
import java.util.OptionalLong;
import java.util.UUID;

/** Cuts the ids of a page out of a list, and counts the list. */
final class Slicing {
  private Slicing() {}

  /** The ids of a page, and whether there are more. */
  record Ids(List<UUID> ids, boolean more) {}

  /**
   * How far into the list the page reaches, as the text of a LIMIT: a power of two, because
   * PostgreSQL plans for a tenth of the table where the limit is a parameter, and because there are
   * then few texts.
   */
  static int reach(Slice<?> slice) {
    var needed = slice.offset() + slice.size() + 1;
    return Integer.highestOneBit(needed) == needed ? needed : Integer.highestOneBit(needed) << 1;
  }

  /** Runs a statement that ends in {@code LIMIT ? OFFSET ?} and answers with ids. */
  static Ids cut(Query query, Slice<?> slice) throws SQLException {
    var found = query.integer(slice.size() + 1).integer(slice.offset()).list(row -> row.id("id"));
    var more = found.size() > slice.size();
    return new Ids(more ? found.subList(0, slice.size()) : found, more);
  }

  /** How long the list is, if the page itself tells: it shows the end, and from the start. */
  static OptionalLong length(Slice<?> slice, Ids ids) {
    var tells =
        slice.after().isEmpty() && !ids.more() && (slice.offset() == 0 || !ids.ids().isEmpty());
    return tells ? OptionalLong.of((long) slice.offset() + ids.ids().size()) : OptionalLong.empty();
  }

  /** Counts rows, of which the statement gives one more than need be counted. */
  static String counting(String rows) {
    return "SELECT count(*) AS n FROM (" + rows + " LIMIT " + (Page.COUNTED + 1) + ") x";
  }

  static long number(Query query) throws SQLException {
    return query.one(row -> row.number("n")).orElse(0L);
  }
}
