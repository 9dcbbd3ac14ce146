package dev.carillon.core.admission;

/** The one thing that a queued run waits for. The code is what the store keeps. */
public enum WaitsOn {
  /** Any node with room for one more call. */
  ANY_NODE(0),
  /** The place of its own schedule. */
  OWN_CLOCK(-1),
  /** The end of its schedule's pause. */
  RESUME(-2),
  /** Its own time; it has no place until then. */
  TIME(-3);

  private final int code;

  WaitsOn(int code) {
    this.code = code;
  }

  public int code() {
    return code;
  }

  /** What the store keeps under this code. */
  public static WaitsOn of(int code) {
    for (var place : values()) {
      if (place.code == code) {
        return place;
      }
    }
    throw new IllegalArgumentException("nothing to wait for has the code " + code);
  }
}
