package dev.carillon.server.activity;

import dev.carillon.api.activity.ActivityView;
import dev.carillon.core.run.RunId;
import dev.carillon.core.schedule.ScheduleId;
import dev.carillon.engine.store.Activity;
import java.util.Optional;

/** An activity as a CloudEvent. */
public final class ActivityViews {
  private ActivityViews() {}

  public static ActivityView of(Activity activity) {
    var schedule = activity.schedule().map(ScheduleId::toString);
    return new ActivityView(
        "1.0",
        String.valueOf(activity.seq()),
        "/carillon",
        activity.type(),
        schedule,
        activity.at(),
        "application/json",
        new ActivityView.Data(
            activity.actor(),
            schedule,
            said(activity.scheduleName()),
            activity.run().map(RunId::toString),
            said(activity.note())));
  }

  private static Optional<String> said(String text) {
    return Optional.of(text).filter(words -> !words.isEmpty());
  }
}
