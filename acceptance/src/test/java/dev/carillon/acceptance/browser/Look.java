package dev.carillon.acceptance.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.options.ColorScheme;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * A way to look at a page.
 *
 * @param theme light or dark, as the system says
 * @param width of the window, in CSS pixels
 */
record Look(ColorScheme theme, int width) {

  private static final int HEIGHT = 800;

  static Stream<Look> all() {
    return Stream.of(ColorScheme.LIGHT, ColorScheme.DARK)
        .flatMap(theme -> Stream.of(1280, 360).map(width -> new Look(theme, width)));
  }

  Browser.NewContextOptions options() {
    return new Browser.NewContextOptions().setColorScheme(theme).setViewportSize(width, HEIGHT);
  }

  @Override
  public String toString() {
    return theme.name().toLowerCase(Locale.ROOT) + "-" + width;
  }
}
