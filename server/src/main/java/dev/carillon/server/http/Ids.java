package dev.carillon.server.http;

import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/** Ids as text. {@link UUID#fromString} also takes shorter things; these are whole. */
public final class Ids {
  private static final Pattern UUID_TEXT =
      Pattern.compile("[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

  private Ids() {}

  /** The UUID, if it is one. */
  public static Optional<UUID> uuid(String text) {
    return Optional.of(text).filter(id -> UUID_TEXT.matcher(id).matches()).map(UUID::fromString);
  }
}
