package dev.carillon.server.configuration;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What is set, by a flag before the environment before the file, and where. */
public final class Settings {
  private static final String MASK = "********";
  private static final String UNREADABLE = "(cannot be read)";

  private final Map<Setting, String> flags;
  private final Environment environment;
  private final SettingsFile file;

  private Settings(Map<Setting, String> flags, Environment environment, SettingsFile file) {
    this.flags = Map.copyOf(flags);
    this.environment = environment;
    this.file = file;
  }

  /**
   * One setting as people may see it.
   *
   * @param value a mask where it is a secret or cannot be read; empty where it is not set
   * @param from where it was set; empty for the default
   */
  public record Shown(Setting setting, String value, Optional<String> from) {}

  /**
   * Reads the file that is named, else the one in the working directory if there is one.
   *
   * @param named the file that the command line names
   * @throws BadSetting for a file that cannot be used
   */
  public static Settings read(
      Map<Setting, String> flags, Optional<Path> named, Environment environment) {
    var file =
        named
            .or(() -> environment.named(Environment.FILE).map(value -> Path.of(value.text())))
            .or(() -> Optional.of(SettingsFile.STANDARD).filter(Files::exists));
    return new Settings(
        flags, environment, file.map(SettingsFile::read).orElseGet(SettingsFile::none));
  }

  /** Every setting with its value and where that comes from. */
  public List<Shown> all() {
    return Arrays.stream(Setting.values()).map(this::shown).toList();
  }

  /** What is set, by whomever; empty when nobody did. */
  Optional<Value> set(Setting setting) {
    return Optional.ofNullable(flags.get(setting))
        .map(text -> new Value(text, setting.flag().orElseThrow()))
        .or(() -> environment.find(setting))
        .or(() -> Optional.ofNullable(file.values().get(setting)));
  }

  /** What holds: what is set, else the default. */
  Optional<Value> find(Setting setting) {
    return set(setting)
        .or(() -> setting.standard().map(text -> new Value(text, setting.variable())));
  }

  /** The text of a setting that has a default. */
  String text(Setting setting) {
    return find(setting).orElseThrow().text();
  }

  boolean isOn(Setting setting) {
    var value = find(setting).orElseThrow();
    return switch (value.text()) {
      case "true" -> true;
      case "false" -> false;
      default ->
          throw new BadSetting(value.from() + " is true or false, not '" + value.text() + "'");
    };
  }

  int number(Setting setting, int least, int most) {
    var value = find(setting).orElseThrow();
    var bounds =
        most == Integer.MAX_VALUE
            ? "is a whole number of at least " + least
            : "is a whole number from " + least + " to " + most;
    try {
      var number = Integer.parseInt(value.text());
      if (number >= least && number <= most) {
        return number;
      }
    } catch (NumberFormatException noNumber) {
      throw new BadSetting(value.from() + " " + bounds + ", not '" + value.text() + "'");
    }
    throw new BadSetting(value.from() + " " + bounds + ", not " + value.text());
  }

  private Shown shown(Setting setting) {
    try {
      var set = set(setting);
      var text = find(setting).map(Value::text).orElse("");
      var value = setting.secret() && set.isPresent() ? MASK : text;
      return new Shown(setting, value, set.map(Value::from));
    } catch (BadSetting unusable) {
      return new Shown(setting, UNREADABLE, Optional.empty());
    }
  }
}
