package dev.carillon.server.auth;

import dev.carillon.api.access.SessionRequest;
import dev.carillon.api.access.WhoAmI;
import dev.carillon.engine.access.ApiKey;
import dev.carillon.engine.access.KeyKind;
import dev.carillon.engine.access.Permission;
import dev.carillon.engine.access.Session;
import dev.carillon.server.http.Answer;
import dev.carillon.server.http.Door;
import dev.carillon.server.http.Refusal;
import dev.carillon.server.http.Request;
import dev.carillon.server.http.Route;
import dev.carillon.server.http.Who;
import dev.carillon.server.http.Wrong;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Signing in and out, and asking who one is. */
public final class SessionRoutes {
  private static final int CREATED = 201;
  private static final int SEE_OTHER = 303;

  private final Recognition recognition;
  private final Sessions sessions;

  public SessionRoutes(Recognition recognition, Sessions sessions) {
    this.recognition = recognition;
    this.sessions = sessions;
  }

  public List<Route> routes() {
    return List.of(
        Route.post("/api/v1/session", Door.open(), this::open),
        Route.get("/api/v1/session", Door.signedIn(), request -> Answer.ok(whoAmI(request.who()))),
        Route.delete("/api/v1/session", Door.open(), this::close),
        Route.get("/app/sign-in", Door.open(), this::signIn));
  }

  private Answer open(Request request) {
    if (request.header("Sec-Fetch-Site").isPresent()) {
      SameOrigin.require(request);
    }
    var key =
        request
            .body(SessionRequest.class)
            .key()
            .orElseThrow(() -> Refusal.at("/key", "an API key is needed to sign in"));
    var who =
        recognition
            .byKey(key)
            .orElseThrow(() -> Refusal.of(Wrong.SIGN_IN_NEEDED, "this key does not count"));
    if (who.kind() != KeyKind.USER) {
      throw Refusal.of(
          Wrong.NOT_ALLOWED,
          "a key of kind " + who.kind().word() + " opens no session; use one of kind user");
    }
    var token = sessions.open(who.owner(), who.bearer().key().map(ApiKey::id));
    return Answer.ok(whoAmI(who))
        .withStatus(CREATED)
        .with("Set-Cookie", Cookie.holding(token, request.overTls()));
  }

  private Answer close(Request request) {
    var token = request.cookie(Cookie.NAME);
    if (token.isPresent()) {
      SameOrigin.require(request);
      sessions.end(token.get());
    }
    return Answer.nothing().with("Set-Cookie", Cookie.ended());
  }

  /** State changes on a GET here, once, because a link is all that a terminal can offer. */
  private Answer signIn(Request request) {
    var token = request.query("token").flatMap(sessions::follow);
    var home = Answer.redirect(token.isPresent() ? "/app/" : "/app/?link=spent");
    return token
        .map(opened -> home.with("Set-Cookie", Cookie.holding(opened, request.overTls())))
        .orElse(home)
        .withStatus(SEE_OTHER);
  }

  private static WhoAmI whoAmI(Who who) {
    var bearer = who.bearer();
    return new WhoAmI(
        bearer.user().name(),
        who.role().word(),
        bearer.tenant().id(),
        bearer.tenant().name(),
        who.kind().word(),
        who.permissions().stream().sorted().map(Permission::word).toList(),
        bearer.session().isPresent() ? "session" : "key",
        bearer.key().map(ApiKey::id),
        end(who));
  }

  private static Optional<Instant> end(Who who) {
    return who.bearer()
        .session()
        .map(Session::expiresAt)
        .or(() -> who.bearer().key().flatMap(ApiKey::expiresAt));
  }
}
