package dev.carillon.testkit.agent;

import java.io.IOException;

/** What an agent does when it has heard a call; the connection is closed after it. */
@FunctionalInterface
public interface Behaviour {
  /** Runs on a thread of the call's own. */
  void answer(HeardCall call, Line line) throws IOException, InterruptedException;
}
