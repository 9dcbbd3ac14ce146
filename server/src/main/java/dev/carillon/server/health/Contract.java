package dev.carillon.server.health;

import dev.carillon.server.http.Answer;
import dev.carillon.server.http.Door;
import dev.carillon.server.http.Route;
import java.io.IOException;
import java.io.UncheckedIOException;

/** The contract of this API, as it stands in the jar. */
public final class Contract {
  private static final String PLACE = "/dev/carillon/api/openapi.yaml";

  private Contract() {}

  public static Route route() {
    var bytes = bytes();
    return Route.get(
        "/openapi.yaml", Door.open(), request -> Answer.file("application/yaml", () -> bytes));
  }

  private static byte[] bytes() {
    try (var in = Contract.class.getResourceAsStream(PLACE)) {
      if (in == null) {
        throw new IllegalStateException("this jar has no openapi.yaml: build it with Maven");
      }
      return in.readAllBytes();
    } catch (IOException broken) {
      throw new UncheckedIOException("cannot read openapi.yaml of this jar", broken);
    }
  }
}
