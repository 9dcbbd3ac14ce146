package dev.carillon.acceptance.crash;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Speaks to a server as any client would, with a key of the operator's choice. */
public final class Rest {
  private final HttpClient client = HttpClient.newHttpClient();
  private final URI server;
  private final String key;

  public Rest(URI server, String key) {
    this.server = server;
    this.key = key;
  }

  /** Sends a body, or nothing when it is empty, and answers with the text of a 2xx. */
  public String send(String method, String path, String body) {
    var request =
        HttpRequest.newBuilder(server.resolve(path))
            .header("Authorization", "Bearer " + key)
            .header("Content-Type", "application/json")
            .method(
                method,
                body.isEmpty()
                    ? HttpRequest.BodyPublishers.noBody()
                    : HttpRequest.BodyPublishers.ofString(body))
            .build();
    try {
      var answer = client.send(request, HttpResponse.BodyHandlers.ofString());
      if (answer.statusCode() >= 300) {
        throw new IllegalStateException(
            method + " " + path + " was answered " + answer.statusCode() + ": " + answer.body());
      }
      return answer.body();
    } catch (IOException failure) {
      throw new IllegalStateException(method + " " + path + " was not answered", failure);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }

  /** The first string under this name in a JSON text. */
  public static String field(String json, String name) {
    Matcher found = Pattern.compile('"' + name + "\"\\s*:\\s*\"([^\"]*)\"").matcher(json);
    if (!found.find()) {
      throw new IllegalStateException("no field " + name + " in " + json);
    }
    return found.group(1);
  }
}
