package dev.carillon.testkit.agent;

import java.io.IOException;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** The connection of one call. */
public final class Line {
  private final Socket socket;

  Line(Socket socket) {
    this.socket = socket;
  }

  /** Sends text as UTF-8, at once. */
  public Line send(String text) throws IOException {
    return send(text.getBytes(StandardCharsets.UTF_8));
  }

  public Line send(byte[] bytes) throws IOException {
    socket.getOutputStream().write(bytes);
    return this;
  }

  /** Sends a status line, the headers (each ends with a line break), and a body with its length. */
  public Line send(int status, String headers, byte[] body) throws IOException {
    return send("HTTP/1.1 " + status + " Said\r\n" + headers)
        .send("Content-Length: " + body.length + "\r\n\r\n")
        .send(body);
  }

  /** Waits until the caller hangs up. */
  public void hold() throws IOException {
    while (!hungUp(Duration.ofDays(1))) {
      // it is still there
    }
  }

  /** Waits for a while; true when the caller has hung up in it. */
  public boolean hungUp(Duration within) throws IOException {
    try {
      socket.setSoTimeout(Math.toIntExact(within.toMillis()));
      return socket.getInputStream().read() < 0;
    } catch (SocketTimeoutException stillThere) {
      return false;
    } catch (SocketException gone) {
      return true;
    }
  }

  /** Breaks the connection with a reset. */
  public void reset() throws IOException {
    socket.setSoLinger(true, 0);
    socket.close();
  }
}
