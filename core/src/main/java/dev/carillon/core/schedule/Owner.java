package dev.carillon.core.schedule;

/** Whose a row is: the tenant and the user within it, by their numbers. It stands on every row. */
public record Owner(int tenant, int user) {
  public Owner {
    if (tenant <= 0 || user <= 0) {
      throw new IllegalArgumentException(
          "tenant and user are numbered from 1: " + tenant + ", " + user);
    }
  }
}
