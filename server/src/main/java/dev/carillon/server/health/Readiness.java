package dev.carillon.server.health;

/** Whether this server takes work: not while it drains. Set by one thread, read by all. */
public final class Readiness {
  private volatile boolean draining;

  /** From now on this server is on its way out. */
  public void drain() {
    draining = true;
  }

  boolean draining() {
    return draining;
  }
}
