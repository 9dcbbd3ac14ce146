package dev.carillon.acceptance.house;

import dev.carillon.acceptance.repository.Repository;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * A bad example: files that end in {@code .bad}, so that no tool takes them for code of ours, and
 * say in lines of {@code // refused:} what must be found in them.
 *
 * @param files the files without the ending, in a folder where tools may read them
 * @param refused what must be found, no more and no less
 */
record Example(List<Path> files, List<String> refused) {

  private static final String MARK = "// refused: ";
  private static final String ENDING = ".bad";

  /** Lays the example of that name out in an empty folder. */
  static Example layOut(String name, Path folder) throws IOException {
    Path bad = Repository.file("acceptance/src/test/resources/bad").resolve(name);
    List<Path> files = new ArrayList<>();
    List<String> refused = new ArrayList<>();
    try (Stream<Path> found = Files.walk(bad)) {
      for (Path file : found.filter(Files::isRegularFile).sorted().toList()) {
        String target = bad.relativize(file).toString();
        Path copy = folder.resolve(target.substring(0, target.length() - ENDING.length()));
        Files.createDirectories(copy.getParent());
        files.add(Files.copy(file, copy));
        Files.readAllLines(file).stream()
            .filter(line -> line.strip().startsWith(MARK))
            .map(line -> line.strip().substring(MARK.length()))
            .forEach(refused::add);
      }
    }
    return new Example(List.copyOf(files), List.copyOf(refused));
  }

  /** The expectation that a found fault meets, or the fault itself where it meets none. */
  String recognize(String fault) {
    return refused.stream().filter(fault::contains).findFirst().orElse(fault);
  }
}
