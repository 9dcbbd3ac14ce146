package dev.carillon.core.schedule;

/** Where a schedule stands. The code is what the store keeps. */
public enum ScheduleStatus {
  ACTIVE(1),
  PAUSED(2),
  /** Its cursor has passed the last instant. */
  ENDED(3),
  /** It could not be planned; it waits for a person, with the reason beside it. */
  QUARANTINED(4),
  /** Hidden, kept for its ledger. */
  DELETED(5);

  private final int code;

  ScheduleStatus(int code) {
    this.code = code;
  }

  public int code() {
    return code;
  }

  /** The status that the store keeps under this code. */
  public static ScheduleStatus of(int code) {
    for (var status : values()) {
      if (status.code == code) {
        return status;
      }
    }
    throw new IllegalArgumentException("no schedule status has the code " + code);
  }
}
