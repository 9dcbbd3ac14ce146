package dev.carillon.core.cron;

import java.util.ArrayList;
import java.util.List;

/** Makes the one sentence that says when an expression fires. */
final class Words {
  private Words() {}

  static String of(CronExpression expression) {
    TimeWords times = new TimeWords(expression.times());
    DayWords days = new DayWords(expression.days());
    List<String> phrases = new ArrayList<>();
    phrases.add(times.words());
    days.day().or(times::everyDay).ifPresent(phrases::add);
    days.month().ifPresent(phrases::add);
    days.year().ifPresent(phrases::add);
    String sentence = String.join(", ", phrases) + ".";
    return expression.neverFires()
        ? "Never, as there is no such day: " + sentence
        : Character.toUpperCase(sentence.charAt(0)) + sentence.substring(1);
  }
}
