package dev.carillon.cli.schedule;

import dev.carillon.api.client.CarillonClient;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Option;

/** The options that say which server is asked. */
final class ServerOptions {
  private static final String STANDARD = "http://127.0.0.1:8080";

  @Option(
      names = "--url",
      paramLabel = "URL",
      description = "the server (default: CARILLON_URL, else " + STANDARD + ")")
  private Optional<URI> url = Optional.empty();

  /** The key is never an argument: other users of the machine could read it there. */
  CarillonClient client(Map<String, String> environment) {
    var server =
        url.orElseGet(() -> URI.create(environment.getOrDefault("CARILLON_URL", STANDARD)));
    return new CarillonClient(server, Optional.ofNullable(environment.get("CARILLON_KEY")));
  }
}
