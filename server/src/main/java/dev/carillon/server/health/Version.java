package dev.carillon.server.health;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** The version of this build. */
public final class Version {
  private static final String TEXT = text();

  private Version() {}

  public static String current() {
    return TEXT;
  }

  private static String text() {
    try (var in = Version.class.getResourceAsStream("version.txt")) {
      if (in == null) {
        throw new IllegalStateException("this jar has no version.txt: build it with Maven");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8).trim();
    } catch (IOException broken) {
      throw new UncheckedIOException("cannot read version.txt of this jar", broken);
    }
  }
}
