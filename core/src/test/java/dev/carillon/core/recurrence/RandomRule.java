package dev.carillon.core.recurrence;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;

/** Rules by chance, of every frequency, with parts that may stand beside it. */
final class RandomRule {
  private static final List<String> FREQUENCIES =
      List.of("YEARLY", "MONTHLY", "WEEKLY", "DAILY", "HOURLY", "MINUTELY", "SECONDLY");
  private static final List<String> DAYS = List.of("MO", "TU", "WE", "TH", "FR", "SA", "SU");

  private RandomRule() {}

  static String next(Random random) {
    var frequency = FREQUENCIES.get(random.nextInt(FREQUENCIES.size()));
    var fine = FREQUENCIES.indexOf(frequency) > 3;
    var parts = new ArrayList<String>();
    parts.add("FREQ=" + frequency);
    if (random.nextBoolean()) {
      parts.add("INTERVAL=" + (1 + random.nextInt(fine ? 40 : 4)));
    }
    if (random.nextInt(4) == 0) {
      parts.add("COUNT=" + (1 + random.nextInt(20)));
    }
    days(frequency, random, parts);
    times(fine, random, parts);
    if (parts.stream().anyMatch(part -> part.startsWith("BY")) && random.nextInt(3) == 0) {
      parts.add("BYSETPOS=" + numbers(random, -4, 4));
    }
    return String.join(";", parts);
  }

  private static void days(String frequency, Random random, List<String> parts) {
    if (random.nextInt(3) == 0) {
      parts.add("BYMONTH=" + numbers(random, 1, 12));
    }
    if (!frequency.equals("WEEKLY") && random.nextInt(3) == 0) {
      parts.add("BYMONTHDAY=" + numbers(random, -31, 31));
    }
    var yearly = frequency.equals("YEARLY");
    if (yearly && random.nextInt(4) == 0) {
      parts.add("BYYEARDAY=" + numbers(random, -366, 366));
    }
    var weeks = yearly && random.nextInt(4) == 0;
    if (weeks) {
      parts.add("BYWEEKNO=" + numbers(random, -53, 53));
    }
    if (random.nextInt(3) == 0) {
      var numbered = !weeks && (yearly || frequency.equals("MONTHLY"));
      parts.add(
          "BYDAY="
              + random
                  .ints(1 + random.nextInt(3), 0, 7)
                  .mapToObj(day -> (numbered ? ordinal(random) : "") + DAYS.get(day))
                  .distinct()
                  .collect(Collectors.joining(",")));
    }
  }

  private static void times(boolean fine, Random random, List<String> parts) {
    var chance = fine ? 3 : 4;
    if (random.nextInt(chance) == 0) {
      parts.add("BYHOUR=" + numbers(random, 0, 23));
    }
    if (random.nextInt(chance) == 0) {
      parts.add("BYMINUTE=" + numbers(random, 0, 59));
    }
    if (random.nextInt(chance * 2) == 0) {
      parts.add("BYSECOND=" + numbers(random, 0, 59));
    }
  }

  private static String ordinal(Random random) {
    var number = random.nextInt(-5, 6);
    return number == 0 ? "" : String.valueOf(number);
  }

  private static String numbers(Random random, int least, int most) {
    return random
        .ints(1 + random.nextInt(4), least, most + 1)
        .filter(number -> least == 0 || number != 0)
        .mapToObj(String::valueOf)
        .collect(Collectors.collectingAndThen(Collectors.toList(), RandomRule::orOne));
  }

  private static String orOne(List<String> numbers) {
    return numbers.isEmpty() ? "1" : String.join(",", numbers);
  }

  /** So long that slow enumeration stays quick. */
  static Duration span(String rule) {
    if (rule.startsWith("FREQ=SECONDLY")) {
      return Duration.ofDays(2);
    }
    if (rule.startsWith("FREQ=MINUTELY")) {
      return Duration.ofDays(20);
    }
    return Duration.ofDays(rule.startsWith("FREQ=YEARLY") ? 1_500 : 400);
  }
}
