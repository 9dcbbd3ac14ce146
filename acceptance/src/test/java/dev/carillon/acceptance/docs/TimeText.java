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

      ## The preview

      `POST /api/v1/schedules/preview` takes a schedule that is not saved and answers its words, its next instants in UTC and
      with the offset of its zone, its warnings, the smallest gap (`min_interval_seconds`) and the version of the time zone
      database (`tzdata_version`), for the time zones of the future are changed by people. The stored next run and the calls
      are computed by the same function, and a test holds the three equal. An instant that a change of the clocks touches has
      a `mark`; these are of `30 2 * * *` in Berlin, with `gap: shift` and `overlap_hour: both`:

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
        .replace("{marks}", TimePage.marks());
  }
}
