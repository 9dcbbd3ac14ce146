package dev.carillon.testkit.agent;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.zip.GZIPOutputStream;

/** What hostile or broken agents do. */
public final class Hostile {
  private static final String OK = "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n";
  private static final int MEBIBYTE = 1_024 * 1_024;

  private Hostile() {}

  /** Sends its headers and then nothing. */
  public static Behaviour hangingAfterHeaders() {
    return (_, line) -> line.send(OK + "Content-Length: 100\r\n\r\n").hold();
  }

  /** Sends so many bytes of its body, and then nothing. */
  public static Behaviour stallingAfter(int bytes) {
    return (_, line) ->
        line.send(OK + "Content-Length: 1000000\r\n\r\n" + " ".repeat(bytes)).hold();
  }

  /** Sends one byte after the other, with a pause between them, and never comes to an end. */
  public static Behaviour dripping(Duration pause) {
    return (_, line) -> {
      line.send(OK + "Content-Length: 1000000\r\n\r\n");
      while (!line.hungUp(pause)) {
        line.send(" ");
      }
    };
  }

  /** Sends one header after the other without an end. */
  public static Behaviour headersWithoutEnd() {
    return (_, line) -> {
      line.send(OK);
      for (var i = 0; i < 100_000; i++) {
        line.send("X-Header-" + i + ": value\r\n");
      }
      line.hold();
    };
  }

  /** Sends one header line without an end. */
  public static Behaviour headerLineWithoutEnd() {
    return (_, line) -> {
      line.send(OK + "X-Long: ");
      for (var i = 0; i < 64; i++) {
        line.send("x".repeat(MEBIBYTE));
      }
    };
  }

  /** Sends interim answers without an end. */
  public static Behaviour interimAnswers() {
    return (_, line) -> {
      while (!line.hungUp(Duration.ofMillis(1))) {
        line.send("HTTP/1.1 103 Early Hints\r\n\r\n".repeat(1_000));
      }
    };
  }

  /** Promises so many mebibytes, and sends them. */
  public static Behaviour flooding(int mebibytes) {
    return (_, line) -> {
      line.send(OK + "Content-Length: " + (long) mebibytes * MEBIBYTE + "\r\n\r\n");
      flood(line, mebibytes);
    };
  }

  /** Sends chunks without saying how many there will be. */
  public static Behaviour floodingInChunks(int mebibytes) {
    return (_, line) -> {
      line.send(OK + "Transfer-Encoding: chunked\r\n\r\n");
      for (var i = 0; i < mebibytes; i++) {
        line.send("100000\r\n" + "x".repeat(MEBIBYTE) + "\r\n");
      }
      line.send("0\r\n\r\n");
    };
  }

  /** Answers with a small packed body that becomes so many mebibytes of JSON. */
  public static Behaviour packedBomb(int mebibytes) {
    return (_, line) -> line.send(200, "Content-Encoding: gzip\r\n", packed(mebibytes));
  }

  /** Breaks off with a reset in the middle of its body. */
  public static Behaviour resettingInMidBody() {
    return (_, line) -> line.send(OK + "Content-Length: 100\r\n\r\n{\"resp").reset();
  }

  /** Closes the connection in the middle of its body. */
  public static Behaviour closingInMidBody() {
    return (_, line) -> line.send(OK + "Content-Length: 100\r\n\r\n{\"resp");
  }

  /** Closes the connection without a word. */
  public static Behaviour closing() {
    return (_, _) -> {};
  }

  /** Speaks TLS where HTTP is spoken: an alert, and then noise. */
  public static Behaviour tlsGarbage() {
    return (_, line) -> line.send(new byte[] {0x15, 3, 3, 0, 2, 2, 70, 22, 3, 1, -1, -2, 10, 13});
  }

  /** Sends every caller back to itself. */
  public static Behaviour redirecting(int status) {
    return (call, line) -> line.send(status, "Location: " + call.path() + "\r\n", new byte[0]);
  }

  /** Sends these bytes as they are, and closes. */
  public static Behaviour saying(byte[] bytes) {
    return (_, line) -> line.send(bytes);
  }

  private static void flood(Line line, int mebibytes) throws IOException {
    var piece = " ".repeat(MEBIBYTE);
    for (var i = 0; i < mebibytes; i++) {
      line.send(piece);
    }
  }

  private static byte[] packed(int mebibytes) throws IOException {
    var packed = new ByteArrayOutputStream();
    try (var gzip = new GZIPOutputStream(packed)) {
      var piece = new byte[MEBIBYTE];
      gzip.write('"');
      Arrays.fill(piece, (byte) 'x');
      for (var i = 0; i < mebibytes; i++) {
        gzip.write(piece);
      }
      gzip.write('"');
    }
    return packed.toByteArray();
  }
}
