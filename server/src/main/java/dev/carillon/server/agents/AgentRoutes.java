package dev.carillon.server.agents;

import dev.carillon.api.agents.AgentDraft;
import dev.carillon.api.agents.AgentList;
import dev.carillon.api.agents.AgentView;
import dev.carillon.core.schedule.Policies;
import dev.carillon.engine.access.Permission;
import dev.carillon.engine.store.Agent;
import dev.carillon.engine.store.Store;
import dev.carillon.server.agents.AgentReading.Wanted;
import dev.carillon.server.auth.UserNames;
import dev.carillon.server.http.Answer;
import dev.carillon.server.http.Door;
import dev.carillon.server.http.Refusal;
import dev.carillon.server.http.Request;
import dev.carillon.server.http.Route;
import dev.carillon.server.http.Wrong;
import java.net.URI;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Registering, reading and forgetting agents. */
public final class AgentRoutes {
  private static final int CREATED = 201;
  private static final String PATH = "/api/v1/agents";
  private static final String ONE = PATH + "/{name}";

  private final Store store;
  private final Set<String> localAgents;

  /** The routes over a store, with the names of the agents that this process is itself. */
  public AgentRoutes(Store store, Set<String> localAgents) {
    this.store = store;
    this.localAgents = new TreeSet<>(localAgents);
  }

  public List<Route> routes() {
    var read = Door.needs(Permission.AGENTS_READ);
    var write = Door.needs(Permission.AGENTS_WRITE);
    return List.of(
        Route.post(PATH, write, this::create),
        Route.get(PATH, read, this::list),
        Route.get(ONE, read, this::show),
        Route.put(ONE, write, this::put),
        Route.delete(ONE, write, this::delete));
  }

  private Answer create(Request request) {
    var wanted = AgentReading.read(request.body(AgentDraft.class), Optional.empty());
    var agent = agent(request, wanted, Optional.empty());
    if (!store.agents().create(agent)) {
      throw Refusal.of(Wrong.CONFLICT, "you have an agent " + agent.name() + " already");
    }
    return Answer.created(PATH + "/" + agent.name(), view(request, agent));
  }

  private Answer put(Request request) {
    var draft = request.body(AgentDraft.class);
    var wanted = AgentReading.read(draft, Optional.of(request.path("name")));
    var before = own(request, wanted.name());
    var agent = agent(request, wanted, before);
    store.agents().save(agent);
    var answer = Answer.ok(view(request, agent));
    return before.isPresent() ? answer : answer.withStatus(CREATED);
  }

  private Agent agent(Request request, Wanted wanted, Optional<Agent> before) {
    // Schedules that run would call another from now on, and nobody would have said so. One that
    // was registered while this was off is called already.
    if (before.isEmpty() && localAgents.contains(wanted.name())) {
      throw Refusal.of(
          Wrong.CONFLICT,
          "agent " + wanted.name() + " is built into this server: choose another name");
    }
    var now = store.read().now();
    return new Agent(
        request.who().owner(),
        wanted.name(),
        wanted.url(),
        wanted.timeout(),
        before.map(Agent::createdAt).orElse(now),
        now);
  }

  private Answer list(Request request) {
    var registered = store.agents().list(request.who().scope());
    var names = new UserNames(store.access());
    var own = request.who().owner();
    var known =
        registered.stream().filter(one -> one.owner().equals(own)).map(Agent::name).toList();
    var all =
        Stream.concat(
                registered.stream().map(agent -> view(request, agent, names)),
                localAgents.stream().filter(name -> !known.contains(name)).map(AgentRoutes::local))
            .sorted(Comparator.comparing(AgentView::name))
            .toList();
    var paging = request.paging();
    var part = paging.cut(all);
    return Answer.ok(
        new AgentList(part.items(), all.size(), paging.page(), paging.size(), part.nextToken()));
  }

  private Answer show(Request request) {
    var name = request.path("name");
    return own(request, name)
        .map(agent -> view(request, agent))
        .or(() -> Optional.of(name).filter(localAgents::contains).map(AgentRoutes::local))
        .or(() -> seen(request, name).map(agent -> view(request, agent)))
        .map(Answer::ok)
        .orElseThrow(AgentRoutes::notFound);
  }

  private Answer delete(Request request) {
    var name = request.path("name");
    var found = own(request, name).or(() -> seen(request, name));
    if (found.isPresent()) {
      store.agents().delete(found.get().owner(), name);
      return Answer.nothing();
    }
    if (localAgents.contains(name)) {
      throw Refusal.of(
          Wrong.CONFLICT, "agent " + name + " is this server itself and cannot be forgotten");
    }
    throw notFound();
  }

  /** The one that the caller's runs call by this name. */
  private Optional<Agent> own(Request request, String name) {
    return store.agents().resolve(request.who().owner(), name);
  }

  /** One of this name that the caller sees; an administrator sees those of others too. */
  private Optional<Agent> seen(Request request, String name) {
    return store.agents().find(request.who().scope(), name);
  }

  private AgentView view(Request request, Agent agent) {
    return view(request, agent, new UserNames(store.access()));
  }

  private static AgentView view(Request request, Agent agent, UserNames names) {
    return new AgentView(
        agent.name(),
        "http",
        agent.url().map(URI::toString),
        agent.timeout().toSeconds(),
        Optional.of(names.of(agent.owner())),
        Optional.of(request.who().bearer().tenant().id()),
        Optional.of(agent.createdAt()),
        Optional.of(agent.updatedAt()));
  }

  private static AgentView local(String name) {
    return new AgentView(
        name,
        "local",
        Optional.empty(),
        Policies.DEFAULT.timeout().toSeconds(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  private static Refusal notFound() {
    return Refusal.notFound("Agent");
  }
}
