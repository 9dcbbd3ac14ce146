package dev.carillon.server;

import dev.carillon.server.configuration.BadSetting;
import dev.carillon.server.configuration.Environment;
import dev.carillon.server.configuration.Setting;
import dev.carillon.server.configuration.Settings;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;

/** The flags of every command that reads how a server is set up: one for each such setting. */
final class ServerFlags {
  private static final String FILE = "--config";

  /** What stands for a value in the help, where the setting's own name says too little. */
  private static final Map<Setting, String> LABELS =
      Map.of(
          Setting.BIND, "ADDRESS",
          Setting.DATA, "FOLDER",
          Setting.DB_URL, "URL",
          Setting.TLS_CERT, "FILE",
          Setting.TLS_KEY, "FILE",
          Setting.BEHIND_PROXY, "NETWORK");

  /** It says yes by being there. */
  private static final Setting SWITCH = Setting.INSECURE;

  private final Environment environment;

  ServerFlags(Environment environment) {
    this.environment = environment;
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
      return Settings.read(given, file, environment);
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
        : option
            .type(String.class)
            .paramLabel(LABELS.getOrDefault(setting, setting.name()))
            .build();
  }
}
