package dev.carillon.server.http;

import dev.carillon.api.json.WireJson;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** Routes that are really served, on a free port of this machine, and a client that asks them. */
public final class Listening implements AutoCloseable {
  private final HttpServer server;
  private final URI address;
  private final HttpClient client;

  public Listening(List<Route> routes, Doorkeeper doorkeeper) {
    this(HttpServer.Listen.plainly("127.0.0.1", 0), HttpClient.newHttpClient(), routes, doorkeeper);
  }

  /** In another way than plainly, for a client that knows that way. */
  public Listening(
      HttpServer.Listen listen, HttpClient client, List<Route> routes, Doorkeeper doorkeeper) {
    this.client = client;
    server = new HttpServer(listen, routes, doorkeeper, Draw.secure());
    address = server.start();
  }

  public URI address() {
    return address;
  }

  /** Sends a body as JSON; the headers are names and values in turn. */
  public HttpResponse<String> send(String method, String path, String body, String... headers) {
    var request =
        HttpRequest.newBuilder(address.resolve(path))
            .method(
                method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
    if (!body.isEmpty() && List.of(headers).stream().noneMatch("Content-Type"::equals)) {
      request.header("Content-Type", "application/json");
    }
    if (headers.length > 0) {
      request.headers(headers);
    }
    return send(request.build());
  }

  public HttpResponse<String> get(String path, String... headers) {
    return send("GET", path, "", headers);
  }

  private HttpResponse<String> send(HttpRequest request) {
    try {
      return client.send(request, BodyHandlers.ofString());
    } catch (IOException broken) {
      throw new AssertionError("no answer to " + request, broken);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new AssertionError("interrupted", interrupted);
    }
  }

  /** The body of an answer as JSON. */
  public static JsonNode json(HttpResponse<String> answer) {
    return WireJson.tree(answer.body());
  }

  @Override
  public void close() {
    client.close();
    server.close();
  }
}
