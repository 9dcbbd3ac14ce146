package dev.carillon.acceptance.repository;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Where the repository lies, and what belongs to it. */
public final class Repository {

  private static final Path ROOT = findRoot();
  private static final Pattern MODULE = Pattern.compile("<module>([a-z]+)</module>");

  private Repository() {}

  /** The folder of the root pom. */
  public static Path root() {
    return ROOT;
  }

  public static Path file(String path) {
    return ROOT.resolve(path);
  }

  public static String text(String path) {
    return text(file(path));
  }

  public static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The modules in the order of the root pom. */
  public static List<String> modules() {
    return MODULE.matcher(text("pom.xml")).results().map(match -> match.group(1)).toList();
  }

  /** Files that git tracks or would track, relative to the root. */
  public static List<String> files() {
    String[] command = {"git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"};
    try {
      Process git = new ProcessBuilder(command).directory(ROOT.toFile()).start();
      String names = new String(git.getInputStream().readAllBytes(), UTF_8);
      return Stream.of(names.split("\0")).filter(name -> Files.isRegularFile(file(name))).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Every Java source of every module, main and test. */
  public static List<Path> sources() {
    return files().stream()
        .filter(name -> name.endsWith(".java") && name.contains("/src/"))
        .map(Repository::file)
        .toList();
  }

  /** A folder below the root, emptied of what an earlier run left. */
  public static Path emptyFolder(String path) throws IOException {
    Path folder = file(path);
    if (Files.exists(folder)) {
      try (Stream<Path> old = Files.walk(folder)) {
        for (Path each : old.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(each);
        }
      }
    }
    return Files.createDirectories(folder);
  }

  /** The folder this runs in, or the nearest around it that Maven would take for the root. */
  private static Path findRoot() {
    Path start = Path.of("").toAbsolutePath();
    return Stream.iterate(start, Objects::nonNull, Path::getParent)
        .filter(folder -> Files.isDirectory(folder.resolve(".mvn")))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("no repository around " + start));
  }
}
