package dev.carillon.server.configuration;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * What can be set, under all its names. Help, the reference page and what is understood come from
 * here.
 */
public enum Setting {
  BIND("CARILLON_BIND", Optional.of("--bind"), "127.0.0.1", "the address to listen on"),
  PORT("CARILLON_PORT", Optional.of("--port"), "8080", "the port to listen on; 0 picks a free one"),
  DATA("CARILLON_DATA", Optional.of("--data"), "data", "the folder of the embedded store"),
  DB_URL(
      "CARILLON_DB_URL",
      Optional.of("--db-url"),
      "",
      "a PostgreSQL in place of the embedded store: jdbc:postgresql://HOST/DATABASE"),
  DB_USER("CARILLON_DB_USER", Optional.empty(), "", "whom the database knows the server as"),
  DB_PASSWORD("CARILLON_DB_PASSWORD", Optional.empty(), "", "that user's password"),
  TLS_CERT(
      "CARILLON_TLS_CERT",
      Optional.of("--tls-cert"),
      "",
      "the certificate to serve HTTPS with, and those that signed it: a PEM file, read again when"
          + " it changes"),
  TLS_KEY(
      "CARILLON_TLS_KEY",
      Optional.of("--tls-key"),
      "",
      "that certificate's private key: a PEM file (PKCS #8, not encrypted)"),
  BEHIND_PROXY(
      "CARILLON_BEHIND_PROXY",
      Optional.of("--behind-proxy"),
      "",
      "the proxies with TLS, as addresses or networks (10.0.0.0/8, several with commas), which say in"
          + " X-Forwarded-Proto or Forwarded that they were asked by https; what comes past them is"
          + " refused, except for health"),
  INSECURE(
      "CARILLON_INSECURE",
      Optional.of("--insecure"),
      "false",
      "allows an address that others reach without TLS"),
  ADMIN_KEY(
      "CARILLON_ADMIN_KEY",
      Optional.empty(),
      "",
      "the first administrator's API key in place of a generated one; 32 characters or more"),
  DEFAULT_AGENT(
      "CARILLON_DEFAULT_AGENT", Optional.empty(), "echo", "whom a schedule without a target calls"),
  AGENT_URL_TEMPLATE(
      "CARILLON_AGENT_URL_TEMPLATE",
      Optional.empty(),
      "http://agent-{name}:8000",
      "where an agent without a URL of its own lives"),
  MAX_CONCURRENT_RUNS(
      "CARILLON_MAX_CONCURRENT_RUNS",
      Optional.empty(),
      "1000",
      "how many calls a node makes at once"),
  LEASE_SECONDS(
      "CARILLON_LEASE_SECONDS",
      Optional.empty(),
      "15",
      "after so many seconds a silent node is taken for dead; 5 or more"),
  SCHEDULE_MAX_PER_USER(
      "SCHEDULE_MAX_PER_USER",
      Optional.empty(),
      "50",
      "how many schedules a member may have; an administrator has no such limit"),
  MIN_INTERVAL(
      "CARILLON_MIN_INTERVAL",
      Optional.empty(),
      "1",
      "how many seconds apart the times of a schedule lie at least, through all changes of the"
          + " clocks; 0 sets no minimum"),
  SCHEDULE_MIN_INTERVAL_MINS(
      "SCHEDULE_MIN_INTERVAL_MINS", Optional.empty(), "", "the same in minutes, in place of it");

  private static final String OURS = "CARILLON_";
  private static final List<Setting> SECRETS = List.of(DB_URL, DB_USER, DB_PASSWORD, ADMIN_KEY);

  private final String variable;
  private final Optional<String> flag;
  private final String standard;
  private final String about;

  Setting(String variable, Optional<String> flag, String standard, String about) {
    this.variable = variable;
    this.flag = flag;
    this.standard = standard;
    this.about = about;
  }

  /** The environment's name for it. */
  public String variable() {
    return variable;
  }

  /** The command line's name for it, where it has one. */
  public Optional<String> flag() {
    return flag;
  }

  /** The file's name for it. */
  public String key() {
    var name = variable.startsWith(OURS) ? variable.substring(OURS.length()) : variable;
    return name.toLowerCase(Locale.ROOT);
  }

  /** What holds when nobody sets it. */
  public Optional<String> standard() {
    return Optional.of(standard).filter(text -> !text.isEmpty());
  }

  /** What it is, in one sentence without its end. */
  public String about() {
    return about;
  }

  /** Whether it is never shown, and may stand in a file of its own. */
  public boolean secret() {
    return SECRETS.contains(this);
  }

  /**
   * All names of one kind that are understood.
   *
   * @param inFile what a secret's name ends with when it names a file
   */
  static Stream<String> names(Function<Setting, String> name, String inFile) {
    return Arrays.stream(values())
        .flatMap(setting ->
            setting.secret()
                ? Stream.of(name.apply(setting), name.apply(setting) + inFile)
                : Stream.of(name.apply(setting)));
  }

  static Optional<Setting> byKey(String key) {
    return Arrays.stream(values()).filter(setting -> setting.key().equals(key)).findFirst();
  }
}
