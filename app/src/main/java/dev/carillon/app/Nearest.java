package dev.carillon.app;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/** Finds the word that somebody meant who mistyped it. */
final class Nearest {

  /** Two slips: one exchanged pair of letters is two. */
  private static final int MOST_SLIPS = 2;

  private Nearest() {}

  static Optional<String> to(String typed, Collection<String> known) {
    return known.stream()
        .filter(word -> slips(typed, word) <= MOST_SLIPS)
        .min(Comparator.comparingInt((String word) -> slips(typed, word)));
  }

  /** Levenshtein's distance: letters left out, put in, or taken for another. */
  private static int slips(String typed, String word) {
    int[] row = new int[word.length() + 1];
    for (int j = 0; j <= word.length(); j++) {
      row[j] = j;
    }
    for (int i = 1; i <= typed.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= word.length(); j++) {
        int taken = diagonal + (typed.charAt(i - 1) == word.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(taken, 1 + Math.min(row[j], row[j - 1]));
      }
    }
    return row[word.length()];
  }
}
