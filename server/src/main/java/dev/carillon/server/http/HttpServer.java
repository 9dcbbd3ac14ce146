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
import javax.net.ssl.SSLContext;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.SecureRequestCustomizer;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.handler.GracefulHandler;
import org.eclipse.jetty.util.ssl.SslContextFactory;

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
   * Where and how to listen.
   *
   * @param port 0 picks a free one
   * @param tls what HTTPS is spoken with; without it, HTTP is
   * @param proxies through which alone requests come
   */
  public record Listen(String host, int port, Optional<SSLContext> tls, Optional<Proxies> proxies) {
    /** Plainly, for those who reach the address. */
    public static Listen plainly(String host, int port) {
      return new Listen(host, port, Optional.empty(), Optional.empty());
    }

    String scheme() {
      return tls.isPresent() ? "https" : "http";
    }
  }

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
    return URI.create(listen.scheme() + "://" + forUri(listen.host()) + ":" + javalin.port());
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
      listen.proxies().map(Proxies::customizer).ifPresent(http::addCustomizer);
    });
    listen
        .tls()
        .ifPresent(tls ->
            config.jetty.addConnector((server, http) -> connector(server, http, listen, tls)));
    config.jetty.modifyServer(server -> {
      server.setErrorHandler(new JettyProblems());
      server.insertHandler(new GracefulHandler());
      server.setStopTimeout(STOP_MILLIS);
    });
  }

  private static Connector connector(
      Server server, HttpConfiguration plain, Listen listen, SSLContext tls) {
    var http = new HttpConfiguration(plain);
    var secure = new SecureRequestCustomizer();
    // There is one certificate, whatever name the client knows us by.
    secure.setSniHostCheck(false);
    http.addCustomizer(secure);
    var factory = new SslContextFactory.Server();
    factory.setSslContext(tls);
    var connector = new ServerConnector(server, factory, new HttpConnectionFactory(http));
    connector.setHost(listen.host());
    connector.setPort(listen.port());
    return connector;
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
