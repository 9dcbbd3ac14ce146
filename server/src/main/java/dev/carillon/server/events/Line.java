package dev.carillon.server.events;

import dev.carillon.api.json.WireJson;
import dev.carillon.engine.store.Activity;
import dev.carillon.server.activity.ActivityViews;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/** The wire format of server-sent events (WHATWG HTML, 9.2). Used by one thread. */
final class Line {
  /** How long a browser waits before it comes back. */
  private static final String RETRY = "retry: 2000\n\n";

  private final OutputStream out;

  Line(OutputStream out) {
    this.out = out;
  }

  void open() throws IOException {
    write(RETRY);
  }

  void event(Activity activity) throws IOException {
    write(
        "id: " + activity.seq() + "\ndata: " + WireJson.text(ActivityViews.of(activity)) + "\n\n");
  }

  /** Too much was missed: what the reader shows is to be read afresh, and this is where it is. */
  void reset(long seq) throws IOException {
    write("id: " + seq + "\nevent: reset\ndata: {}\n\n");
  }

  /** Keeps the line open, and finds out whether anybody still reads. */
  void breath() throws IOException {
    write(": still here\n\n");
  }

  private void write(String text) throws IOException {
    out.write(text.getBytes(StandardCharsets.UTF_8));
    out.flush();
  }
}
