package dev.carillon.targets.agent;

import dev.carillon.engine.target.Attempt;
import dev.carillon.engine.target.Caller;
import dev.carillon.targets.call.Callee;
import dev.carillon.targets.call.ThreadCaller;
import dev.carillon.targets.call.Work;
import dev.carillon.testkit.agent.Behaviours;
import dev.carillon.testkit.agent.FakeAgent;
import dev.carillon.testkit.target.CallerContract;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;

class HttpCallerTest extends CallerContract {
  private final HttpAgents http = new HttpAgents("http://unused");
  private final FakeAgent answering = FakeAgent.start();
  private final FakeAgent hanging = FakeAgent.start(Behaviours.hanging());

  @AfterEach
  void stop() {
    http.close();
    answering.close();
    hanging.close();
  }

  @Override
  protected Caller caller() {
    return new ThreadCaller((_, name) -> callee(name));
  }

  @Override
  protected String answering() {
    return "answering";
  }

  @Override
  protected String hanging() {
    return "hanging";
  }

  @Override
  protected String breaking() {
    return "breaking";
  }

  private Optional<Callee> callee(String name) {
    return switch (name) {
      case "answering" -> Optional.of(http.callee(Calls.row(answering.url())));
      case "hanging" -> Optional.of(http.callee(Calls.row(hanging.url())));
      case "breaking" -> Optional.of(new Breaking());
      default -> Optional.empty();
    };
  }

  private record Breaking() implements Callee {
    @Override
    public String label() {
      return "the broken agent";
    }

    @Override
    public Duration timeout() {
      return Duration.ofHours(1);
    }

    @Override
    public Work begin(Attempt attempt) {
      throw new LinkageError("nobody planned this");
    }
  }
}
