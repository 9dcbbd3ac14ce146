package dev.carillon.targets.call;

import dev.carillon.core.run.Outcome;
import dev.carillon.engine.target.Attempt;
import dev.carillon.engine.target.Caller;
import java.util.function.Consumer;

/**
 * Calls each attempt's target on a virtual thread. The deadline is the shorter of the attempt's and
 * the callee's timeout. Shared by the loops that start runs.
 */
public final class ThreadCaller implements Caller {
  private final Directory directory;

  public ThreadCaller(Directory directory) {
    this.directory = directory;
  }

  @Override
  public Call call(Attempt attempt, Consumer<Outcome> whenDone) {
    var call = new ThreadCall(directory, attempt, whenDone);
    call.start();
    return call;
  }
}
