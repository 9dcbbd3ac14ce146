package dev.carillon.targets.call;

import dev.carillon.core.schedule.Owner;
import java.util.Optional;

/** Finds who is called. Asked by every call, on its own thread. */
@FunctionalInterface
public interface Directory {
  /** The agent that runs of this owner call by this name. */
  Optional<Callee> agent(Owner owner, String name);
}
