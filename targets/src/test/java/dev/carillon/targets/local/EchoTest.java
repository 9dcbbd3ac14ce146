package dev.carillon.targets.local;

import static org.assertj.core.api.Assertions.assertThat;

import dev.carillon.engine.target.Caller;
import dev.carillon.targets.call.ThreadCaller;
import dev.carillon.testkit.target.TargetContract;
import org.junit.jupiter.api.Test;

class EchoTest extends TargetContract {
  private final LocalAgents agents = LocalAgents.echo();

  @Override
  protected Caller caller() {
    return new ThreadCaller((_, name) -> agents.find(name));
  }

  @Override
  protected String agent() {
    return "echo";
  }

  @Test
  void it_says_that_it_is_the_built_in_echo() {
    assertThat(Echo.answer("x").text()).contains("The built-in echo agent heard: x");
  }

  @Test
  void a_server_that_others_can_reach_has_no_local_agent() {
    assertThat(LocalAgents.none().names()).isEmpty();
    assertThat(LocalAgents.none().find("echo")).isEmpty();
  }
}
