package dev.carillon.server.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.carillon.api.json.WireJson;
import dev.carillon.server.Main;
import dev.carillon.server.configuration.Configuration;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;

/** A whole server on a store of its own, of whose answers each is judged by the contract. */
final class Served implements AutoCloseable {
  /** The key of its operator. */
  static final String OPERATOR = "the operator of this contract test";

  private final Contract contract;
  private final Main main;
  private final URI address;
  private final HttpClient client =
      HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NEVER).build();
  private final Set<String> asked = new TreeSet<>();

  Served(Path folder) throws IOException {
    contract = Contract.own();
    main =
        new Main(
            new Configuration(
                new Configuration.Reach("127.0.0.1", 0, Optional.empty(), Optional.empty()),
                folder,
                Optional.empty(),
                Optional.of(OPERATOR),
                new Configuration.Agents("http://agent-{name}.invalid:8000", "echo"),
                new Configuration.Limits(3, Duration.ofSeconds(1), 100, Duration.ofSeconds(15))),
            InstantSource.system());
    address = main.start();
  }

  Main main() {
    return main;
  }

  URI address() {
    return address;
  }

  Contract contract() {
    return contract;
  }

  /** The operations that were answered with success so far. */
  Set<String> asked() {
    return Set.copyOf(asked);
  }

  /** Asks as the operator. */
  HttpResponse<String> ask(String method, String path, String body, String... headers) {
    return askAs(OPERATOR, method, path, body, headers);
  }

  /** Asks with this key, or without one when it is empty; the answer is as the contract says. */
  HttpResponse<String> askAs(
      String key, String method, String path, String body, String... headers) {
    var request =
        HttpRequest.newBuilder(address.resolve(path))
            .method(
                method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
    if (!key.isEmpty()) {
      request.header("Authorization", "Bearer " + key);
    }
    if (!body.isEmpty()) {
      request.header("Content-Type", "application/json");
    }
    if (headers.length > 0) {
      request.headers(headers);
    }
    var answer = send(request.build());
    judge(method, answer);
    return answer;
  }

  /** Notes that an operation was answered as it is described, by other means than asking here. */
  void answered(String operation) {
    asked.add(operation);
  }

  static JsonNode json(HttpResponse<String> answer) {
    return WireJson.tree(answer.body());
  }

  private void judge(String method, HttpResponse<String> answer) {
    var operation = contract.operation(method, answer.uri().getPath());
    assertThat(operation).as(method + " " + answer.uri() + " is described").isPresent();
    var type = answer.headers().firstValue("Content-Type").orElse("");
    assertThat(contract.faults(operation.get(), answer.statusCode(), type, answer.body()))
        .as(operation.get() + " -> " + answer.statusCode() + " " + answer.body())
        .isEmpty();
    if (answer.statusCode() < 400) {
      asked.add(operation.get());
    }
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

  @Override
  public void close() {
    client.close();
    main.close();
  }
}
