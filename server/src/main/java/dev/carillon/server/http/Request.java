package dev.carillon.server.http;

import dev.carillon.api.json.Times;
import io.javalin.http.Context;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** A request as features see it. Used by the one thread that serves it. */
public final class Request {
  private static final Pattern ETAG = Pattern.compile("\"?([0-9]{1,9})\"?");

  /** No row has this version, so that an ETag that is not ours never matches. */
  private static final int NO_VERSION = -1;

  private final Context context;
  private final String traceId;
  private @Nullable Who who;

  Request(Context context, String traceId) {
    this.context = context;
    this.traceId = traceId;
  }

  /** Who it is from; only behind a door that is not open. */
  public Who who() {
    var known = who;
    if (known == null) {
      throw new IllegalStateException("nobody signs in for " + path() + ": its door is open");
    }
    return known;
  }

  void from(Who recognised) {
    who = recognised;
  }

  String traceId() {
    return traceId;
  }

  public String method() {
    return context.method().name();
  }

  public String path() {
    return context.path();
  }

  /** Whether nobody could read it on its way, by what we or a proxy that we believe know. */
  public boolean overTls() {
    return context.req().isSecure();
  }

  /** A named part of the path, decoded. */
  public String path(String name) {
    return context.pathParam(name);
  }

  public Optional<String> query(String name) {
    return Optional.ofNullable(context.queryParam(name));
  }

  /** A time in the query. */
  public Optional<Instant> queryTime(String name) {
    return query(name).map(text -> time(name, text));
  }

  public Optional<String> header(String name) {
    return Optional.ofNullable(context.header(name));
  }

  public Optional<String> cookie(String name) {
    return Optional.ofNullable(context.cookie(name));
  }

  public Paging paging() {
    return Paging.of(this);
  }

  /** Of a list that has no pages by number. */
  public Paging pagingByToken() {
    return Paging.byToken(this);
  }

  /** The body as a value of the wire. */
  public <T> T body(Class<T> type) {
    return Body.bind(tree(), type);
  }

  /** The same, where the body may be left out. */
  public <T> T body(Class<T> type, T ifLeftOut) {
    var bytes = Body.bytes(context);
    return bytes.length == 0 ? ifLeftOut : Body.bind(Body.tree(context, bytes), type);
  }

  /** A tree that was put together of bodies, as a value of the wire. */
  public static <T> T bound(ObjectNode tree, Class<T> type) {
    return Body.bind(tree, type);
  }

  /** The body as a tree. */
  public ObjectNode tree() {
    return Body.tree(context, Body.bytes(context));
  }

  /**
   * The version in If-Match (RFC 9110, 13.1.1); empty without the header and for {@code *}. Several
   * ETags are refused: one row is changed, and one version of it was seen.
   */
  public OptionalInt ifMatch() {
    var sent = header("If-Match").map(String::trim).filter(text -> !text.equals("*"));
    if (sent.isEmpty()) {
      return OptionalInt.empty();
    }
    if (sent.get().contains(",")) {
      throw Refusal.ofParameter("If-Match", "If-Match names one ETag here");
    }
    var own = ETAG.matcher(sent.get());
    return OptionalInt.of(own.matches() ? Integer.parseInt(own.group(1)) : NO_VERSION);
  }

  /** Whether If-None-Match names this version (RFC 9110, 13.1.2: a weak comparison). */
  public boolean seen(String tag) {
    return header("If-None-Match").stream()
        .flatMap(text -> Pattern.compile(",").splitAsStream(text))
        .map(text -> text.trim().replaceFirst("^W/", ""))
        .anyMatch(text -> text.equals("*") || text.equals("\"" + tag + "\""));
  }

  private static Instant time(String name, String text) {
    try {
      return Times.read(text);
    } catch (DateTimeException unreadable) {
      throw Refusal.ofParameter(
          name,
          name
              + " is "
              + Times.WANTED
              + " and not: "
              + text
              + (text.contains(" ") ? " (in a query, + is written %2B)" : ""));
    }
  }
}
