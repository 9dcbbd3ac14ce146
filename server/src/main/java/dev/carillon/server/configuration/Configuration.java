package dev.carillon.server.configuration;

import dev.carillon.server.http.Proxies;
import dev.carillon.server.tls.PemFiles;
import dev.carillon.store.postgres.PostgresSettings;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;

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
      return loopback() && proxies.isEmpty();
    }

    boolean loopback() {
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
    var reach = reach(settings);
    return new Configuration(
        reach,
        Path.of(settings.text(Setting.DATA)),
        settings.set(Setting.DB_URL).map(url -> database(url, settings)),
        settings.set(Setting.ADMIN_KEY).map(Value::text),
        new Agents(settings.text(Setting.AGENT_URL_TEMPLATE), settings.text(Setting.DEFAULT_AGENT)),
        new Limits(
            settings.number(Setting.SCHEDULE_MAX_PER_USER, 1, Integer.MAX_VALUE),
            minInterval(settings),
            settings.number(Setting.MAX_CONCURRENT_RUNS, 1, Integer.MAX_VALUE),
            Duration.ofSeconds(settings.number(Setting.LEASE_SECONDS, 5, Integer.MAX_VALUE))));
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
    var reach =
        new Reach(
            settings.text(Setting.BIND),
            settings.number(Setting.PORT, 0, 65_535),
            certificate(settings),
            settings.set(Setting.BEHIND_PROXY).map(Configuration::proxies));
    var guarded = reach.certificate().isPresent() || reach.proxies().isPresent();
    if (!reach.loopback() && !guarded && !settings.isOn(Setting.INSECURE)) {
      throw new BadSetting(
          "--bind "
              + reach.bind()
              + " lets others reach the server without TLS: give it --tls-cert and --tls-key, or put"
              + " a proxy with TLS before it and name that with --behind-proxy, or say --insecure, or"
              + " bind to 127.0.0.1");
    }
    return reach;
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

  private static Proxies proxies(Value value) {
    return Proxies.read(value.text())
        .orElseThrow(() ->
            new BadSetting(
                value.from()
                    + " names addresses or networks, such as 10.0.0.0/8, and not '"
                    + value.text()
                    + "'"));
  }

  private static PostgresSettings database(Value url, Settings settings) {
    if (!url.text().startsWith("jdbc:postgresql:")) {
      throw new BadSetting(url.from() + " begins with jdbc:postgresql:, for it is a PostgreSQL");
    }
    return new PostgresSettings(
        url.text(),
        settings.set(Setting.DB_USER).map(Value::text),
        settings.set(Setting.DB_PASSWORD).map(Value::text));
  }
}
