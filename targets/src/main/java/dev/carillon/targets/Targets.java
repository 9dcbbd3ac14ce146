package dev.carillon.targets;

import dev.carillon.core.schedule.Owner;
import dev.carillon.engine.store.AgentStore;
import dev.carillon.engine.target.Caller;
import dev.carillon.targets.agent.HttpAgents;
import dev.carillon.targets.call.Callee;
import dev.carillon.targets.call.Directory;
import dev.carillon.targets.call.ThreadCaller;
import dev.carillon.targets.local.LocalAgents;
import java.util.Optional;
import java.util.Set;

/**
 * The targets of a server: agents that somebody registered, then those of this process, so that a
 * registered agent may take the name of a local one. Shared by all threads.
 */
public final class Targets implements Directory, AutoCloseable {
  private final AgentStore registered;
  private final LocalAgents local;
  private final HttpAgents http;
  private final Caller caller = new ThreadCaller(this);

  /**
   * @param urlTemplate where an agent without a URL of its own lives, such as {@code
   *     http://agent-{name}:8000}
   */
  public Targets(AgentStore registered, LocalAgents local, String urlTemplate) {
    this.registered = registered;
    this.local = local;
    http = new HttpAgents(urlTemplate);
  }

  /** Performs the attempts of the engine. */
  public Caller caller() {
    return caller;
  }

  /** The names that are known without a row in the store. */
  public Set<String> localNames() {
    return local.names();
  }

  @Override
  public Optional<Callee> agent(Owner owner, String name) {
    return registered.resolve(owner, name).map(http::callee).or(() -> local.find(name));
  }

  /** Breaks off the calls that are still under way. */
  @Override
  public void close() {
    http.close();
  }
}
