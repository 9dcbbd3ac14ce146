package dev.carillon.acceptance.house;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import dev.carillon.acceptance.repository.Repository;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.tools.ToolProvider;

/**
 * Code that rules are applied to.
 *
 * @param main the compiled classes of the modules
 * @param tests the compiled classes of their tests
 * @param sources the Java files of both
 */
record Code(JavaClasses main, JavaClasses tests, List<Path> sources) {

  /** The code of all modules as Maven left it; the modules stand before acceptance in its order. */
  static Code ofAllModules() {
    return new Code(
        classes("target/classes"), classes("target/test-classes"), Repository.sources());
  }

  /** Bad examples, compiled here; they count as main code and as tests. */
  static Code ofExamples(List<Path> sources, Path output) {
    List<String> arguments = new ArrayList<>(List.of("-d", output.toString(), "-proc:none"));
    arguments.addAll(List.of("-cp", System.getProperty("java.class.path")));
    sources.forEach(source -> arguments.add(source.toString()));
    int code =
        ToolProvider.getSystemJavaCompiler()
            .run(null, System.err, System.err, arguments.toArray(String[]::new));
    if (code != 0) {
      throw new IllegalStateException("the bad example does not compile: " + sources);
    }
    JavaClasses classes = new ClassFileImporter().importPath(output);
    return new Code(classes, classes, sources);
  }

  Stream<JavaClass> allClasses() {
    return Stream.concat(main.stream(), tests.stream()).distinct();
  }

  private static JavaClasses classes(String folder) {
    List<Path> folders =
        Repository.modules().stream()
            .map(module -> Repository.file(module).resolve(folder))
            .filter(Files::isDirectory)
            .toList();
    return new ClassFileImporter().importPaths(folders);
  }
}
