package dev.carillon.targets;

import static org.assertj.core.api.Assertions.assertThat;

import dev.carillon.core.run.Outcome;
import dev.carillon.core.schedule.Owner;
import dev.carillon.engine.store.Agent;
import dev.carillon.engine.store.AgentStore;
import dev.carillon.engine.store.Scope;
import dev.carillon.targets.local.LocalAgents;
import dev.carillon.testkit.agent.Behaviours;
import dev.carillon.testkit.agent.FakeAgent;
import dev.carillon.testkit.target.Attempts;
import dev.carillon.testkit.target.Told;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TargetsTest {
  @Test
  void an_agent_that_nobody_registered_may_be_a_local_one() throws InterruptedException {
    try (var targets = targets(List.of())) {
      assertThat(text(targets, "echo")).contains("built-in echo");
      assertThat(targets.localNames()).containsExactly("echo");
      assertThat(Told.by(targets.caller(), Attempts.of("mailer", "hello")))
          .isInstanceOf(Outcome.Failed.class);
    }
  }

  @Test
  void a_registered_agent_may_take_the_name_of_a_local_one() throws InterruptedException {
    try (var agent = FakeAgent.start();
        var targets = targets(List.of(row("echo", agent.url())))) {
      assertThat(text(targets, "echo")).isEqualTo("done");
    }
  }

  @Test
  void what_is_still_under_way_is_broken_off_when_the_targets_close() throws InterruptedException {
    var told = new Told();
    try (var agent = FakeAgent.start(Behaviours.hanging())) {
      try (var targets = targets(List.of(row("slow", agent.url())))) {
        targets.caller().call(Attempts.of("slow", "hello"), told);
        agent.awaitCall();
      }
      assertThat(told.outcome()).isInstanceOf(Outcome.Failed.class);
    }
  }

  private static String text(Targets targets, String agent) throws InterruptedException {
    var outcome = Told.by(targets.caller(), Attempts.of(agent, "hello"));
    assertThat(outcome).isInstanceOf(Outcome.Succeeded.class);
    return ((Outcome.Succeeded) outcome).answer().text().orElseThrow();
  }

  private static Targets targets(List<Agent> rows) {
    return new Targets(new Rows(rows), LocalAgents.echo(), "http://agent-{name}:8000");
  }

  private static Agent row(String name, URI url) {
    return new Agent(
        Attempts.OWNER,
        name,
        Optional.of(url),
        Duration.ofSeconds(20),
        Instant.EPOCH,
        Instant.EPOCH);
  }

  /** A store of agents that only resolves. */
  private record Rows(List<Agent> rows) implements AgentStore {
    @Override
    public boolean create(Agent agent) {
      throw new UnsupportedOperationException("no test here creates an agent");
    }

    @Override
    public void save(Agent agent) {
      throw new UnsupportedOperationException("no test here saves an agent");
    }

    @Override
    public Optional<Agent> find(Scope scope, String name) {
      return resolve(Attempts.OWNER, name);
    }

    @Override
    public Optional<Agent> resolve(Owner owner, String name) {
      return rows.stream().filter(row -> row.name().equals(name)).findFirst();
    }

    @Override
    public List<Agent> list(Scope scope) {
      return rows;
    }

    @Override
    public boolean delete(Owner owner, String name) {
      throw new UnsupportedOperationException("no test here deletes an agent");
    }
  }
}
