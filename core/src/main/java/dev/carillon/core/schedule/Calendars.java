package dev.carillon.core.schedule;

import dev.carillon.core.calendar.Calendar;
import dev.carillon.core.calendar.Cover;
import dev.carillon.core.time.Spell;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * The named calendars of a schedule's owner that say when it may run. Two are the same when they
 * name the same.
 *
 * @param include it runs only when one of these covers the time; none means always
 * @param exclude it never runs when one of these covers the time
 * @param known what the names stand for, as far as it is known
 */
public record Calendars(
    List<String> include,
    List<String> exclude,
    OnExcluded onExcluded,
    Map<String, Calendar> known) {
  /** It may always run. */
  public static final Calendars NONE =
      new Calendars(List.of(), List.of(), OnExcluded.SKIP, Map.of());

  /** So many names a schedule has at most. */
  public static final int MOST = 20;

  /** What becomes of an occurrence that a calendar excludes. */
  public enum OnExcluded {
    /** It does not run; its line says why. */
    SKIP,
    /** It runs at the same time of the next day, Monday to Friday, on which it may. */
    NEXT_BUSINESS_DAY,
    /** It runs at the same time of the last such day before it. */
    PREVIOUS_BUSINESS_DAY
  }

  public Calendars {
    include = List.copyOf(include);
    exclude = List.copyOf(exclude);
    known = Map.copyOf(known);
  }

  /** Whether it names none, so that it may always run. */
  public boolean isEmpty() {
    return include.isEmpty() && exclude.isEmpty();
  }

  /** Whether what is excluded goes to another day. */
  public boolean moves() {
    return !isEmpty() && onExcluded != OnExcluded.SKIP;
  }

  /** The names, each once. */
  public Set<String> names() {
    return new TreeSet<>(Stream.concat(include.stream(), exclude.stream()).toList());
  }

  /** The same with what its names stand for. */
  public Calendars knowing(Map<String, Calendar> calendars) {
    return new Calendars(include, exclude, onExcluded, calendars);
  }

  /** When it may run, on the clock of the schedule; throws when a name stands for nothing. */
  public Cover permitted(ZoneId clock) {
    var within = covers(include, clock);
    var without = covers(exclude, clock);
    return at -> {
      var spell = within.isEmpty() ? Spell.ALWAYS : Spell.NEVER;
      for (var cover : within) {
        spell = spell.or(cover.at(at));
      }
      for (var cover : without) {
        spell = spell.and(cover.at(at).turned());
      }
      return spell;
    };
  }

  private List<Cover> covers(List<String> names, ZoneId clock) {
    return names.stream().map(name -> named(name).in(clock)).toList();
  }

  private Calendar named(String name) {
    var calendar = known.get(name);
    if (calendar == null) {
      throw new IllegalStateException("there is no calendar " + name);
    }
    return calendar;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Calendars that
        && include.equals(that.include)
        && exclude.equals(that.exclude)
        && onExcluded == that.onExcluded;
  }

  @Override
  public int hashCode() {
    return Objects.hash(include, exclude, onExcluded);
  }
}
