package dev.carillon.server.configuration;

import dev.carillon.api.json.Nearest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** A YAML file with one line for each setting. */
record SettingsFile(Map<Setting, Value> values) {
  /** Read when it is there and no other is named. */
  static final Path STANDARD = Path.of("carillon.yaml");

  private static final String IN_FILE = "_file";
  private static final YAMLMapper YAML =
      YAMLMapper.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();

  SettingsFile {
    values = Map.copyOf(values);
  }

  static SettingsFile none() {
    return new SettingsFile(Map.of());
  }

  /** Reads all of it, or refuses it. */
  static SettingsFile read(Path file) {
    var values = new EnumMap<Setting, Value>(Setting.class);
    for (var line : tree(file).properties()) {
      var value =
          new Value(scalar(file, line.getKey(), line.getValue()), line.getKey() + " in " + file);
      var secret = line.getKey().endsWith(IN_FILE);
      var setting =
          Setting.byKey(secret ? withoutEnd(line.getKey()) : line.getKey())
              .filter(found -> !secret || found.secret())
              .orElseThrow(() -> unknown(file, line.getKey()));
      if (values.put(setting, secret ? value.inFile() : value) != null) {
        throw new BadSetting(
            file + " has " + setting.key() + " and " + setting.key() + IN_FILE + ": keep one");
      }
    }
    return new SettingsFile(values);
  }

  private static JsonNode tree(Path file) {
    try {
      var tree = YAML.readTree(Files.readAllBytes(file));
      if (tree.isObject() || tree.isMissingNode() || tree.isNull()) {
        return tree;
      }
      throw new BadSetting(file + " needs one line for each setting, such as  port: 8080");
    } catch (JacksonException noYaml) {
      throw new BadSetting(
          "%s is no YAML, at line %d: %s"
              .formatted(
                  file, noYaml.getLocation().getLineNr(), firstLine(noYaml.getOriginalMessage())));
    } catch (IOException unreadable) {
      throw new BadSetting(file + " cannot be read: " + unreadable.getClass().getSimpleName());
    }
  }

  private static String scalar(Path file, String key, JsonNode value) {
    if (!value.isValueNode() || value.isNull()) {
      throw new BadSetting(key + " in " + file + " needs one value, such as  port: 8080");
    }
    return value.asString();
  }

  private static BadSetting unknown(Path file, String key) {
    var known = Setting.names(Setting::key, IN_FILE).toList();
    var meant = Nearest.to(key, known).map("; did you mean %s?"::formatted).orElse("");
    return new BadSetting("there is no setting " + key + ", which " + file + " has" + meant);
  }

  private static String withoutEnd(String key) {
    return key.substring(0, key.length() - IN_FILE.length());
  }

  private static String firstLine(String text) {
    return text.lines().findFirst().orElse("");
  }
}
