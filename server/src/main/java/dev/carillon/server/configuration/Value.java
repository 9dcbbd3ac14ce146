package dev.carillon.server.configuration;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * What somebody set.
 *
 * @param from where they did, in the words that they used
 */
record Value(String text, String from) {
  /** What the file holds that is named here. */
  Value inFile() {
    try {
      return new Value(Files.readString(Path.of(text)).strip(), from);
    } catch (IOException unreadable) {
      throw new BadSetting(from + " names " + text + ", which cannot be read");
    }
  }
}
