package dev.carillon.targets.agent;

import dev.carillon.core.run.Answer;
import dev.carillon.core.run.FailureKind;
import dev.carillon.core.run.Outcome;
import dev.carillon.engine.target.Attempt;
import dev.carillon.targets.call.Callee;
import dev.carillon.targets.call.Work;
import java.time.Duration;
import java.util.Optional;

/**
 * An agent over HTTP.
 *
 * @param address as it was registered; whether it can be called shows when a call begins
 */
record HttpAgent(HttpAgents.Lines lines, String name, String address, Duration timeout)
    implements Callee {
  @Override
  public String label() {
    return "agent '" + name + "' at " + Address.shown(address);
  }

  @Override
  public Work begin(Attempt attempt) {
    Optional<Address> called = Address.of(address);
    return called.isEmpty()
        ? new Uncallable(
            label() + " has no address that can be called: it needs http://host, without ? and #")
        : new HttpWork(this, called.get(), attempt);
  }

  private record Uncallable(String why) implements Work {
    @Override
    public Outcome perform() {
      return new Outcome.Failed(FailureKind.LAUNCH, why, Answer.NONE);
    }

    @Override
    public void abort() {
      // nothing was begun
    }
  }
}
