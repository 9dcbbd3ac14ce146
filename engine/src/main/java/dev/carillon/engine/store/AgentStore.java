package dev.carillon.engine.store;

import dev.carillon.core.schedule.Owner;
import java.util.List;
import java.util.Optional;

/**
 * The agents that people registered. A name belongs to its owner: what one owner calls so says
 * nothing to the runs of another.
 */
public interface AgentStore {
  /** Creates the agent; false when its owner has one of that name. */
  boolean create(Agent agent);

  /** Creates the agent or replaces all of its owner's but the creation. */
  void save(Agent agent);

  /** An agent of that name that the scope sees; of several owners' the one of the lowest number. */
  Optional<Agent> find(Scope scope, String name);

  /** The agent that the runs of this owner call by this name: the owner's own. */
  Optional<Agent> resolve(Owner owner, String name);

  /** The agents that the scope sees, by name, then by owner. */
  List<Agent> list(Scope scope);

  /** Forgets the agent; false when its owner has none of that name. */
  boolean delete(Owner owner, String name);
}
