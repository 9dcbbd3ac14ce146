package dev.carillon.server.schedules;

import dev.carillon.core.schedule.ScheduleId;
import dev.carillon.core.schedule.ScheduleStatus;
import dev.carillon.engine.store.Entry;
import dev.carillon.engine.store.Page;
import dev.carillon.engine.store.ReadStore.ScheduleKey;
import dev.carillon.engine.store.ReadStore.ScheduleQuery;
import dev.carillon.engine.store.ReadStore.Slice;
import dev.carillon.server.http.Ids;
import dev.carillon.server.http.Paging;
import dev.carillon.server.http.Request;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;

/** Which schedules are asked for, and where the next page of them begins. */
final class Listing {
  private static final String TOKEN = "schedule";

  private Listing() {}

  static ScheduleQuery query(Request request, Paging paging) {
    return new ScheduleQuery(
        request.query("status").flatMap(Listing::status),
        request.query("search").filter(text -> !text.isBlank()),
        new Slice<>(paging.token().map(Listing::key), paging.offset(), paging.size()));
  }

  static Optional<String> next(Page<Entry> page) {
    return page.more() ? Optional.of(token(page.items().getLast())) : Optional.empty();
  }

  /** As Shannon does: a status that nobody knows asks for all of them. */
  private static Optional<ScheduleStatus> status(String word) {
    return Arrays.stream(ScheduleStatus.values())
        .filter(status -> Views.status(status).equals(word))
        .findFirst();
  }

  private static String token(Entry last) {
    var schedule = last.schedule();
    return Paging.token(TOKEN + " " + schedule.createdAt() + " " + schedule.id());
  }

  private static ScheduleKey key(String plain) {
    var parts = plain.split(" ", -1);
    if (parts.length != 3 || !parts[0].equals(TOKEN)) {
      throw Paging.notOurs();
    }
    try {
      var id = Ids.uuid(parts[2]).orElseThrow(Paging::notOurs);
      return new ScheduleKey(Instant.parse(parts[1]), new ScheduleId(id));
    } catch (DateTimeException foreign) {
      throw Paging.notOurs();
    }
  }
}
