package dev.carillon.testkit.agent;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;

/** Reads one HTTP/1.1 request with a body of a told length. */
final class HeardRequest {
  private HeardRequest() {}

  static HeardCall read(InputStream bytes) throws IOException {
    var stream = new BufferedInputStream(bytes);
    var start = line(stream).split(" ", -1);
    var headers = new LinkedHashMap<String, String>();
    for (var line = line(stream); !line.isEmpty(); line = line(stream)) {
      var colon = line.indexOf(':');
      headers.merge(
          line.substring(0, colon),
          line.substring(colon + 1).strip(),
          (one, two) -> one + "," + two);
    }
    var call = new HeardCall(start[0], start[1], headers, "");
    var length = Integer.parseInt(call.header("Content-Length").orElse("0"));
    var body = new String(stream.readNBytes(length), StandardCharsets.UTF_8);
    return new HeardCall(start[0], start[1], headers, body);
  }

  private static String line(InputStream stream) throws IOException {
    var text = new StringBuilder();
    for (var next = stream.read(); next != '\n'; next = stream.read()) {
      if (next < 0) {
        throw new EOFException("the caller hung up within its request");
      }
      text.append((char) next);
    }
    return text.toString().strip();
  }
}
