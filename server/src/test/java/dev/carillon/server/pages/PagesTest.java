package dev.carillon.server.pages;

import static org.assertj.core.api.Assertions.assertThat;

import dev.carillon.server.http.Listening;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PagesTest {
  @TempDir Path folder;

  @Test
  void files_are_served_and_every_other_path_is_the_first_page() throws IOException {
    write("web/index.html", "<p>first");
    write("web/assets/a-1f.js", "js");
    write("secret.txt", "secret");
    try (var loader = new URLClassLoader(new URL[] {folder.toUri().toURL()});
        var server = new Listening(new Pages(loader).routes(), request -> Optional.empty())) {
      var asset = server.get("/app/assets/a-1f.js");
      assertThat(asset.body()).isEqualTo("js");
      assertThat(asset.headers().allValues("Cache-Control"))
          .containsExactly("public, max-age=31536000, immutable");
      assertThat(asset.headers().firstValue("Content-Type"))
          .contains("text/javascript; charset=utf-8");
      for (var path : new String[] {"/app/", "/app", "/app/runs/1", "/app/index.html"}) {
        assertThat(server.get(path).body()).as(path).isEqualTo("<p>first");
      }
      var first = server.get("/app/runs");
      assertThat(first.headers().allValues("Cache-Control")).containsExactly("no-cache");
      var tag = first.headers().firstValue("ETag").orElseThrow();
      assertThat(server.get("/app/runs", "If-None-Match", tag).statusCode()).isEqualTo(304);
      for (var path :
          new String[] {"/app/assets/none.js", "/app/x.png", "/app/assets/../../secret.txt"}) {
        assertThat(server.get(path).statusCode()).as(path).isEqualTo(404);
      }
      for (var path :
          new String[] {
            "/app/..%2fsecret.txt", "/app/%2e%2e/secret.txt", "/app/assets%2f..%2f..%2fsecret.txt"
          }) {
        assertThat(server.get(path).body())
            .as(path)
            .doesNotContain("secret\"")
            .isNotEqualTo("secret");
      }
      assertThat(server.get("/").headers().firstValue("Location")).contains("/app/");
    }
  }

  @Test
  void a_build_without_pages_says_so() throws IOException {
    try (var loader = new URLClassLoader(new URL[] {folder.toUri().toURL()}, null);
        var server = new Listening(new Pages(loader).routes(), request -> Optional.empty())) {
      assertThat(server.get("/app/").body()).contains("This build has no web pages in it");
    }
  }

  private void write(String path, String text) throws IOException {
    var file = folder.resolve(path);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }
}
