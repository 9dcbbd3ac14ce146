package dev.carillon.targets.agent;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Where an agent is called: its base address with {@code /api/chat} behind it. */
record Address(URI chat) {
  private static final String CHAT = "/api/chat";
  private static final Pattern SECRET = Pattern.compile("//[^/@]*@");

  /**
   * The address to call, unless the text is none, names a user, or has an end that would be lost.
   */
  static Optional<Address> of(String base) {
    try {
      var uri = new URI(base);
      if (!http(uri) || uri.getHost() == null || uri.getRawUserInfo() != null || hasEnd(uri)) {
        return Optional.empty();
      }
      return Optional.of(new Address(new URI(withoutEnd(uri) + CHAT)));
    } catch (URISyntaxException unreadable) {
      return Optional.empty();
    }
  }

  /** The text for people, without a password that may stand in it. */
  static String shown(String base) {
    return SECRET.matcher(base).replaceFirst("//");
  }

  private static boolean hasEnd(URI uri) {
    return uri.getRawQuery() != null || uri.getRawFragment() != null;
  }

  private static boolean http(URI uri) {
    var scheme = uri.getScheme();
    return scheme != null && scheme.toLowerCase(Locale.ROOT).matches("https?");
  }

  private static String withoutEnd(URI uri) {
    var path = uri.getRawPath() == null ? "" : uri.getRawPath();
    return uri.getScheme() + "://" + uri.getRawAuthority() + path.replaceFirst("/+$", "");
  }
}
