package dev.carillon.engine.access;

import java.time.Instant;
import java.util.regex.Pattern;

/**
 * A group of users that sees nothing of other groups.
 *
 * @param number stands on every row; the first tenant is 1
 * @param id the tenant's name in the API
 * @param name for people
 */
public record Tenant(int number, String id, String name, Instant createdAt) {
  /** The tenant that exists from the first start on. */
  public static final int FIRST = 1;

  /** What an id looks like. */
  public static final Pattern ID = Pattern.compile("[a-z0-9][a-z0-9-]{0,62}");

  public Tenant {
    if (number <= 0 || !ID.matcher(id).matches()) {
      throw new IllegalArgumentException(
          "a tenant has a number from 1 and an id of a-z, 0-9 and -: " + number + ", " + id);
    }
  }
}
