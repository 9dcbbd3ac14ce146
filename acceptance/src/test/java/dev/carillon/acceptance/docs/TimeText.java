package dev.carillon.acceptance.docs;

/** The words of the page about time, around the tables that the engine computes. */
final class TimeText {
  private static final String TEXT =
      """
      # Time

      When is a schedule due? This page is computed by the engine that fires: every table, refusal and instant in it is what
      the code says today, and a test fails when they part. Ask for your own line with `./carillon cron next '0 9 * * MON-FRI'
      --zone Europe/Berlin`, or ask a server with `POST /api/v1/schedules/preview`. The examples look from Monday 1 March 2027
      at 09:00 in Berlin.

      ## Triggers

      A trigger is what makes a schedule due. The words are those that the API, the pages and the command line show.

      | type | says | in words | first times (Berlin) | smallest gap |
      |---|---|---|---|---|
      {triggers}

      An interval counts elapsed time, so a day is 86,400 seconds and no change of the clocks moves it. Cron lines and rules
      read the clock of their zone, which is UTC when none is given: then a daily line is 23 hours apart once a year. The
      smallest gap is taken over a whole cycle of the calendar and all changes of the clocks in the 28 years from this one, so
      the time of day when it is asked changes nothing; of a rule it looks at the first 5,000 times beside those changes.
      `CARILLON_MIN_INTERVAL` says how small it may be.

      Two triggers have no times of their own and wait for something else. An `event` runs when `POST /api/v1/events/NAME`
      publishes its event and each place of the filter holds its value, or one of several; a place is the name of a member of
      the event's data, or a JSON Pointer such as `/build/number`. An `after` runs after runs of other schedules that ended as
      `on` says (`success`, `failure` or `end`): after `any` of them, or once `all` have had one since its own last run. Both
      run under the overlap policy, between `start_at` and `end_at`, and count towards `max_runs`.

      ## Cron lines

      The number of fields decides how a line is read; a dialect can be named as well.

      | dialect | reads | example |
      |---|---|---|
      {dialects}

      A line has these fields, in this order; one of 5 begins with the minute, one of 6 with the second.

      | field | numbers | names |
      |---|---|---|
      {fields}

      A field is `*` for every value, a value, a range `a-b`, a step `*/n` or `a-b/n`, or a list of these with commas. Some
      words stand for a whole line:

      | nickname | stands for | in words |
      |---|---|---|
      {nicknames}

      Days have characters of their own: `?` is the same as `*`, `L` is the last, `W` the weekday that is nearest within the
      month, `#` counts weekdays in the month, and `+` makes a day match both fields. Without `+`, a line that restricts both
      day fields fires on a day that matches **either** of them.

      | line | in words | first times (Berlin) |
      |---|---|---|
      {special}

      ### What is refused

      A refusal names the field, the text and the reason, and where somebody probably meant something else, what to write.
      Also refused, when a schedule is saved: what never fires.

      | line | answer |
      |---|---|
      {refusals}

      ### What is warned of

      A line that may mean something else than its writer thinks is saved all the same, with a warning.

      | warning | line | says (in Berlin) |
      |---|---|---|
      {warnings}

      ## When the clocks change

      In Berlin, on 28 March 2027, the clocks go from 02:00 to 03:00: there is no 02:30. On 31 October they go from 03:00 back
      to 02:00: there are two. What becomes of a fixed time is a choice of the schedule, `dst`; the first of each is the
      default. This is `30 2 * * *`, as the clock shows its runs in these nights, with the offset from UTC:

      | `gap` | `overlap_hour` | 28 March | 31 October |
      |---|---|---|---|
      {policies}

      A line whose second, minute or hour begins with `*` follows the wall clock instead: what is left out does not run, what
      is shown twice runs twice, and `dst` changes nothing. Under `run_at_transition` several times that are left out make one run.
      A change of more than three hours, as when a date was left out in Apia, is never made up for. Under the defaults:

      | line | follows | 28 March | 31 October |
      |---|---|---|---|
      {wallClock}

      ## Bounds

      Any trigger can be bounded; both ends belong to it. This is an hourly interval from 08:00 UTC:

      | bound | `start_at` | `end_at` | first times (UTC) |
      |---|---|---|---|
      {bounds}

      `max_runs` ends a schedule with the last occurrence that became a run; one that was skipped does not count.

      Three more bounds leave the nominal times of a schedule as they are, and with them the ids of its runs: they leave
      occurrences out, which get a line in the ledger with the reason, or say when one is **desired**. Nothing starts before
      its desired time, and it is late, or missed, by that time. The line of an occurrence that is left out is written when
      its time comes; while many follow each other, theirs are written together, once a minute.

      ### The execution window

      `execution_window` is a part of each day in which occurrences may start: from its opening to before its closing, over
      midnight where it closes earlier than it opens, in its own `zone` or that of the trigger. What lies outside is skipped,
      or waits for the opening. This is a window from 08:00 to 20:00 in Berlin:

      | nominal | `outside: skip` | `outside: wait` |
      |---|---|---|
      {window}

      ### Calendars

      A calendar has a name and belongs to a user: `PUT /api/v1/calendars/{name}` creates or replaces it, and the schedules
      that use it follow at once. Its type is `dates`, `weekly` (parts of the week), `business_days` (Monday to Friday unless
      it says otherwise, without the holidays of a country), `holidays` (of a country and perhaps a region, computed for
      thirty years when it is saved), or `ics` (the text of an iCalendar file). A schedule runs only when one of the calendars
      that it includes covers the time, if it includes any, and none of those that it excludes. Days are those of the
      calendar's `timezone`, else of the trigger's. This is `0 9 * * *` in Berlin around Easter, without Good Friday and Easter
      Monday:

      | nominal | `on_excluded: skip` | `next_business_day` | `previous_business_day` |
      |---|---|---|---|
      {calendars}

      A business day is one from Monday to Friday on which the calendars permit the same time of day; it is looked for up to
      60 days away. An occurrence that goes to a later day is a run from its nominal time on, which waits as `PENDING`. To
      start one on an earlier day, the schedule plans all that lies between as such runs; so its times must lie at least an
      hour apart. A schedule that its bounds never let run is refused.

      ### Jitter

      `jitter` spreads what would start at once: by up to `span_ms` after the nominal time, or around it. How far is told by
      the schedule's id and the nominal time alone, never beyond a neighbour and never out of the window. This is
      `0 9-17 * * *` at 09:00:

      | `span_ms` | `mode` | starts within | starts at |
      |---|---|---|---|
      {jitter}

      ## After an absence

      Times that passed while no server was there are made up for by `catchup_policy`: those that are missed, which is after
      ten seconds. A younger time is not missed but late, and runs whatever the policy, so after a crash the one time that
      `last` catches up may be followed at once by some that ran `late`; whether they run beside it is for `overlap_policy`
      to say. This is `*/5 * * * * *`, whose server was away from 08:00:01 to 08:00:27:

      | `catchup_policy` | does not run | `caught_up` | `late` |
      |---|---|---|---|
      {absence}

      ## The preview

      `POST /api/v1/schedules/preview` takes a schedule that is not saved and answers its words, its next instants in UTC and
      with the offset of its zone, its warnings, the smallest gap (`min_interval_seconds`) and the version of the time zone
      database (`tzdata_version`), for the time zones of the future are changed by people. The stored next run and the calls
      are computed by the same function, and a test holds the three equal. Beside each nominal time stands when it starts, at the
      earliest, at the latest, and exactly (`desired_at`) where no jitter decides that, or where the request names the
      `schedule_id`; what is left out before the last of them is told with its reason (`left_out`). An instant that a
      change of the clocks touches has a `mark`; these are of `30 2 * * *` in Berlin, with `gap: shift` and `overlap_hour: both`:

      | mark | says | the next one |
      |---|---|---|
      {marks}
      """;

  private TimeText() {}

  static String page() {
    return TEXT.replace("{triggers}", TimePage.triggers())
        .replace("{dialects}", TimePage.dialects())
        .replace("{fields}", TimePage.fields())
        .replace("{nicknames}", TimePage.nicknames())
        .replace("{special}", TimePage.special())
        .replace("{refusals}", TimePage.refusals())
        .replace("{warnings}", TimePage.warnings())
        .replace("{policies}", TimePage.policies())
        .replace("{wallClock}", TimePage.wallClock())
        .replace("{bounds}", TimePage.bounds())
        .replace("{absence}", AbsenceTable.rows())
        .replace("{window}", BoundsPage.window())
        .replace("{calendars}", BoundsPage.calendars())
        .replace("{jitter}", BoundsPage.jitter())
        .replace("{marks}", TimePage.marks());
  }
}
