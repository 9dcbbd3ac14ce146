package dev.carillon.core.recurrence;

/** The parts of a rule that are lists of numbers, each with its bounds. */
enum Part {
  /** RFC 5545 allows 60, which is 59 to those who know no leap seconds. */
  BYSECOND(0, 60),
  BYMINUTE(0, 59),
  BYHOUR(0, 23),
  BYMONTHDAY(-31, 31),
  BYYEARDAY(-366, 366),
  BYWEEKNO(-53, 53),
  BYMONTH(1, 12),
  BYSETPOS(-366, 366);

  private final int least;
  private final int most;

  Part(int least, int most) {
    this.least = least;
    this.most = most;
  }

  /** Whether a number may stand here; those that count from the end have no zero. */
  boolean allows(int number) {
    return number >= least && number <= most && (number != 0 || least == 0);
  }

  /** The bounds in words. */
  String bounds() {
    return least < 0 ? "1 to " + most + " or -1 to " + least : least + " to " + most;
  }
}
