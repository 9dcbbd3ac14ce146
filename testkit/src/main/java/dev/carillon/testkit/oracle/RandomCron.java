package dev.carillon.testkit.oracle;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Writes random cron lines that are valid, from a seed, so that a failure can be repeated. */
public final class RandomCron {
  private static final List<String> MONTHS =
      List.of("JAN", "feb", "Mar", "APR", "MAY", "jun", "JUL", "AUG", "Sep", "OCT", "NOV", "DEC");
  private static final List<String> WEEKDAYS =
      List.of("SUN", "Mon", "TUE", "wed", "THU", "FRI", "SAT");

  private final Random random;

  public RandomCron(long seed) {
    this.random = new Random(seed);
  }

  /** A line of five or six fields. */
  public String line() {
    return line(random.nextInt(24));
  }

  /** A line whose hours lie around the given one, so that it meets a clock change there. */
  public String line(int hour) {
    return times(hour) + " " + days();
  }

  /** A line of times around the given hour, on most days, that follows the wall clock or not. */
  public String line(int hour, boolean wild) {
    String days = random.nextInt(4) == 0 ? days() : "* * *";
    String line = times(hour) + " " + days;
    while (OracleLine.read(line).isWild() != wild) {
      line = times(hour) + " " + days;
    }
    return line;
  }

  /** A line of seven fields. */
  public String lineWithYears() {
    String times = numbers(0, 59) + " " + numbers(0, 59) + " " + hours(random.nextInt(24));
    return times + " " + days() + " " + years();
  }

  /** A line of six or seven fields as Quartz reads it, which wants one of the days to be open. */
  public String quartz() {
    String times = numbers(0, 59) + " " + numbers(0, 59) + " " + numbers(0, 23);
    String months = random.nextInt(4) == 0 ? months() : "*";
    String days =
        random.nextBoolean()
            ? monthDays() + " " + months + " ?"
            : "? " + months + " " + weekday(1, 7);
    return times + " " + days + (random.nextInt(4) == 0 ? " " + years() : "");
  }

  private String times(int hour) {
    String seconds = random.nextInt(4) == 0 ? numbers(0, 59) + " " : "";
    return seconds + numbers(0, 59) + " " + hours(hour);
  }

  /** Day-of-month, month and day-of-week; each is open more often than not. */
  public String days() {
    String monthDays = random.nextInt(3) == 0 ? monthDays() : "*";
    String months = random.nextInt(4) == 0 ? months() : "*";
    String weekdays = random.nextInt(3) == 0 ? weekdays() : "*";
    return monthDays + " " + months + " " + weekdays;
  }

  private String hours(int around) {
    if (random.nextInt(3) == 0) {
      return numbers(0, 23);
    }
    List<String> hours = new ArrayList<>();
    for (int i = 0; i <= random.nextInt(3); i++) {
      hours.add(String.valueOf(Math.floorMod(around + random.nextInt(5) - 2, 24)));
    }
    return String.join(",", hours);
  }

  private String monthDays() {
    return switch (random.nextInt(8)) {
      case 0 -> "L";
      case 1 -> "L-" + random.nextInt(31);
      case 2 -> random.nextBoolean() ? "LW" : "L-" + random.nextInt(31) + "W";
      case 3 -> between(1, 31) + "W";
      case 4 -> between(1, 31) + "W," + numbers(1, 31);
      default -> numbers(1, 31);
    };
  }

  private String months() {
    return random.nextBoolean() ? numbers(1, 12) : MONTHS.get(random.nextInt(12));
  }

  private String weekdays() {
    return (random.nextInt(4) == 0 ? "+" : "") + weekday(0, 7);
  }

  private String weekday(int least, int greatest) {
    boolean named = random.nextBoolean();
    String day = named ? WEEKDAYS.get(random.nextInt(7)) : "" + between(least, greatest);
    return switch (random.nextInt(6)) {
      case 0 -> day + "L";
      case 1 -> day + "#" + between(1, 5);
      case 2 -> day + "#L,1-3";
      case 3 -> least == 0 ? "Fri-SUN" : "mon-FRI";
      case 4 -> day;
      default -> numbers(least, greatest);
    };
  }

  private String years() {
    int from = between(2020, 2036);
    return switch (random.nextInt(4)) {
      case 0 -> "*";
      case 1 -> "*/" + between(1, 9);
      case 2 -> from + "-" + between(from, 2099);
      default -> from + "," + between(1970, 2199);
    };
  }

  private String numbers(int least, int greatest) {
    List<String> items = new ArrayList<>();
    for (int i = random.nextInt(3) == 0 ? random.nextInt(3) : 0; i >= 0; i--) {
      items.add(item(least, greatest));
    }
    return String.join(",", items);
  }

  private String item(int least, int greatest) {
    int from = between(least, greatest);
    int to = between(from, greatest);
    int step = between(1, greatest / 2 + 1);
    return switch (random.nextInt(6)) {
      case 0 -> "*";
      case 1 -> "*/" + step;
      case 2 -> from + "-" + to;
      case 3 -> from + "-" + to + "/" + step;
      default -> String.valueOf(from);
    };
  }

  private int between(int least, int greatest) {
    return least + random.nextInt(greatest - least + 1);
  }
}
