package dev.carillon.engine.store;

import dev.carillon.core.calendar.Calendar;
import dev.carillon.core.schedule.Owner;
import java.time.Instant;
import java.util.regex.Pattern;

/** A calendar under the name that its owner's schedules call it by. */
public record NamedCalendar(
    Owner owner, String name, Calendar calendar, Instant createdAt, Instant updatedAt) {
  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,126}");

  /** Which names a calendar may have, in words. */
  public static final String NAME_WANTED = "letters, digits and . _ -, at most 127";

  /** Whether a calendar can be called so. */
  public static boolean isName(String name) {
    return NAME.matcher(name).matches();
  }
}
