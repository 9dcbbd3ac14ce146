package dev.carillon.acceptance.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.RequestOptions;
import dev.carillon.acceptance.crash.Rest;
import dev.carillon.acceptance.product.Product;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PagesTest {

  private static final Look WIDE = new Look(ColorScheme.LIGHT, 1280);
  private static final double MS_FOR_RUNS = 20_000;

  @TempDir Path folder;
  private Product server;
  private Chromium chromium;

  @BeforeEach
  void open() throws Exception {
    server = Product.start(folder.resolve("data"));
    chromium = new Chromium();
  }

  @AfterEach
  void close() {
    chromium.close();
    server.close();
  }

  @Test
  void the_link_signs_in_once_and_a_key_as_often_as_one_likes() {
    Page page = chromium.open(WIDE, server.address());
    page.navigate(server.signInLink());
    assertThat(page.getByText("The book is open, and nothing is in it yet.")).isVisible();
    assertThat(Chromium.violations(page)).isEmpty();
    Chromium.picture(page, "first-run");

    Page other = chromium.open(WIDE, server.address());
    other.navigate(server.signInLink());
    assertThat(other.getByLabel("API key")).isVisible();
    assertThat(other.getByText("This link was used before")).isVisible();
    assertThat(Chromium.violations(other)).isEmpty();
    Chromium.picture(other, "sign-in");

    other.getByLabel("API key").fill(server.adminKey());
    other.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Sign in")).click();
    assertThat(other.getByText("The book is open, and nothing is in it yet.")).isVisible();
  }

  @Test
  void runs_arrive_while_somebody_looks() {
    Page page = chromium.open(WIDE, server.address());
    page.navigate(server.signInLink());
    assertThat(page.getByText("Live", new Page.GetByTextOptions().setExact(true))).isVisible();
    createSchedule("Pulse", "* * * * * *");

    page.getByRole(AriaRole.LINK, named("Runs")).first().click();
    Locator rows = page.locator("tr[data-row]");
    Locator third = rows.nth(2);
    third.waitFor(new Locator.WaitForOptions().setTimeout(MS_FOR_RUNS));
    int seen = rows.count();
    rows.nth(seen + 1).waitFor(new Locator.WaitForOptions().setTimeout(MS_FOR_RUNS));

    assertThat(third).containsText("Pulse");
    Chromium.picture(page, "runs-arriving");
    assertThat(chromium.wrong()).isEmpty();
  }

  @Test
  void every_page_is_sound_in_both_themes_on_a_desk_and_on_a_phone() {
    String schedule = createSchedule("Morning report", "*/2 * * * * *");
    String run = awaitRun(schedule);
    Map<String, String> pages =
        Map.of(
            "schedules",
            "/app/schedules",
            "schedule",
            "/app/schedules/" + schedule,
            "runs",
            "/app/runs",
            "run",
            "/app/runs/" + run);
    List<String> violations = new ArrayList<>();
    Look.all()
        .forEach(look -> {
          Page page = chromium.open(look, server.address());
          signIn(page);
          pages.forEach((name, path) -> {
            page.navigate(server.address() + path);
            assertThat(visible(page, "Morning report")).isVisible();
            Chromium.picture(page, name + "-" + look);
            Chromium.violations(page).forEach(v -> violations.add(name + "-" + look + " " + v));
          });
        });
    assertThat(violations).isEmpty();
    assertThat(chromium.wrong()).isEmpty();
  }

  @Test
  void enter_alone_deletes_nothing() {
    createSchedule("Morning report", "0 9 * * 1-5");
    Page page = chromium.open(WIDE, server.address());
    signIn(page);
    page.navigate(server.address() + "/app/schedules");
    page.getByRole(AriaRole.BUTTON, named("Delete")).click();
    assertThat(page.getByRole(AriaRole.BUTTON, named("Delete for good"))).isVisible();
    Chromium.picture(page, "delete");
    assertThat(Chromium.violations(page)).isEmpty();

    page.keyboard().press("Enter");
    assertThat(page.getByRole(AriaRole.DIALOG)).hasCount(0);
    page.reload();
    assertThat(visible(page, "Morning report")).isVisible();
  }

  @Test
  void an_address_under_which_nothing_is_kept_says_so() {
    Page page = chromium.open(WIDE, server.address());
    signIn(page);
    page.navigate(server.address() + "/app/whatever");
    assertThat(page.getByText("There is no such page in the book.")).isVisible();
    Chromium.picture(page, "no-such-page");
    assertThat(Chromium.violations(page)).isEmpty();

    page.getByRole(AriaRole.LINK, named("Open the schedules")).click();
    assertThat(page.getByText("The book is open, and nothing is in it yet.")).isVisible();
  }

  @Test
  void a_long_list_scrolls_beside_its_pane_and_says_how_much_of_it_is_shown() {
    for (int nth = 1; nth <= 201; nth++) {
      createSchedule("Report " + nth, "0 9 * * 1-5");
    }
    Page page = chromium.open(WIDE, server.address());
    signIn(page);
    page.navigate(server.address() + "/app/schedules");
    assertThat(page.getByText("201 schedules.")).isVisible();
    assertThat(page.getByText("Of the 200 newest, none has run yet.")).isVisible();
    assertThat(page.locator("tr[data-row]")).hasCount(200);
    assertThat(page.evaluate("document.documentElement.scrollHeight <= innerHeight"))
        .isEqualTo(true);

    page.keyboard().press("End");
    page.getByRole(AriaRole.BUTTON, named("Show older schedules")).click();
    assertThat(page.locator("tr[data-row]")).hasCount(201);
    assertThat(page.getByText("All of them are active. None has run yet.")).isVisible();
    assertThat(chromium.wrong()).isEmpty();
  }

  /** Opens a session in the page's own context, without the pages. */
  private void signIn(Page page) {
    APIResponse answer =
        page.request()
            .post(
                server.address() + "/api/v1/session",
                RequestOptions.create().setData(Map.of("key", server.adminKey())));
    assertThat(answer.status()).as(answer.text()).isEqualTo(201);
  }

  private String createSchedule(String name, String cron) {
    String made =
        rest()
            .send(
                "POST",
                "/api/v1/schedules",
                """
                {"name": "%s", "cron_expression": "%s", "task_query": "Say hello",
                 "target": {"type": "agent", "agent": "echo"}}
                """
                    .formatted(name, cron));
    return Rest.field(made, "schedule_id");
  }

  /** Waits in the browser's own time until the schedule has a run, and answers with its id. */
  private String awaitRun(String schedule) {
    Page page = chromium.open(WIDE, server.address());
    signIn(page);
    page.navigate(server.address() + "/app/runs");
    page.locator("tr[data-row]")
        .first()
        .waitFor(new Locator.WaitForOptions().setTimeout(MS_FOR_RUNS));
    return Rest.field(rest().send("GET", "/api/v1/schedules/" + schedule + "/runs", ""), "run_id");
  }

  /** The first of that text that is not hidden, as the choices of a filter are. */
  private static Locator visible(Page page, String text) {
    return page.getByText(text).filter(new Locator.FilterOptions().setVisible(true)).first();
  }

  private Rest rest() {
    return new Rest(server.address(), server.adminKey());
  }

  private static Page.GetByRoleOptions named(String name) {
    return new Page.GetByRoleOptions().setName(name).setExact(true);
  }
}
