package dev.carillon.server.configuration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettingsTest {
  @TempDir private Path folder;

  @Test
  void a_flag_counts_before_the_environment_and_that_before_the_file_and_that_before_the_default()
      throws IOException {
    var file = file("port: 1\nbind: 127.0.0.2\ndata: here\n");
    var environment = Map.of("CARILLON_PORT", "2", "CARILLON_BIND", "127.0.0.3");
    var settings = settings(Map.of(Setting.PORT, "3"), environment, Optional.of(file));
    assertThat(settings.set(Setting.PORT)).contains(new Value("3", "--port"));
    assertThat(settings.set(Setting.BIND)).contains(new Value("127.0.0.3", "CARILLON_BIND"));
    assertThat(settings.set(Setting.DATA)).contains(new Value("here", "data in " + file));
    assertThat(settings.set(Setting.LEASE_SECONDS)).isEmpty();
    assertThat(settings.text(Setting.LEASE_SECONDS)).isEqualTo("15");
  }

  @Test
  void the_environment_may_name_the_file_and_a_file_may_keep_a_secret_in_another()
      throws IOException {
    var secret = Files.writeString(folder.resolve("password"), "hunter2\n");
    var file = file("db_password_file: " + secret + "\n");
    var settings = settings(Map.of(), Map.of("CARILLON_CONFIG", file.toString()), Optional.empty());
    assertThat(settings.set(Setting.DB_PASSWORD).map(Value::text)).contains("hunter2");
    assertThat(settings.all())
        .filteredOn(shown -> shown.setting() == Setting.DB_PASSWORD)
        .extracting(Settings.Shown::value)
        .containsExactly("********");
  }

  @Test
  void what_is_shown_names_its_origin_and_leaves_it_out_for_a_default() throws IOException {
    var settings = settings(Map.of(), Map.of("CARILLON_PORT", "9000"), Optional.empty());
    assertThat(settings.all())
        .hasSize(Setting.values().length)
        .contains(
            new Settings.Shown(Setting.PORT, "9000", Optional.of("CARILLON_PORT")),
            new Settings.Shown(Setting.BIND, "127.0.0.1", Optional.empty()),
            new Settings.Shown(Setting.DB_URL, "", Optional.empty()));
  }

  @Test
  void the_minimum_interval_is_set_in_seconds_or_in_minutes_but_not_in_both() throws IOException {
    assertThat(minInterval(Map.of())).isEqualTo(Duration.ofSeconds(1));
    assertThat(minInterval(Map.of("CARILLON_MIN_INTERVAL", "90")))
        .isEqualTo(Duration.ofSeconds(90));
    assertThat(minInterval(Map.of("SCHEDULE_MIN_INTERVAL_MINS", "0"))).isZero();
    var both = Map.of("SCHEDULE_MIN_INTERVAL_MINS", "60", "CARILLON_MIN_INTERVAL", "1");
    assertThatThrownBy(() -> minInterval(both)).hasMessageContaining("give only one of them");
  }

  private Duration minInterval(Map<String, String> environment) throws IOException {
    return Configuration.of(settings(Map.of(), environment, Optional.empty()))
        .limits()
        .minInterval();
  }

  @Test
  void an_empty_file_sets_nothing() throws IOException {
    var settings = settings(Map.of(), Map.of(), Optional.of(file("# nothing yet\n")));
    assertThat(settings.set(Setting.PORT)).isEmpty();
  }

  @Test
  void a_file_that_cannot_be_understood_is_refused_with_the_place() throws IOException {
    refuses("prot: 80\n")
        .hasMessageContaining("no setting prot, which")
        .hasMessageEndingWith("did you mean port?");
    refuses("port_file: 80\n").hasMessageContaining("no setting port_file");
    refuses("port: [80]\n").hasMessageContaining("port in").hasMessageContaining("needs one value");
    refuses("port:\n").hasMessageContaining("needs one value");
    refuses("- 80\n").hasMessageContaining("one line for each setting");
    refuses("port: 80\nport: 81\n").hasMessageContaining("line 2");
    refuses("port: {80\n").hasMessageContaining("is no YAML");
    refuses("db_url: a\ndb_url_file: b\n").hasMessageContaining("cannot be read");
    var both = "db_url: a\ndb_url_file: " + Files.writeString(folder.resolve("url"), "u") + "\n";
    refuses(both).hasMessageContaining("db_url and db_url_file: keep one");
    assertThatThrownBy(() -> settings(Map.of(), Map.of(), Optional.of(folder.resolve("no.yaml"))))
        .isInstanceOf(BadSetting.class)
        .hasMessageContaining("no.yaml cannot be read");
  }

  @Test
  void a_number_is_whole_and_within_its_bounds_and_named_as_it_was_set() throws IOException {
    var settings =
        settings(
            Map.of(Setting.PORT, "http"),
            Map.of("CARILLON_LEASE_SECONDS", "4"),
            Optional.of(file("max_concurrent_runs: 2\n")));
    assertThat(settings.number(Setting.MAX_CONCURRENT_RUNS, 1, 10)).isEqualTo(2);
    assertThatThrownBy(() -> settings.number(Setting.PORT, 0, 65_535))
        .hasMessage("--port is a whole number from 0 to 65535, not 'http'");
    assertThatThrownBy(() -> settings.number(Setting.LEASE_SECONDS, 5, Integer.MAX_VALUE))
        .hasMessage("CARILLON_LEASE_SECONDS is a whole number of at least 5, not 4");
  }

  @Test
  void what_others_could_read_on_its_way_is_refused_unless_somebody_vouches_for_it()
      throws IOException {
    var open = Map.of(Setting.BIND, "0.0.0.0");
    assertThatThrownBy(() -> Configuration.of(settings(open, Map.of(), Optional.empty())))
        .hasMessageContaining("--tls-cert")
        .hasMessageContaining("--behind-proxy")
        .hasMessageContaining("--insecure");
    List<Map<String, String>> vouched =
        List.of(
            Map.of("CARILLON_INSECURE", "true"),
            Map.of("CARILLON_BEHIND_PROXY", "10.0.0.0/8, 192.168.1.1"),
            Map.of("CARILLON_TLS_CERT", "cert.pem", "CARILLON_TLS_KEY", "key.pem"));
    for (var variables : vouched) {
      var reach = Configuration.of(settings(open, variables, Optional.empty())).reach();
      assertThat(reach.onlyThisMachine()).isFalse();
    }
    assertThatThrownBy(() ->
            Configuration.of(
                settings(Map.of(), Map.of("CARILLON_TLS_CERT", "cert.pem"), Optional.empty())))
        .hasMessageContaining("belong together");
    assertThatThrownBy(() ->
            Configuration.of(
                settings(Map.of(), Map.of("CARILLON_BEHIND_PROXY", "10.0.0/99"), Optional.empty())))
        .hasMessageContaining("CARILLON_BEHIND_PROXY names addresses or networks");
  }

  @Test
  void a_server_behind_a_proxy_is_reached_by_more_than_this_machine() throws IOException {
    var reach =
        Configuration.of(
                settings(Map.of(Setting.BEHIND_PROXY, "127.0.0.1"), Map.of(), Optional.empty()))
            .reach();
    assertThat(reach.onlyThisMachine()).isFalse();
    assertThat(Configuration.of(settings(Map.of(), Map.of(), Optional.empty())).reach())
        .matches(Configuration.Reach::onlyThisMachine);
  }

  @Test
  void a_name_that_only_begins_like_this_machine_is_not_this_machine() {
    var pretender = Map.of(Setting.BIND, "127.example.com");
    assertThatThrownBy(() -> Configuration.of(settings(pretender, Map.of(), Optional.empty())))
        .hasMessageContaining("127.example.com lets others reach");
  }

  private AbstractThrowableAssert<?, ? extends Throwable> refuses(String text) throws IOException {
    var file = file(text);
    return assertThatThrownBy(() -> settings(Map.of(), Map.of(), Optional.of(file)))
        .isInstanceOf(BadSetting.class)
        .hasMessageContaining(file.toString());
  }

  private Path file(String text) throws IOException {
    return Files.writeString(folder.resolve("carillon.yaml"), text);
  }

  /** The file is always named, so that none of this folder's comes in. */
  private Settings settings(
      Map<Setting, String> flags, Map<String, String> variables, Optional<Path> file)
      throws IOException {
    var named =
        file.isPresent() || variables.containsKey("CARILLON_CONFIG") ? file : Optional.of(empty());
    return Settings.read(flags, named, new Environment(variables));
  }

  private Path empty() throws IOException {
    return Files.writeString(folder.resolve("empty.yaml"), "");
  }
}
