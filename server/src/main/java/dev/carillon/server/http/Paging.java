package dev.carillon.server.http;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/**
 * Which part of a list is asked for.
 *
 * @param page from 1, when asked for by number
 * @param token what the page before gave, in plain text
 */
public record Paging(Optional<Integer> page, int size, Optional<String> token) {
  private static final int DEFAULT_SIZE = 50;
  private static final int LARGEST_SIZE = 200;

  /** Whoever wants to go deeper goes by token. */
  private static final int DEEPEST = 10_000;

  static Paging of(Request request) {
    return of(request, number(request, "page"));
  }

  /** Of a list that has no pages by number. */
  static Paging byToken(Request request) {
    return of(request, Optional.empty());
  }

  private static Paging of(Request request, Optional<Integer> page) {
    var size = number(request, "page_size").orElse(DEFAULT_SIZE);
    var token = request.query("page_token").filter(text -> !text.isEmpty()).map(Paging::plain);
    if (page.isPresent() && token.isPresent()) {
      throw Refusal.ofParameter("page_token", "page and page_token are never sent together");
    }
    var paging = new Paging(page, Math.min(size, LARGEST_SIZE), token);
    if (paging.offset() + (long) paging.size > DEEPEST) {
      throw Refusal.ofParameter(
          "page", "pages by number end at entry " + DEEPEST + "; go on with next_page_token");
    }
    return paging;
  }

  /** How many entries stand before this page, when it is asked for by number; else 0. */
  public int offset() {
    return (int) Math.min((page.orElse(1) - 1L) * size, Integer.MAX_VALUE);
  }

  /** A token that nobody need understand. */
  public static String token(String plain) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(plain.getBytes(StandardCharsets.UTF_8));
  }

  /** A token that is not ours, or not of this list. */
  public static Refusal notOurs() {
    return Refusal.ofParameter("page_token", "page_token is not one that this list gave");
  }

  /** A part of a list that is all there. */
  public record Part<T>(List<T> items, Optional<String> nextToken) {}

  /** Cuts this page out of a whole list. */
  public <T> Part<T> cut(List<T> whole) {
    var from = Math.min(token.map(Paging::place).orElse(offset()), whole.size());
    var to = Math.min(from + size, whole.size());
    var next = to < whole.size() ? Optional.of(token("at:" + to)) : Optional.<String>empty();
    return new Part<>(whole.subList(from, to), next);
  }

  private static Refusal noNumber(String name, String text) {
    return Refusal.ofParameter(name, name + " is a whole number from 1 on, and not: " + text);
  }

  private static int place(String plain) {
    try {
      if (plain.startsWith("at:")) {
        return Integer.parseUnsignedInt(plain.substring("at:".length()));
      }
    } catch (NumberFormatException foreign) {
      throw notOurs();
    }
    throw notOurs();
  }

  private static String plain(String token) {
    try {
      return new String(Base64.getUrlDecoder().decode(token), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException foreign) {
      throw notOurs();
    }
  }

  private static Optional<Integer> number(Request request, String name) {
    return request.query(name).map(text -> number(name, text));
  }

  private static int number(String name, String text) {
    try {
      var number = Integer.parseInt(text);
      if (number >= 1) {
        return number;
      }
    } catch (NumberFormatException noNumber) {
      throw noNumber(name, text);
    }
    throw noNumber(name, text);
  }
}
