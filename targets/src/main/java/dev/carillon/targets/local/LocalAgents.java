package dev.carillon.targets.local;

import dev.carillon.targets.call.Callee;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The agents that this process is itself. They belong to nobody, and everybody may call them. */
public final class LocalAgents {
  private final Map<String, Callee> agents;

  private LocalAgents(Map<String, Callee> agents) {
    this.agents = agents;
  }

  /** Only the echo, which answers with what it is asked. */
  public static LocalAgents echo() {
    return new LocalAgents(Map.of(Echo.NAME, new Echo()));
  }

  /** None, for a server that others can reach. */
  public static LocalAgents none() {
    return new LocalAgents(Map.of());
  }

  public Optional<Callee> find(String name) {
    return Optional.ofNullable(agents.get(name));
  }

  public Set<String> names() {
    return agents.keySet();
  }
}
