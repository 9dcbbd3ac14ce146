package dev.carillon.server;

import dev.carillon.server.configuration.BadSetting;
import dev.carillon.server.configuration.Environment;
import dev.carillon.server.configuration.Setting;
import dev.carillon.server.configuration.Settings;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BiFunction;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;

/** The flags of every command that reads how a server is set up: one for each such setting. */
final class ServerFlags {
  private static final String FILE = "--config";

  /** It says yes by being there. */
  private static final Setting SWITCH = Setting.INSECURE;

  private final Environment environment;
  private final BiFunction<String, Collection<String>, Optional<String>> nearest;

  /**
   * @param nearest finds the one of some words that somebody meant who mistyped it
   */
  ServerFlags(
      Environment environment, BiFunction<String, Collection<String>, Optional<String>> nearest) {
    this.environment = environment;
    this.nearest = nearest;
  }

  /** Teaches a command all flags. */
  void addTo(CommandSpec command) {
    command.addOption(
        OptionSpec.builder(FILE)
            .type(Path.class)
            .paramLabel("FILE")
            .description(
                "A YAML file with settings (CARILLON_CONFIG, default carillon.yaml if it is there).")
            .build());
    Arrays.stream(Setting.values())
        .filter(setting -> setting.flag().isPresent())
        .map(ServerFlags::option)
        .forEach(command::addOption);
  }

  /**
   * What is set, here and elsewhere.
   *
   * @throws ParameterException when it cannot be read
   */
  Settings settings(CommandLine command) {
    var given = new EnumMap<Setting, String>(Setting.class);
    var parsed = command.getParseResult();
    for (var setting : Setting.values()) {
      setting
          .flag()
          .filter(parsed::hasMatchedOption)
          .ifPresent(flag ->
              given.put(setting, String.valueOf(parsed.<Object>matchedOptionValue(flag, ""))));
    }
    Optional<Path> file = Optional.ofNullable(parsed.matchedOptionValue(FILE, null));
    try {
      return Settings.read(given, file, environment, nearest);
    } catch (BadSetting unusable) {
      throw new ParameterException(command, unusable.getMessage());
    }
  }

  private static OptionSpec option(Setting setting) {
    var option =
        OptionSpec.builder(setting.flag().orElseThrow())
            .description(
                "%s%s (%s%s)."
                    .formatted(
                        setting.about().substring(0, 1).toUpperCase(Locale.ROOT),
                        setting.about().substring(1).replace("%", "%%"),
                        setting.variable(),
                        setting.standard().map(", default %s"::formatted).orElse("")));
    return setting == SWITCH
        ? option.type(boolean.class).arity("0").build()
        : option.type(String.class).paramLabel(label(setting)).build();
  }

  private static String label(Setting setting) {
    return switch (setting) {
      case DATA -> "FOLDER";
      case TLS_CERT, TLS_KEY -> "FILE";
      case BEHIND_PROXY -> "NETWORK";
      case BIND -> "ADDRESS";
      case DB_URL -> "URL";
      case PORT,
          INSECURE,
          DB_USER,
          DB_PASSWORD,
          ADMIN_KEY,
          DEFAULT_AGENT,
          AGENT_URL_TEMPLATE,
          MAX_CONCURRENT_RUNS,
          LEASE_SECONDS,
          SCHEDULE_MAX_PER_USER ->
          setting.name();
    };
  }
}
