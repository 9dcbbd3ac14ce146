package dev.carillon.server.http;

import java.io.IOException;
import java.io.OutputStream;
import java.util.HashMap;
import java.util.Map;

/** What a request is answered with. */
public record Answer(int status, Map<String, String> headers, Content content) {
  private static final int OK = 200;
  private static final int CREATED = 201;
  private static final int ACCEPTED = 202;
  private static final int NO_CONTENT = 204;
  private static final int FOUND = 302;
  private static final int NOT_MODIFIED = 304;

  public Answer {
    headers = Map.copyOf(headers);
  }

  /** What stands in the body. */
  public sealed interface Content {
    /** Nothing. */
    record Nothing() implements Content {}

    /** A value of the wire. */
    record Json(Object value) implements Content {}

    /** A file, or text. */
    record File(String type, Bytes bytes) implements Content {}

    /** What is written as it happens. */
    record Live(String type, Writer writer) implements Content {}
  }

  /** Bytes that nobody changes. */
  @FunctionalInterface
  public interface Bytes {
    byte[] array();
  }

  /**
   * Writes for as long as it wants; ends with an exception when the reader is gone. It is closed in
   * the end, though nothing was written.
   */
  @FunctionalInterface
  public interface Writer extends AutoCloseable {
    void write(OutputStream out) throws IOException;

    @Override
    default void close() {}
  }

  public static Answer ok(Object value) {
    return new Answer(OK, Map.of(), new Content.Json(value));
  }

  /** A new thing, and where it stands. */
  public static Answer created(String location, Object value) {
    return new Answer(CREATED, Map.of("Location", location), new Content.Json(value));
  }

  /** Something that goes on, and where it stands. */
  public static Answer accepted(String location, Object value) {
    return new Answer(ACCEPTED, Map.of("Location", location), new Content.Json(value));
  }

  /** Something that goes on, and stands nowhere by itself. */
  public static Answer accepted(Object value) {
    return new Answer(ACCEPTED, Map.of(), new Content.Json(value));
  }

  public static Answer nothing() {
    return new Answer(NO_CONTENT, Map.of(), new Content.Nothing());
  }

  public static Answer notModified() {
    return new Answer(NOT_MODIFIED, Map.of(), new Content.Nothing());
  }

  /** Leads elsewhere. */
  public static Answer redirect(String location) {
    return new Answer(FOUND, Map.of("Location", location), new Content.Nothing());
  }

  public static Answer file(String type, Bytes bytes) {
    return new Answer(OK, Map.of(), new Content.File(type, bytes));
  }

  public static Answer live(String type, Writer writer) {
    return new Answer(OK, Map.of(), new Content.Live(type, writer));
  }

  public Answer with(String header, String value) {
    var more = new HashMap<>(headers);
    more.put(header, value);
    return new Answer(status, more, content);
  }

  public Answer withStatus(int other) {
    return new Answer(other, headers, content);
  }

  /** The same under the version that is its ETag. */
  public Answer withVersion(int version) {
    return with("ETag", "\"" + version + "\"");
  }
}
