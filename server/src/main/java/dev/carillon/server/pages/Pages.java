package dev.carillon.server.pages;

import dev.carillon.server.http.Answer;
import dev.carillon.server.http.Door;
import dev.carillon.server.http.Refusal;
import dev.carillon.server.http.Request;
import dev.carillon.server.http.Route;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Serves the files of the web application. A path that names no file is a page of the application,
 * which finds its own way: it is answered with the first page.
 */
public final class Pages {
  private static final String FIRST = "index.html";

  /** The names of these files change with what is in them. */
  private static final String HASHED = "assets/";

  private static final String FOR_EVER = "public, max-age=31536000, immutable";
  private static final String ASK_AGAIN = "no-cache";
  private static final String ABSENT =
      """
      <!doctype html><html lang="en"><meta charset="utf-8"><title>Carillon</title>
      <p>Carillon is running. This build has no web pages in it; the API is at <code>/api/v1</code>,
      its contract at <a href="/openapi.yaml">/openapi.yaml</a>.</p>
      """;

  private final Files files;

  public Pages(ClassLoader loader) {
    files = new Files(loader, "web/");
  }

  /** Whether this build has pages in it. */
  public boolean present() {
    return files.find(FIRST).isPresent();
  }

  public List<Route> routes() {
    return List.of(
        Route.get("/", Door.open(), request -> Answer.redirect("/app/")),
        Route.get("/app/", Door.open(), this::first),
        Route.get("/app/<path>", Door.open(), this::file));
  }

  private Answer file(Request request) {
    var path = request.path("path");
    var file = files.find(path);
    if (file.isPresent()) {
      return answer(request, file.get(), path.startsWith(HASHED) ? FOR_EVER : ASK_AGAIN);
    }
    if (path.startsWith(HASHED) || path.substring(path.lastIndexOf('/') + 1).contains(".")) {
      throw Refusal.notFound("File");
    }
    return first(request);
  }

  private Answer first(Request request) {
    return files
        .find(FIRST)
        .map(file -> answer(request, file, ASK_AGAIN))
        .orElseGet(() ->
            Answer.file("text/html; charset=utf-8", () -> ABSENT.getBytes(StandardCharsets.UTF_8)));
  }

  private static Answer answer(Request request, Files.File file, String keep) {
    var answer =
        request.seen(file.tag()) ? Answer.notModified() : Answer.file(file.type(), file.bytes());
    return answer.with("ETag", "\"" + file.tag() + "\"").with("Cache-Control", keep);
  }
}
