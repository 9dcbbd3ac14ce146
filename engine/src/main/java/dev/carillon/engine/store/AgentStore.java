package dev.carillon.engine.store;

import dev.carillon.core.schedule.Owner;
import java.util.List;
import java.util.Optional;

/** The agents of a tenant, by name. */
public interface AgentStore {
  /**
   * Creates the agent or replaces it; false when the name belongs to another owner of the tenant.
   */
  boolean save(Agent agent);

  Optional<Agent> find(Scope scope, String name);

  /** The agent that the runs of this owner call by this name: any agent of the owner's tenant. */
  Optional<Agent> resolve(Owner owner, String name);

  List<Agent> list(Scope scope);

  /** Forgets the agent; false when the scope sees none of that name. */
  boolean delete(Scope scope, String name);
}
