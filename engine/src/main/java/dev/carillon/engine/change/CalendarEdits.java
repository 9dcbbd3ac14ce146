package dev.carillon.engine.change;

import dev.carillon.engine.store.CalendarStore;
import dev.carillon.engine.store.NamedCalendar;
import dev.carillon.engine.store.PlanRule;

/** What people do to calendars. Durable when it answers. Shared by all threads. */
public final class CalendarEdits {
  private final CalendarStore store;
  private final PlanRule rule;
  private final Runnable news;

  /**
   * @param news called after each edit, so that the loops look at once
   */
  public CalendarEdits(CalendarStore store, PlanRule rule, Runnable news) {
    this.store = store;
    this.rule = rule;
    this.news = news;
  }

  /** Creates or replaces it; what is due by now is due by the calendar as it was. */
  public void save(NamedCalendar calendar) {
    store.save(calendar, rule);
    news.run();
  }
}
