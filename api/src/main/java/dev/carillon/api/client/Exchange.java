package dev.carillon.api.client;

import dev.carillon.api.json.WireJson;
import dev.carillon.api.problem.Problem;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javax.net.ssl.SSLContext;
import tools.jackson.core.JacksonException;

/** Sends one request and reads one answer. Shared by all threads. */
final class Exchange implements AutoCloseable {
  private static final Duration CONNECT = Duration.ofSeconds(5);
  private static final Duration ANSWER = Duration.ofSeconds(60);
  private static final int FIRST_ERROR = 400;

  private final URI server;
  private final Optional<String> key;
  private final HttpClient http;

  Exchange(URI server, Optional<String> key, Optional<SSLContext> trust) {
    this.server = server;
    this.key = key;
    var builder =
        HttpClient.newBuilder().connectTimeout(CONNECT).version(HttpClient.Version.HTTP_1_1);
    trust.ifPresent(builder::sslContext);
    http = builder.build();
  }

  /** Sends the request and reads the answer as this type. */
  <T> T ask(String method, Call call, Class<T> type) {
    var response = send(request(method, call).timeout(ANSWER).build(), BodyHandlers.ofByteArray());
    if (response.statusCode() >= FIRST_ERROR) {
      throw refused(response.statusCode(), response.body());
    }
    try {
      return WireJson.read(response.body(), type);
    } catch (JacksonException foreign) {
      throw new ApiException.Foreign(server, response.statusCode(), foreign);
    }
  }

  /** Sends the request and expects nothing but its success. */
  void tell(String method, Call call) {
    var response = send(request(method, call).timeout(ANSWER).build(), BodyHandlers.ofByteArray());
    if (response.statusCode() >= FIRST_ERROR) {
      throw refused(response.statusCode(), response.body());
    }
  }

  /** Reads an answer line by line, for as long as it goes on. */
  Stream<String> lines(Call call) {
    var response = send(request("GET", call).build(), BodyHandlers.ofLines());
    if (response.statusCode() >= FIRST_ERROR) {
      var body = String.join("\n", response.body().toList());
      throw refused(response.statusCode(), body.getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }
    return response.body();
  }

  /** Where a request goes, what it says, and its further headers. */
  record Call(String path, Optional<Object> body, Map<String, String> headers) {
    static Call to(String path) {
      return new Call(path, Optional.empty(), Map.of());
    }

    Call with(Object content) {
      return new Call(path, Optional.of(content), headers);
    }

    Call with(Map<String, String> others) {
      return new Call(path, body, others);
    }
  }

  @Override
  public void close() {
    http.close();
  }

  private HttpRequest.Builder request(String method, Call call) {
    var request = HttpRequest.newBuilder(server.resolve(call.path()));
    key.ifPresent(secret -> request.header("Authorization", "Bearer " + secret));
    call.headers().forEach(request::header);
    call.body().ifPresent(body -> request.header("Content-Type", "application/json"));
    return request.method(
        method,
        call.body()
            .map(body -> BodyPublishers.ofByteArray(WireJson.bytes(body)))
            .orElseGet(BodyPublishers::noBody));
  }

  private <T> HttpResponse<T> send(HttpRequest request, HttpResponse.BodyHandler<T> handler) {
    try {
      return http.send(request, handler);
    } catch (IOException nobody) {
      throw NoAnswer.of(server, nobody);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new ApiException.Unreachable(server, "this thread was interrupted", interrupted);
    }
  }

  private ApiException refused(int status, byte[] body) {
    try {
      return new ApiException.Refused(WireJson.read(body, Problem.class));
    } catch (JacksonException foreign) {
      return new ApiException.Foreign(server, status, foreign);
    }
  }
}
