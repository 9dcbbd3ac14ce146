package dev.carillon.acceptance.docs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.carillon.acceptance.repository.Repository;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The reading order in {@code docs/tour.md}. */
class TourTest {

  private static final Pattern STOP =
      Pattern.compile("^(\\d+)\\. \\[([^]]+)]\\(([^)]+)\\):", Pattern.MULTILINE);

  private static final Pattern LINK = Pattern.compile("\\]\\(([^)#]+)\\)");

  private final List<MatchResult> stops =
      STOP.matcher(Repository.text("docs/tour.md")).results().toList();

  @Test
  void it_has_nine_stops_in_their_order() {
    assertThat(stops)
        .extracting(stop -> stop.group(1))
        .containsExactly("1", "2", "3", "4", "5", "6", "7", "8", "9");
  }

  @Test
  void each_stop_is_a_file_of_ours_that_its_link_leads_to() {
    assertThat(stops)
        .allSatisfy(stop -> {
          assertThat(stop.group(3)).isEqualTo("../" + stop.group(2));
          assertThat(Repository.files()).contains(stop.group(2));
        });
  }

  @Test
  void the_files_can_be_read_in_an_hour() {
    assertThat(stops)
        .allSatisfy(stop ->
            assertThat(Repository.text(stop.group(2)).lines().count())
                .as(stop.group(2))
                .isLessThan(400));
  }

  @Test
  void no_page_has_a_link_that_leads_nowhere() {
    assertThat(Repository.files().stream().filter(name -> name.endsWith(".md")))
        .allSatisfy(name ->
            assertThat(LINK.matcher(Repository.text(name)).results().map(link -> link.group(1)))
                .filteredOn(link -> !link.contains(":"))
                .allSatisfy(link -> assertThat(Repository.file(beside(name, link))).exists()));
  }

  private static String beside(String page, String link) {
    return Path.of(page).resolveSibling(link).normalize().toString();
  }
}
