package dev.carillon.acceptance.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import dev.carillon.acceptance.crash.Rest;
import dev.carillon.acceptance.product.Product;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** HTTP/1.1 lets a browser have six connections to a server, and a stream of events keeps one. */
class ManyWindowsTest {

  private static final Look WIDE = new Look(ColorScheme.LIGHT, 1280);
  private static final double MS_FOR_LOADING = 5_000;

  @TempDir Path folder;
  private Product server;
  private Chromium chromium;
  private Page first;
  private final List<Request> streams = new ArrayList<>();
  private final List<Request> ended = new ArrayList<>();

  @BeforeEach
  void open() throws Exception {
    server = Product.start(folder.resolve("data"));
    chromium = new Chromium();
    first = chromium.open(WIDE, server.address());
    BrowserContext context = first.context();
    context.onRequest(ifStream(streams::add));
    context.onRequestFailed(ifStream(ended::add));
    first.navigate(server.signInLink());
    assertThat(live(first)).isVisible();
  }

  @AfterEach
  void close() {
    chromium.close();
    server.close();
  }

  @Test
  void pages_that_were_left_do_not_keep_the_next_from_loading() {
    for (int nth = 1; nth <= 9; nth++) {
      load(first, nth % 2 == 0 ? "/app/schedules" : "/app/runs");
    }
    assertThat(chromium.wrong()).isEmpty();
  }

  @Test
  void a_page_that_was_left_and_came_back_is_live_and_not_old() {
    load(first, "/app/schedules");
    load(first, "/app/runs");
    createSchedule("Came in between");
    first.evaluate("history.back()");
    assertThat(first.getByText("Came in between").first()).isVisible();
    assertThat(live(first)).isVisible();
    assertThat(chromium.wrong()).isEmpty();
  }

  @Test
  void eight_windows_share_one_stream_and_it_outlives_the_one_that_held_it() {
    List<Page> others = new ArrayList<>();
    while (others.size() < 7) {
      Page next = first.context().newPage();
      load(next, "/app/schedules");
      others.add(next);
    }
    assertThat(streams).hasSize(1);

    first.close();
    others.getFirst().waitForCondition(() -> streams.size() == 2);
    createSchedule("Heard by all");
    for (Page other : others) {
      assertThat(other.getByText("Heard by all").first()).isVisible();
      assertThat(live(other)).isVisible();
    }
    assertThat(streams).hasSize(2);
  }

  @Test
  void a_window_that_nobody_sees_hangs_up_and_catches_up() {
    load(first, "/app/schedules");
    int before = ended.size();
    see(first, "hidden");
    first.waitForCondition(() -> ended.size() > before);
    createSchedule("Nobody saw it");
    see(first, "visible");
    assertThat(first.getByText("Nobody saw it").first()).isVisible();
    assertThat(live(first)).isVisible();
  }

  /** A headless browser shows every window, so the page is told otherwise. */
  private static void see(Page page, String state) {
    page.evaluate(
        """
        state => {
          Object.defineProperty(document, 'visibilityState', { value: state, configurable: true });
          document.dispatchEvent(new Event('visibilitychange'));
        }
        """,
        state);
  }

  private void load(Page page, String path) {
    page.navigate(server.address() + path, new Page.NavigateOptions().setTimeout(MS_FOR_LOADING));
    page.getByRole(AriaRole.HEADING)
        .first()
        .waitFor(new Locator.WaitForOptions().setTimeout(MS_FOR_LOADING));
    assertThat(live(page)).isVisible();
  }

  private void createSchedule(String name) {
    new Rest(server.address(), server.adminKey())
        .send(
            "POST",
            "/api/v1/schedules",
            """
            {"name": "%s", "cron_expression": "0 0 1 1 *", "task_query": "Say hello",
             "target": {"type": "agent", "agent": "echo"}}
            """
                .formatted(name));
  }

  private static Consumer<Request> ifStream(Consumer<Request> then) {
    return request -> {
      if (request.url().contains("/api/v1/events")) {
        then.accept(request);
      }
    };
  }

  private static Locator live(Page page) {
    return page.getByText("Live", new Page.GetByTextOptions().setExact(true));
  }
}
