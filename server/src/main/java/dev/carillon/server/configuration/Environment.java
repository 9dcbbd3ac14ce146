package dev.carillon.server.configuration;

import dev.carillon.api.json.Nearest;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What the variables of this process say. */
public record Environment(Map<String, String> variables) {
  /** Names the file with settings. */
  static final String FILE = "CARILLON_CONFIG";

  private static final String OURS = "CARILLON_";
  private static final String IN_FILE = "_FILE";

  /** Those of the launcher, the log, and the commands that ask a server. */
  private static final List<String> OTHERS =
      List.of(
          FILE,
          "CARILLON_JAR",
          "CARILLON_JAVA_OPTS",
          "CARILLON_LOG_LEVEL",
          "CARILLON_KEY",
          "CARILLON_URL",
          "CARILLON_CA_CERT");

  /** What Kubernetes sets in every pod beside a service of our name. */
  private static final Pattern OF_A_SERVICE =
      Pattern.compile("CARILLON_(.*_)?(SERVICE_HOST|SERVICE_PORT(_.*)?|PORT_[0-9]+_.*)");

  public Environment {
    variables = Map.copyOf(variables);
  }

  /** What is set here; a secret may stand in a file that its twin with _FILE names. */
  Optional<Value> find(Setting setting) {
    var inFile = setting.secret() ? named(setting.variable() + IN_FILE) : Optional.<Value>empty();
    var here = named(setting.variable());
    if (inFile.isPresent() && here.isPresent()) {
      throw new BadSetting(
          setting.variable() + " and " + setting.variable() + IN_FILE + " are both set: keep one");
    }
    return inFile.map(Value::inFile).or(() -> here);
  }

  /** A variable that says something. */
  Optional<Value> named(String variable) {
    return Optional.ofNullable(variables.get(variable))
        .filter(text -> !text.isBlank())
        .map(text -> new Value(text, variable));
  }

  /** One sentence for each variable that looks like ours and is none. */
  public List<String> doubts() {
    var known = Stream.concat(OTHERS.stream(), Setting.names(Setting::variable, IN_FILE)).toList();
    return variables.keySet().stream()
        .filter(name -> name.startsWith(OURS) && !known.contains(name))
        .filter(name -> !OF_A_SERVICE.matcher(name).matches())
        .sorted()
        .map(name -> doubt(name, Nearest.to(name, known)))
        .toList();
  }

  private static String doubt(String name, Optional<String> meant) {
    return "there is no variable "
        + name
        + ", so it changes nothing"
        + meant.map("; did you mean %s?"::formatted).orElse("");
  }
}
