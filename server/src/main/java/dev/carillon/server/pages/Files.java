package dev.carillon.server.pages;

import dev.carillon.server.http.Answer.Bytes;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.zip.CRC32C;

/**
 * Files of the class path under one folder, read once and kept: there are as many as the build put
 * there. Shared by all threads.
 */
final class Files {
  /** No step up, no hidden file, no escape: names as a build makes them. */
  private static final Pattern PATH =
      Pattern.compile("(?:[A-Za-z0-9_][A-Za-z0-9._-]*/)*[A-Za-z0-9_][A-Za-z0-9._-]*");

  private static final Map<String, String> TYPES =
      Map.ofEntries(
          Map.entry("html", "text/html; charset=utf-8"),
          Map.entry("js", "text/javascript; charset=utf-8"),
          Map.entry("css", "text/css; charset=utf-8"),
          Map.entry("svg", "image/svg+xml"),
          Map.entry("png", "image/png"),
          Map.entry("ico", "image/x-icon"),
          Map.entry("woff2", "font/woff2"),
          Map.entry("json", "application/json"),
          Map.entry("webmanifest", "application/manifest+json"),
          Map.entry("md", "text/plain; charset=utf-8"),
          Map.entry("txt", "text/plain; charset=utf-8"));

  private final ClassLoader loader;
  private final String folder;
  private final Map<String, File> read = new ConcurrentHashMap<>();

  Files(ClassLoader loader, String folder) {
    this.loader = loader;
    this.folder = folder;
  }

  /** A file with its media type and a tag that changes with it. */
  record File(String type, Bytes bytes, String tag) {}

  /** The file at this path; empty when there is none, or when the path is no file's. */
  Optional<File> find(String path) {
    if (!PATH.matcher(path).matches()) {
      return Optional.empty();
    }
    return Optional.ofNullable(read.get(path)).or(() -> load(path));
  }

  private Optional<File> load(String path) {
    try (var in = loader.getResourceAsStream(folder + path)) {
      if (in == null || !path.contains(".")) {
        return Optional.empty();
      }
      var bytes = in.readAllBytes();
      var file = new File(type(path), () -> bytes, tag(bytes));
      read.put(path, file);
      return Optional.of(file);
    } catch (IOException broken) {
      throw new UncheckedIOException("cannot read " + folder + path + " of this jar", broken);
    }
  }

  private static String type(String path) {
    var ending = path.substring(path.lastIndexOf('.') + 1);
    return TYPES.getOrDefault(ending, "application/octet-stream");
  }

  private static String tag(byte[] bytes) {
    var sum = new CRC32C();
    sum.update(ByteBuffer.wrap(bytes));
    return Integer.toHexString(bytes.length) + "-" + Long.toHexString(sum.getValue());
  }
}
