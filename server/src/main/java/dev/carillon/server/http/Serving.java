package dev.carillon.server.http;

import dev.carillon.api.json.WireJson;
import dev.carillon.api.problem.Problem;
import dev.carillon.engine.access.Permission;
import dev.carillon.engine.store.StoreException;
import dev.carillon.server.http.Answer.Content;
import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.jetty.http.HttpStatus;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

/** Serves one request after the other; shared by all threads. */
final class Serving {
  private static final String TRACE = "carillon-trace";
  private static final int BAD_REQUEST = 400;
  private static final int NOT_FOUND = 404;
  private static final int METHOD_NOT_ALLOWED = 405;
  private static final Logger log = LoggerFactory.getLogger(Serving.class);

  private final Doorkeeper doorkeeper;
  private final Draw draw;

  Serving(Doorkeeper doorkeeper, Draw draw) {
    this.doorkeeper = doorkeeper;
    this.draw = draw;
  }

  /** What holds for every request, whether it finds a route or not. */
  void begin(Context context) {
    var traceId = Trace.id(Optional.ofNullable(context.header("traceparent")), draw);
    context.attribute(TRACE, traceId);
    context.header(
        "X-Request-Id",
        Trace.requestId(Optional.ofNullable(context.header("X-Request-Id")), traceId));
    Guarding.HEADERS.forEach(context::header);
    if (context.req().isSecure()) {
      context.header("Strict-Transport-Security", Guarding.ONLY_TLS);
    }
    context.header("Cache-Control", Guarding.NO_STORE);
  }

  void serve(Route route, Context context) {
    if (Proxies.wasPast(context.req()) && !(route.door() instanceof Door.Probe)) {
      write(
          context,
          Refusal.of(
              Wrong.NOT_ALLOWED, "this server answers only to the proxy that stands before it"));
      return;
    }
    var request = new Request(context, traceId(context));
    try (var _ = MDC.putCloseable("trace", request.traceId())) {
      write(context, answer(route, request));
    }
  }

  /** No route, or not by this method. */
  void notServed(HttpResponseException refused, Context context) {
    switch (refused.getStatus()) {
      case NOT_FOUND ->
          write(context, Refusal.of(Wrong.NOT_FOUND, "there is nothing at this path"));
      case METHOD_NOT_ALLOWED -> {
        var allowed = refused.getDetails().getOrDefault("availableMethods", "");
        write(
            context,
            Refusal.of(Wrong.METHOD_NOT_ALLOWED, "this path answers to " + allowed)
                .with("Allow", allowed));
      }
      default ->
          write(context, Refusal.of(Wrong.BAD_REQUEST, String.valueOf(refused.getMessage())));
    }
  }

  /** What nobody planned. */
  void failed(Exception failure, Context context) {
    log.error("request failed method={} path={}", context.method(), context.path(), failure);
    write(
        context,
        Refusal.of(
            Wrong.INTERNAL, "something went wrong here; the log has more under the trace id"));
  }

  private Answer answer(Route route, Request request) {
    try {
      pass(route.door(), request);
      return route.handler().answer(request);
    } catch (Refusal refusal) {
      return answer(refusal, request.path(), request.traceId());
    } catch (StoreException.Away away) {
      log.warn("store away path={}: {}", request.path(), away.getMessage());
      var refusal =
          Refusal.of(Wrong.UNAVAILABLE, "the store cannot be reached; try again")
              .with("Retry-After", "1");
      return answer(refusal, request.path(), request.traceId());
    }
  }

  private void pass(Door door, Request request) {
    switch (door) {
      case Door.Probe(), Door.Open() -> {}
      case Door.SignedIn() -> request.from(recognise(request));
      case Door.Needs(var oneOf) -> {
        var who = recognise(request);
        if (!who.mayAny(oneOf)) {
          throw Refusal.of(Wrong.NOT_ALLOWED, "this needs the scope " + words(oneOf));
        }
        request.from(who);
      }
    }
  }

  private Who recognise(Request request) {
    return doorkeeper
        .recognise(request)
        .orElseThrow(() ->
            Refusal.of(
                    Wrong.SIGN_IN_NEEDED,
                    "send an API key that counts, with the header Authorization: Bearer")
                .with("WWW-Authenticate", "Bearer realm=\"carillon\""));
  }

  private static String words(Set<Permission> oneOf) {
    return oneOf.stream().map(Permission::word).sorted().collect(Collectors.joining(" or "));
  }

  private static void write(Context context, Refusal refusal) {
    write(context, answer(refusal, context.path(), traceId(context)));
  }

  private static Answer answer(Refusal refusal, String path, String traceId) {
    var bytes = WireJson.bytes(refusal.problem(path, traceId));
    return new Answer(
        refusal.wrong().status(),
        refusal.headers(),
        new Content.File("application/problem+json", () -> bytes));
  }

  private static void write(Context context, Answer answer) {
    context.status(answer.status());
    answer.headers().forEach(context::header);
    switch (answer.content()) {
      case Content.Nothing() -> {}
      case Content.Json(var value) ->
          context.contentType("application/json").result(WireJson.bytes(value));
      case Content.File(var type, var bytes) -> context.contentType(type).result(bytes.array());
      case Content.Live(var type, var writer) -> live(context, type, writer);
    }
  }

  private static void live(Context context, String type, Answer.Writer writer) {
    context.contentType(type).header("X-Accel-Buffering", "no");
    try (writer) {
      if (context.req().getMethod().equals("HEAD")) {
        return;
      }
      // Past Javalin's own stream, which would gather the events to compress them.
      var out = context.res().getOutputStream();
      context.res().flushBuffer();
      writer.write(out);
    } catch (IOException gone) {
      log.debug("reader gone path={}", context.path());
    } catch (StoreException.Away away) {
      // What was sent cannot be taken back for a problem: the reader comes back and is told more.
      log.warn("store away, stream ended path={}: {}", context.path(), away.getMessage());
    } catch (RuntimeException failure) {
      log.error("stream failed path={}", context.path(), failure);
    }
  }

  private static String traceId(Context context) {
    return Optional.<String>ofNullable(context.attribute(TRACE)).orElse("");
  }

  /** The document for what fails before a request is one. */
  static byte[] problem(int status, String error) {
    var wrong = status == BAD_REQUEST ? Optional.of(Wrong.BAD_REQUEST) : Wrong.of(status);
    return WireJson.bytes(
        new Problem(
            // Of a status that says all there is to say (RFC 9457, 4.2.1).
            wrong.map(known -> Problem.PREFIX + known.slug()).orElse("about:blank"),
            wrong.map(Wrong::title).orElseGet(() -> HttpStatus.getMessage(status)),
            status,
            Optional.empty(),
            Optional.empty(),
            error,
            Optional.empty(),
            List.of()));
  }
}
