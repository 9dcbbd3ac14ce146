package dev.carillon.api.json;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/** Finds the word that somebody may have meant. */
public final class Nearest {
  private static final int FURTHEST = 3;

  private Nearest() {}

  /** The known word that is nearest to what was written, if any is near at all. */
  public static Optional<String> to(String written, Collection<String> known) {
    return known.stream()
        .filter(word -> distance(written, word) <= Math.min(FURTHEST, word.length() / 2))
        .min(Comparator.comparingInt(word -> distance(written, word)));
  }

  /** Levenshtein's distance: how many letters must be put in, left out or changed. */
  private static int distance(String one, String other) {
    if (Math.abs(one.length() - other.length()) > FURTHEST) {
      return Integer.MAX_VALUE;
    }
    var above = new int[other.length() + 1];
    for (var j = 0; j <= other.length(); j++) {
      above[j] = j;
    }
    for (var i = 1; i <= one.length(); i++) {
      above = next(above, one.charAt(i - 1), other);
    }
    return above[other.length()];
  }

  private static int[] next(int[] above, char letter, String other) {
    var row = new int[above.length];
    row[0] = above[0] + 1;
    for (var j = 1; j < row.length; j++) {
      var changed = above[j - 1] + (letter == other.charAt(j - 1) ? 0 : 1);
      row[j] = Math.min(changed, Math.min(above[j], row[j - 1]) + 1);
    }
    return row;
  }
}
