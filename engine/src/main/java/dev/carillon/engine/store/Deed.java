package dev.carillon.engine.store;

/** What a person or a program did to a schedule, for the activity stream. */
public record Deed(Kind kind, String actor, String note) {
  /** The deeds, each with the type of its event. */
  public enum Kind {
    CREATED("carillon.schedule.created"),
    UPDATED("carillon.schedule.updated"),
    PAUSED("carillon.schedule.paused"),
    RESUMED("carillon.schedule.resumed"),
    DELETED("carillon.schedule.deleted"),
    QUARANTINED("carillon.schedule.quarantined");

    private final String type;

    Kind(String type) {
      this.type = type;
    }

    public String type() {
      return type;
    }
  }
}
