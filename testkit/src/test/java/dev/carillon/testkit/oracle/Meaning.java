package dev.carillon.testkit.oracle;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What a line means, beside what its explanation says when it is read back as plain English. */
record Meaning(String words, OracleLine line, WordsReader reader) {
  private static final List<LocalDate> SIX_YEARS =
      LocalDate.of(2023, 1, 1).datesUntil(LocalDate.of(2029, 1, 1)).toList();
  private static final int SECONDS_OF_DAY = 86_400;
  private static final int SAMPLE = 100;

  static Meaning of(Agreement both) {
    String words = both.engine().expression().explain().words();
    return new Meaning(words, both.line(), WordsReader.read(words));
  }

  /** On every day of six years, and at every second of a day. */
  void mustHold() {
    mustHold(SIX_YEARS.stream(), IntStream.range(0, SECONDS_OF_DAY));
  }

  /** On some days and at some seconds: the first of the sixty of each kind among them. */
  void mustHold(Random random) {
    Stream<LocalDate> days = random.ints(SAMPLE, 0, SIX_YEARS.size()).mapToObj(SIX_YEARS::get);
    IntStream seconds = random.ints(SAMPLE, 0, SECONDS_OF_DAY);
    IntStream minutes = random.ints(SAMPLE, 0, SECONDS_OF_DAY / 60).map(minute -> minute * 60);
    int matching = line.someTime(random).toSecondOfDay();
    IntStream beside = IntStream.of(matching - 1, matching, matching + 1, matching + 60);
    mustHold(days, IntStream.concat(beside, IntStream.concat(seconds, minutes)));
  }

  private void mustHold(Stream<LocalDate> days, IntStream seconds) {
    days.filter(day -> reader.saysDay(day) != line.matchesDay(day))
        .findFirst()
        .ifPresent(this::untrue);
    seconds
        .mapToObj(second -> LocalTime.ofSecondOfDay(Math.floorMod(second, SECONDS_OF_DAY)))
        .filter(time -> reader.saysTime(time) != line.matchesTime(time))
        .findFirst()
        .ifPresent(this::untrue);
  }

  private void untrue(Object when) {
    throw new AssertionError(
        "%s is explained as \"%s\", which is not true of %s".formatted(line, words, when));
  }
}
