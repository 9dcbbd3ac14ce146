package dev.carillon.engine.access;

import dev.carillon.core.schedule.Owner;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * One who owns schedules. A user is disabled and never deleted, because rows keep their number.
 *
 * @param owner the numbers that stand on every row; a user's number is given out once
 * @param name unique within the tenant
 */
public record User(
    Owner owner, String name, Role role, Instant createdAt, Optional<Instant> disabledAt) {
  /** What a name looks like; an address of e-mail is one. */
  public static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._@+-]{0,126}");

  public User {
    requireName(name);
  }

  /** A user who is to be created; the store gives the number. */
  public record Draft(int tenant, String name, Role role, Instant createdAt) {
    public Draft {
      requireName(name);
    }
  }

  private static void requireName(String name) {
    if (!NAME.matcher(name).matches()) {
      throw new IllegalArgumentException("not a user's name: " + name);
    }
  }
}
