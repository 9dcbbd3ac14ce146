package dev.carillon.server.activity;

import dev.carillon.api.activity.ActivityList;
import dev.carillon.engine.access.Permission;
import dev.carillon.engine.store.ActivityStore;
import dev.carillon.server.http.Answer;
import dev.carillon.server.http.Door;
import dev.carillon.server.http.Paging;
import dev.carillon.server.http.Request;
import dev.carillon.server.http.Route;
import java.util.List;
import java.util.Optional;

/** Reading back what happened. */
public final class ActivityRoutes {
  private static final String TOKEN = "before ";

  private final ActivityStore store;

  public ActivityRoutes(ActivityStore store) {
    this.store = store;
  }

  public List<Route> routes() {
    return List.of(Route.get("/api/v1/activity", Door.needs(Permission.RUNS_READ), this::list));
  }

  private Answer list(Request request) {
    var paging = request.pagingByToken();
    var before = paging.token().map(ActivityRoutes::place).orElse(Long.MAX_VALUE);
    var found = store.before(request.who().scope(), before, paging.size() + 1);
    var shown = found.stream().limit(paging.size()).toList();
    var next =
        found.size() > shown.size()
            ? Optional.of(Paging.token(TOKEN + shown.getLast().seq()))
            : Optional.<String>empty();
    return Answer.ok(
        new ActivityList(shown.stream().map(ActivityViews::of).toList(), paging.size(), next));
  }

  private static long place(String plain) {
    if (plain.matches(TOKEN + "[0-9]{1,18}")) {
      return Long.parseLong(plain.substring(TOKEN.length()));
    }
    throw Paging.notOurs();
  }
}
