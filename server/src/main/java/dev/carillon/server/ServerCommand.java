package dev.carillon.server;

import dev.carillon.store.postgres.PostgresSettings;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.BiFunction;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code carillon server}: serves until it is told to stop. */
@Command(
    name = "server",
    description = "Runs a server until it is stopped (Ctrl-C or SIGTERM).",
    footer = {
      "",
      "Each value can come from the environment instead, and a secret from a file named by the",
      "same variable with _FILE at its end (CARILLON_DB_PASSWORD_FILE=/run/secrets/db)."
    })
public final class ServerCommand implements Callable<Integer> {
  private static final int HIGHEST_PORT = 65_535;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(
      names = "--bind",
      paramLabel = "ADDRESS",
      defaultValue = "${env:CARILLON_BIND:-127.0.0.1}",
      description = "The address to listen on (CARILLON_BIND, default 127.0.0.1).")
  private String bind = "127.0.0.1";

  @Option(
      names = "--port",
      paramLabel = "PORT",
      defaultValue = "${env:CARILLON_PORT:-8080}",
      description = "The port to listen on; 0 picks a free one (CARILLON_PORT, default 8080).")
  private int port = 8_080;

  @Option(
      names = "--data",
      paramLabel = "FOLDER",
      defaultValue = "${env:CARILLON_DATA:-data}",
      description = "The folder of the embedded store (CARILLON_DATA, default ./data).")
  private Path data = Path.of("data");

  @Option(
      names = "--db-url",
      paramLabel = "URL",
      description = {
        "A PostgreSQL in place of the embedded store: jdbc:postgresql://HOST/DATABASE",
        "(CARILLON_DB_URL, with CARILLON_DB_USER and CARILLON_DB_PASSWORD)."
      })
  private Optional<String> databaseUrl = Optional.empty();

  @Option(
      names = "--insecure",
      description = "Allow --bind to an address that others reach, without TLS.")
  private boolean insecure;

  private final Environment environment;
  private final InstantSource clock;
  private final BiFunction<String, Collection<String>, Optional<String>> nearest;

  /**
   * @param environment the variables of this process
   * @param clock real time
   * @param nearest finds the one of some words that somebody meant who mistyped it
   */
  public ServerCommand(
      Map<String, String> environment,
      InstantSource clock,
      BiFunction<String, Collection<String>, Optional<String>> nearest) {
    this.environment = new Environment(environment);
    this.clock = clock;
    this.nearest = nearest;
  }

  @Override
  public Integer call() throws InterruptedException {
    var configuration = read();
    var err = spec.commandLine().getErr();
    environment.doubts(nearest).forEach(doubt -> err.println("carillon: " + doubt));
    return Main.serve(configuration, clock, spec.commandLine().getOut());
  }

  private Configuration read() {
    try {
      return configuration();
    } catch (Environment.Unreadable unreadable) {
      throw wrong(String.valueOf(unreadable.getMessage()));
    }
  }

  private Configuration configuration() {
    if (port < 0 || port > HIGHEST_PORT) {
      throw wrong("--port is 0 to " + HIGHEST_PORT + ", not " + port);
    }
    var configuration =
        new Configuration(
            bind,
            port,
            data,
            databaseUrl
                .or(() -> environment.secret("CARILLON_DB_URL"))
                .filter(url -> !url.isBlank())
                .map(this::database),
            environment.secret("CARILLON_ADMIN_KEY"),
            new Configuration.Agents(
                environment
                    .setting("CARILLON_AGENT_URL_TEMPLATE")
                    .orElse("http://agent-{name}:8000"),
                environment.setting("CARILLON_DEFAULT_AGENT").orElse("echo")),
            new Configuration.Limits(
                environment.number("SCHEDULE_MAX_PER_USER", 50, 1),
                environment.number("CARILLON_MAX_CONCURRENT_RUNS", 1_000, 1),
                Duration.ofSeconds(environment.number("CARILLON_LEASE_SECONDS", 15, 5))));
    if (!configuration.onLoopback() && !insecure) {
      throw wrong(
          "--bind "
              + bind
              + " lets others reach the server without TLS: put a proxy with TLS before it and say"
              + " --insecure, or bind to 127.0.0.1");
    }
    return configuration;
  }

  private PostgresSettings database(String url) {
    if (!url.startsWith("jdbc:postgresql:")) {
      throw wrong("--db-url begins with jdbc:postgresql:, for it is a PostgreSQL");
    }
    return new PostgresSettings(
        url, environment.secret("CARILLON_DB_USER"), environment.secret("CARILLON_DB_PASSWORD"));
  }

  private ParameterException wrong(String sentence) {
    return new ParameterException(spec.commandLine(), sentence);
  }
}
