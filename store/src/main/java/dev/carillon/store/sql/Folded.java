package dev.carillon.store.sql;

import java.text.Normalizer;
import java.util.Locale;

/** The form of a name in which search compares it, the same in both databases. */
public final class Folded {
  private Folded() {}

  /** Without the differences of case and of writing that Unicode knows (NFKC, lower case). */
  public static String of(String name) {
    return Normalizer.normalize(name, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
  }
}
