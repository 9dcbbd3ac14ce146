package dev.carillon.acceptance.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import dev.carillon.acceptance.repository.Repository;
import java.io.File;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The system's own Chromium, which notes what goes wrong behind a page. */
final class Chromium implements AutoCloseable {

  private static final List<String> NAMES =
      List.of("chromium", "chromium-browser", "google-chrome");

  private final Playwright playwright = Playwright.create();
  private final Browser browser =
      playwright
          .chromium()
          .launch(
              new BrowserType.LaunchOptions()
                  .setExecutablePath(executable())
                  // As people's browsers do: a page that was left is kept for the way back.
                  .setIgnoreDefaultArgs(List.of("--disable-back-forward-cache"))
                  .setArgs(List.of("--no-sandbox", "--disable-gpu")));
  private final List<String> wrong = new ArrayList<>();

  /** A page in a context of its own; nothing on it may ask another host than the server. */
  Page open(Look look, URI server) {
    BrowserContext context = browser.newContext(look.options());
    Page page = context.newPage();
    page.onConsoleMessage(message -> {
      if (message.type().equals("error") || message.type().equals("warning")) {
        wrong.add(look + " console: " + message.text());
      }
    });
    page.onPageError(error -> wrong.add(look + " page: " + error));
    page.onRequest(request -> {
      String host = URI.create(request.url()).getAuthority();
      if (!server.getAuthority().equals(host) && !request.url().startsWith("data:")) {
        wrong.add(look + " asked another host: " + request.url());
      }
    });
    return page;
  }

  /** What went wrong on any page since this browser was started. */
  List<String> wrong() {
    return wrong;
  }

  /** What axe holds against the page, as rule and element. */
  static List<String> violations(Page page) {
    return new AxeBuilder(page)
            .withTags(
                List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"))
            .analyze()
            .getViolations()
            .stream()
            .flatMap(rule ->
                rule.getNodes().stream()
                    .map(node -> rule.getId() + ": " + node.getTarget() + " " + node.getHtml()))
            .toList();
  }

  /** Keeps a picture of the whole page under {@code target/screenshots}. */
  static void picture(Page page, String name) {
    Path file = Repository.file("acceptance/target/screenshots").resolve(name + ".png");
    page.screenshot(new Page.ScreenshotOptions().setPath(file).setFullPage(true));
    assertThat(file).isNotEmptyFile();
  }

  @Override
  public void close() {
    browser.close();
    playwright.close();
  }

  private static Path executable() {
    return Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
        .flatMap(folder -> NAMES.stream().map(name -> Path.of(folder, name)))
        .filter(Files::isExecutable)
        .findFirst()
        .orElseThrow(
            () -> new IllegalStateException("no Chromium on PATH: install Debian's chromium"));
  }
}
