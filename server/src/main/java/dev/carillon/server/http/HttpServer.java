package dev.carillon.server.http;

import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import io.javalin.http.HttpResponseException;
import io.javalin.router.Endpoint;
import io.javalin.util.JavalinException;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.eclipse.jetty.server.handler.GracefulHandler;

/**
 * Listens, and leads each request through the door of its route to its handler. One instance is
 * started once; every request has a virtual thread of its own.
 */
public final class HttpServer implements AutoCloseable {
  private static final int LARGEST_HEADERS = 16_384;
  private static final long STOP_MILLIS = 5_000;

  private final Listen listen;
  private final List<String> operations;
  private final Javalin javalin;

  /**
   * Where to listen.
   *
   * @param port 0 picks a free one
   */
  public record Listen(String host, int port) {}

  public HttpServer(Listen listen, List<Route> routes, Doorkeeper doorkeeper, Draw draw) {
    this.listen = listen;
    operations = routes.stream().map(route -> route.method() + " " + route.path()).toList();
    var serving = new Serving(doorkeeper, draw);
    javalin =
        Javalin.create(config -> {
          settle(config, listen);
          config.routes.before(serving::begin);
          routes.forEach(route -> add(config, route, serving));
          config.routes.exception(HttpResponseException.class, serving::notServed);
          config.routes.exception(Exception.class, serving::failed);
        });
  }

  /** What is served, each as its method and path. */
  public List<String> operations() {
    return operations;
  }

  /** Starts to listen, and answers with the address. */
  public URI start() {
    try {
      javalin.start();
    } catch (JavalinException failed) {
      throw CannotListen.of(listen, failed);
    }
    return URI.create("http://" + forUri(listen.host()) + ":" + javalin.port());
  }

  /** Takes no new connection, and lets the requests under way come to their answers. */
  @Override
  public void close() {
    javalin.stop();
  }

  private static void settle(JavalinConfig config, Listen listen) {
    config.startup.showJavalinBanner = false;
    config.startup.showOldJavalinVersionWarning = false;
    config.startup.startupWatcherEnabled = false;
    config.concurrency.useVirtualThreads = true;
    config.http.prefer405over404 = true;
    config.jetty.host = listen.host();
    config.jetty.port = listen.port();
    config.jetty.modifyHttpConfiguration(http -> {
      http.setSendServerVersion(false);
      http.setRequestHeaderSize(LARGEST_HEADERS);
    });
    config.jetty.modifyServer(server -> {
      server.setErrorHandler(new JettyProblems());
      server.insertHandler(new GracefulHandler());
      server.setStopTimeout(STOP_MILLIS);
    });
  }

  /** HEAD is GET without the body, which Jetty leaves out. */
  private static void add(JavalinConfig config, Route route, Serving serving) {
    var methods = route.method().equals("GET") ? List.of("GET", "HEAD") : List.of(route.method());
    for (var method : methods) {
      config.routes.addEndpoint(
          new Endpoint(
              HandlerType.findOrCreate(method),
              route.path(),
              (Context context) -> serving.serve(route, context)));
    }
  }

  private static String forUri(String host) {
    return Optional.of(host)
        .filter(name -> name.contains(":"))
        .map(name -> "[" + name + "]")
        .orElse(host);
  }
}
