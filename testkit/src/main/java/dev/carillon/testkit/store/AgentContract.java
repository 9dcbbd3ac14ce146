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
    agents.save(agent);
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
    agents.save(new Agent(Trial.OWNER, "researcher", url, Duration.ofSeconds(7), at(3), at(3)));
    assertThat(agents.find(MINE, "researcher"))
        .contains(new Agent(Trial.OWNER, "researcher", url, Duration.ofSeconds(7), at(0), at(3)));
  }

  @Test
  default void an_agent_that_is_created_replaces_none() {
    var agents = rig().store().agents();
    var first = agent(Trial.OWNER, "researcher");
    assertThat(agents.create(first)).isTrue();
    var second =
        new Agent(Trial.OWNER, "researcher", Optional.empty(), Duration.ofSeconds(7), at(3), at(3));
    assertThat(agents.create(second)).isFalse();
    assertThat(agents.find(MINE, "researcher")).contains(first);
  }

  @Test
  default void of_several_who_create_a_name_at_once_one_does() {
    var agents = rig().store().agents();
    var created =
        AccessContract.People.atOnce(8, i -> agents.create(agent(Trial.OWNER, "researcher")));
    assertThat(created).containsOnlyOnce(true);
  }

  @Test
  default void a_name_belongs_to_its_owner() {
    var agents = rig().store().agents();
    var mine = agent(Trial.OWNER, "researcher");
    var theirs =
        new Agent(
            new Owner(1, 2), "researcher", Optional.empty(), Duration.ofSeconds(7), at(1), at(1));
    assertThat(agents.create(theirs)).isTrue();
    assertThat(agents.create(mine)).isTrue();
    agents.save(agent(new Owner(2, 3), "researcher"));
    assertThat(agents.find(MINE, "researcher")).contains(mine);
    assertThat(agents.find(new Scope(1, OptionalInt.of(2)), "researcher")).contains(theirs);
    assertThat(agents.find(new Scope(1, OptionalInt.empty()), "researcher")).contains(mine);
    assertThat(agents.list(new Scope(1, OptionalInt.empty()))).containsExactly(mine, theirs);
  }

  @Test
  default void runs_call_only_agents_of_their_owner() {
    var agents = rig().store().agents();
    var mine = agent(Trial.OWNER, "researcher");
    agents.save(mine);
    assertThat(agents.resolve(Trial.OWNER, "researcher")).contains(mine);
    assertThat(agents.resolve(new Owner(1, 2), "researcher")).isEmpty();
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
  default void a_deleted_agent_is_gone_and_those_of_others_stay() {
    var agents = rig().store().agents();
    var theirs = agent(new Owner(1, 2), "researcher");
    agents.save(agent(Trial.OWNER, "researcher"));
    agents.save(theirs);
    assertThat(agents.delete(new Owner(2, 1), "researcher")).isFalse();
    assertThat(agents.delete(Trial.OWNER, "researcher")).isTrue();
    assertThat(agents.delete(Trial.OWNER, "researcher")).isFalse();
    assertThat(agents.find(MINE, "researcher")).isEmpty();
    assertThat(agents.resolve(new Owner(1, 2), "researcher")).contains(theirs);
    assertThat(agents.create(agent(Trial.OWNER, "researcher"))).isTrue();
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
