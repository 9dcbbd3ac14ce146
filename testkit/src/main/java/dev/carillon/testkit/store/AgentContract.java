package dev.carillon.testkit.store;

import static dev.carillon.testkit.store.Trial.MINE;
import static dev.carillon.testkit.store.Trial.at;
import static org.assertj.core.api.Assertions.assertThat;

import dev.carillon.core.schedule.Owner;
import dev.carillon.engine.store.Agent;
import dev.carillon.engine.store.Scope;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

/** What keeping agents must do in every store. */
public interface AgentContract {

  /** A store that is empty. */
  StoreRig rig();

  @Test
  default void a_saved_agent_is_found_by_its_name() {
    var agents = rig().store().agents();
    var agent = agent(Trial.OWNER, "researcher");
    assertThat(agents.save(agent)).isTrue();
    assertThat(agents.find(MINE, "researcher")).contains(agent);
    assertThat(agents.find(MINE, "Researcher")).isEmpty();
    assertThat(agents.list(MINE)).containsExactly(agent);
  }

  @Test
  default void an_agent_may_live_where_the_template_says() {
    var agents = rig().store().agents();
    var agent =
        new Agent(Trial.OWNER, "local", Optional.empty(), Duration.ofSeconds(9), at(0), at(0));
    agents.save(agent);
    assertThat(agents.find(MINE, "local")).contains(agent);
  }

  @Test
  default void saving_again_replaces_all_but_the_creation() {
    var agents = rig().store().agents();
    agents.save(agent(Trial.OWNER, "researcher"));
    var url = Optional.of(URI.create("https://other.example/"));
    assertThat(
            agents.save(
                new Agent(Trial.OWNER, "researcher", url, Duration.ofSeconds(7), at(3), at(3))))
        .isTrue();
    assertThat(agents.find(MINE, "researcher"))
        .contains(new Agent(Trial.OWNER, "researcher", url, Duration.ofSeconds(7), at(0), at(3)));
  }

  @Test
  default void a_name_belongs_to_one_owner_of_a_tenant() {
    var agents = rig().store().agents();
    var mine = agent(Trial.OWNER, "researcher");
    agents.save(mine);
    assertThat(agents.save(agent(new Owner(1, 2), "researcher"))).isFalse();
    assertThat(agents.find(MINE, "researcher")).contains(mine);
    assertThat(agents.save(agent(new Owner(2, 3), "researcher"))).isTrue();
  }

  @Test
  default void runs_call_any_agent_of_their_tenant() {
    var agents = rig().store().agents();
    var mine = agent(Trial.OWNER, "researcher");
    agents.save(mine);
    assertThat(agents.resolve(new Owner(1, 2), "researcher")).contains(mine);
    assertThat(agents.resolve(new Owner(2, 3), "researcher")).isEmpty();
  }

  @Test
  default void agents_are_listed_by_name() {
    var agents = rig().store().agents();
    agents.save(agent(Trial.OWNER, "writer"));
    agents.save(agent(new Owner(1, 2), "editor"));
    agents.save(agent(Trial.OWNER, "clerk"));
    assertThat(agents.list(MINE)).extracting(Agent::name).containsExactly("clerk", "writer");
    assertThat(agents.list(new Scope(1, OptionalInt.empty())))
        .extracting(Agent::name)
        .containsExactly("clerk", "editor", "writer");
  }

  @Test
  default void a_deleted_agent_is_gone_and_its_name_is_free() {
    var agents = rig().store().agents();
    agents.save(agent(Trial.OWNER, "researcher"));
    assertThat(agents.delete(MINE, "researcher")).isTrue();
    assertThat(agents.delete(MINE, "researcher")).isFalse();
    assertThat(agents.find(MINE, "researcher")).isEmpty();
    assertThat(agents.save(agent(new Owner(1, 2), "researcher"))).isTrue();
  }

  private static Agent agent(Owner owner, String name) {
    return new Agent(
        owner,
        name,
        Optional.of(URI.create("http://127.0.0.1:9000/agent?x=1")),
        Duration.ofMinutes(5),
        at(0),
        at(0));
  }
}
