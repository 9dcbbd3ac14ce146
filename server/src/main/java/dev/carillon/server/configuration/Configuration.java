package dev.carillon.server.configuration;

import dev.carillon.server.http.Proxies;
import dev.carillon.server.tls.PemFiles;
import dev.carillon.store.postgres.PostgresSettings;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * How a server is set up.
 *
 * @param data the folder of the embedded store, used when there is no database
 * @param database the PostgreSQL of a cluster
 * @param adminKey the first administrator's key in place of a generated one
 * @param agents how agents are found
 * @param limits what one user and one node may have
 */
public record Configuration(
    Reach reach,
    Path data,
    Optional<PostgresSettings> database,
    Optional<String> adminKey,
    Agents agents,
    Limits limits) {
  private static final int LAST_PORT = 65_535;

  /**
   * Who reaches the server, and how.
   *
   * @param port 0 picks a free one
   * @param certificate that it serves HTTPS with
   * @param proxies through which alone it is reached
   */
  public record Reach(
      String bind, int port, Optional<PemFiles> certificate, Optional<Proxies> proxies) {
    private static final Pattern LOOPBACK = Pattern.compile("localhost|::1|127(\\.[0-9]{1,3}){3}");

    /** Whether only this machine reaches it. */
    public boolean onlyThisMachine() {
      return loopback(bind) && proxies.isEmpty();
    }

    static boolean loopback(String bind) {
      return LOOPBACK.matcher(bind).matches();
    }
  }

  /**
   * How agents are found.
   *
   * @param urlTemplate where an agent without a URL of its own lives; {@code {name}} is its name
   * @param standard whom a schedule without a target calls
   */
  public record Agents(String urlTemplate, String standard) {}

  /**
   * What one user and one node may have.
   *
   * @param schedulesPerUser of a member; administrators have no such limit
   * @param minInterval how far apart the times of a schedule lie at least; zero sets no minimum
   * @param concurrentRuns calls that a node makes at once
   * @param lease after which a silent node is taken for dead
   */
  public record Limits(
      int schedulesPerUser, Duration minInterval, int concurrentRuns, Duration lease) {}

  /**
   * Makes values out of what is set.
   *
   * @throws BadSetting for what cannot be, and for what others could read on its way
   */
  public static Configuration of(Settings settings) {
    return new Configuration(
        reach(settings),
        Path.of(settings.text(Setting.DATA)),
        database(settings),
        settings.set(Setting.ADMIN_KEY).map(Value::text),
        new Agents(settings.text(Setting.AGENT_URL_TEMPLATE), settings.text(Setting.DEFAULT_AGENT)),
        new Limits(
            schedulesPerUser(settings),
            minInterval(settings),
            concurrentRuns(settings),
            lease(settings)));
  }

  /** Everything that a server would refuse, each in one sentence. */
  public static List<String> faults(Settings settings) {
    var each = Arrays.stream(Setting.values()).<Consumer<Settings>>map(one -> all -> all.find(one));
    var parts =
        Stream.<Consumer<Settings>>of(
            Configuration::port,
            Configuration::certificate,
            Configuration::proxies,
            Configuration::requireGuarded,
            Configuration::database,
            Configuration::schedulesPerUser,
            Configuration::minInterval,
            Configuration::concurrentRuns,
            Configuration::lease);
    return Stream.concat(each, parts)
        .flatMap(part -> fault(part, settings).stream())
        .distinct()
        .toList();
  }

  private static Optional<String> fault(Consumer<Settings> part, Settings settings) {
    try {
      part.accept(settings);
      return Optional.empty();
    } catch (BadSetting unusable) {
      return Optional.ofNullable(unusable.getMessage());
    }
  }

  private static int schedulesPerUser(Settings settings) {
    return settings.number(Setting.SCHEDULE_MAX_PER_USER, 1, Integer.MAX_VALUE);
  }

  private static int concurrentRuns(Settings settings) {
    return settings.number(Setting.MAX_CONCURRENT_RUNS, 1, Integer.MAX_VALUE);
  }

  private static Duration lease(Settings settings) {
    return Duration.ofSeconds(settings.number(Setting.LEASE_SECONDS, 5, Integer.MAX_VALUE));
  }

  /** In seconds, or in minutes by the name that Shannon has for it. */
  private static Duration minInterval(Settings settings) {
    var minutes = settings.set(Setting.SCHEDULE_MIN_INTERVAL_MINS);
    if (minutes.isEmpty()) {
      return Duration.ofSeconds(settings.number(Setting.MIN_INTERVAL, 0, Integer.MAX_VALUE));
    }
    if (settings.set(Setting.MIN_INTERVAL).isPresent()) {
      throw new BadSetting(
          minutes.get().from()
              + " and "
              + Setting.MIN_INTERVAL.variable()
              + " set the same value: give only one of them");
    }
    return Duration.ofMinutes(
        settings.number(Setting.SCHEDULE_MIN_INTERVAL_MINS, 0, Integer.MAX_VALUE));
  }

  private static Reach reach(Settings settings) {
    requireGuarded(settings);
    return new Reach(
        settings.text(Setting.BIND), port(settings), certificate(settings), proxies(settings));
  }

  private static int port(Settings settings) {
    return settings.number(Setting.PORT, 0, LAST_PORT);
  }

  private static void requireGuarded(Settings settings) {
    var bind = settings.text(Setting.BIND);
    var guarded = certificate(settings).isPresent() || proxies(settings).isPresent();
    var insecure = settings.isOn(Setting.INSECURE);
    if (!Reach.loopback(bind) && !guarded && !insecure) {
      throw new BadSetting(
          "--bind "
              + bind
              + " lets others reach the server without TLS: give it --tls-cert and --tls-key, or put"
              + " a proxy with TLS before it and name that with --behind-proxy, or say --insecure, or"
              + " bind to 127.0.0.1");
    }
  }

  private static Optional<PemFiles> certificate(Settings settings) {
    var certificate = settings.set(Setting.TLS_CERT);
    var key = settings.set(Setting.TLS_KEY);
    if (certificate.isPresent() != key.isPresent()) {
      throw new BadSetting("--tls-cert and --tls-key belong together: give both, or neither");
    }
    return certificate.map(
        file -> new PemFiles(Path.of(file.text()), Path.of(key.orElseThrow().text())));
  }

  private static Optional<Proxies> proxies(Settings settings) {
    return settings
        .set(Setting.BEHIND_PROXY)
        .map(value ->
            Proxies.read(value.text())
                .orElseThrow(() ->
                    new BadSetting(
                        value.from()
                            + " names addresses or networks, such as 10.0.0.0/8, and not '"
                            + value.text()
                            + "'")));
  }

  private static Optional<PostgresSettings> database(Settings settings) {
    var url = settings.set(Setting.DB_URL);
    if (url.filter(said -> !said.text().startsWith("jdbc:postgresql:")).isPresent()) {
      throw new BadSetting(
          url.get().from() + " begins with jdbc:postgresql:, for it is a PostgreSQL");
    }
    return url.map(said ->
        new PostgresSettings(
            said.text(),
            settings.set(Setting.DB_USER).map(Value::text),
            settings.set(Setting.DB_PASSWORD).map(Value::text)));
  }
}
