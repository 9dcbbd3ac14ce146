package dev.carillon.acceptance.launch;

import dev.carillon.acceptance.repository.Repository;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;

/**
 * A small repository with the real carillon and verify in it, and a Maven that the test speaks for:
 * a shell script that is run in the repository's folder.
 */
final class Workshop {

  private final Path home;
  private final Path bin;

  Workshop(Path folder) throws IOException {
    home = folder.resolve("home");
    bin = Files.createDirectories(folder.resolve("bin"));
    for (String file : List.of("carillon", "verify", ".mvn/tools.sh", "acceptance/pom.xml")) {
      Files.createDirectories(home.resolve(file).getParent());
      Files.copy(Repository.file(file), home.resolve(file), StandardCopyOption.COPY_ATTRIBUTES);
    }
    write("pom.xml", "<project/>");
    write("core/src/main/java/A.java", "class A {}");
    write("core/src/main/java/B.java", "class B {}");
    write("core/src/test/java/ATest.java", "class ATest {}");
    jar(folder.resolve("built.jar"));
    maven(
        "echo '[INFO] Building carillon-core 1 [1/1]'; mkdir -p app/target; cp ../built.jar app/target/carillon.jar; touch app/target/carillon.jar");
  }

  Path home() {
    return home;
  }

  /** What Maven does when it is called. */
  void maven(String script) throws IOException {
    Path mvn = Files.writeString(bin.resolve("mvn"), "#!/bin/sh\n" + script + "\n");
    if (!mvn.toFile().setExecutable(true)) {
      throw new IOException("cannot make " + mvn + " executable");
    }
  }

  void write(String file, String text) throws IOException {
    Files.createDirectories(home.resolve(file).getParent());
    Files.writeString(home.resolve(file), text);
  }

  void delete(String file) throws IOException {
    Files.delete(home.resolve(file));
  }

  /** Runs a command of the repository with that Maven first on the path. */
  Said run(String... command) throws IOException, InterruptedException {
    return Said.by(home, Map.of("PATH", bin + ":" + System.getenv("PATH")), List.of(command));
  }

  private static void jar(Path file) throws IOException {
    String name = Launched.class.getName().replace('.', '/') + ".class";
    var manifest = new Manifest();
    manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
    manifest.getMainAttributes().put(Attributes.Name.MAIN_CLASS, Launched.class.getName());
    try (var jar = new JarOutputStream(Files.newOutputStream(file), manifest);
        InputStream type = Launched.class.getClassLoader().getResourceAsStream(name)) {
      jar.putNextEntry(new JarEntry(name));
      Objects.requireNonNull(type, name).transferTo(jar);
    }
  }
}
