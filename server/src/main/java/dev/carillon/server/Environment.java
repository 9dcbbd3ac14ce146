package dev.carillon.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What the variables of this process say. */
record Environment(Map<String, String> variables) {
  private static final String OURS = "CARILLON_";

  /** Those that may stand in a file, named by the same variable with _FILE at its end. */
  private static final List<String> SECRETS =
      List.of("CARILLON_ADMIN_KEY", "CARILLON_DB_URL", "CARILLON_DB_USER", "CARILLON_DB_PASSWORD");

  /** Those of the server, then those of the launcher, the log, and the papers' examples. */
  private static final List<String> OTHERS =
      List.of(
          "CARILLON_BIND",
          "CARILLON_PORT",
          "CARILLON_DATA",
          "CARILLON_AGENT_URL_TEMPLATE",
          "CARILLON_DEFAULT_AGENT",
          "CARILLON_MAX_CONCURRENT_RUNS",
          "CARILLON_LEASE_SECONDS",
          "CARILLON_JAR",
          "CARILLON_JAVA_OPTS",
          "CARILLON_LOG_LEVEL",
          "CARILLON_KEY");

  /** What Kubernetes sets in every pod beside a service of our name. */
  private static final Pattern OF_A_SERVICE =
      Pattern.compile("CARILLON_(.*_)?(SERVICE_HOST|SERVICE_PORT(_.*)?|PORT_[0-9]+_.*)");

  Environment {
    variables = Map.copyOf(variables);
  }

  /** A variable has a value that cannot be; the message is one sentence. */
  static final class Unreadable extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Unreadable(String sentence) {
      super(sentence);
    }
  }

  Optional<String> setting(String name) {
    return Optional.ofNullable(variables.get(name)).filter(value -> !value.isBlank());
  }

  /** A setting, or what the file holds that its twin names. */
  Optional<String> secret(String name) {
    var file = setting(name + "_FILE");
    return file.isPresent() ? Optional.of(read(name, Path.of(file.get()))) : setting(name);
  }

  private static String read(String name, Path file) {
    try {
      return Files.readString(file).strip();
    } catch (IOException unreadable) {
      throw new Unreadable(name + "_FILE names " + file + ", which cannot be read");
    }
  }

  int number(String name, int standard, int least) {
    var text = setting(name);
    if (text.isEmpty()) {
      return standard;
    }
    try {
      var number = Integer.parseInt(text.get());
      if (number >= least) {
        return number;
      }
    } catch (NumberFormatException noNumber) {
      throw new Unreadable(name + " is a whole number, not '" + text.get() + "'");
    }
    throw new Unreadable(name + " is at least " + least + ", not " + text.get());
  }

  /**
   * One sentence for each variable that looks like ours and is none.
   *
   * @param nearest finds the known word that somebody meant
   */
  List<String> doubts(BiFunction<String, Collection<String>, Optional<String>> nearest) {
    var known =
        Stream.of(OTHERS, SECRETS, SECRETS.stream().map(name -> name + "_FILE").toList())
            .flatMap(List::stream)
            .toList();
    return variables.keySet().stream()
        .filter(name -> name.startsWith(OURS) && !known.contains(name))
        .filter(name -> !OF_A_SERVICE.matcher(name).matches())
        .sorted()
        .map(name -> doubt(name, nearest.apply(name, known)))
        .toList();
  }

  private static String doubt(String name, Optional<String> meant) {
    return "there is no variable "
        + name
        + ", so it changes nothing"
        + meant.map("; did you mean %s?"::formatted).orElse("");
  }
}
