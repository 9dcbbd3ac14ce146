package dev.carillon.store.sqlite;

import dev.carillon.engine.store.StoreException;
import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;

/** Opens the store of a folder in a process of its own, and keeps it until it is killed. */
final class Opener {
  private Opener() {}

  /** Prints {@code open}, or why it was refused. */
  public static void main(String[] arguments) throws IOException {
    try {
      var opened = SqliteTransactions.open(Path.of(arguments[0]), InstantSource.system());
      System.out.println("open");
      if (System.in.read() < 0) {
        opened.close();
      }
    } catch (StoreException refused) {
      System.out.println(refused.getMessage());
    }
  }

  /** Starts one on this folder. */
  static Process start(Path folder) throws IOException {
    var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    return new ProcessBuilder(
            java,
            "--enable-native-access=ALL-UNNAMED",
            "-cp",
            System.getProperty("java.class.path"),
            Opener.class.getName(),
            folder.toString())
        .redirectError(ProcessBuilder.Redirect.INHERIT)
        .start();
  }

  /** What it says first. */
  static String says(Process process) throws IOException {
    return process.inputReader().readLine();
  }
}
