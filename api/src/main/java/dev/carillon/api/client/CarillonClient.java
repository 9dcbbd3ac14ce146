package dev.carillon.api.client;

import dev.carillon.api.access.KeyDraft;
import dev.carillon.api.access.KeyList;
import dev.carillon.api.access.KeyView;
import dev.carillon.api.access.TenantDraft;
import dev.carillon.api.access.TenantList;
import dev.carillon.api.access.TenantView;
import dev.carillon.api.access.UserDraft;
import dev.carillon.api.access.UserList;
import dev.carillon.api.access.UserView;
import dev.carillon.api.access.WhoAmI;
import dev.carillon.api.activity.ActivityList;
import dev.carillon.api.activity.ActivityView;
import dev.carillon.api.agents.AgentDraft;
import dev.carillon.api.agents.AgentList;
import dev.carillon.api.agents.AgentView;
import dev.carillon.api.client.Exchange.Call;
import dev.carillon.api.json.WireJson;
import dev.carillon.api.runs.LineList;
import dev.carillon.api.runs.RunList;
import dev.carillon.api.runs.RunView;
import dev.carillon.api.schedules.Done;
import dev.carillon.api.schedules.PauseRequest;
import dev.carillon.api.schedules.Preview;
import dev.carillon.api.schedules.PreviewRequest;
import dev.carillon.api.schedules.ResumeRequest;
import dev.carillon.api.schedules.ScheduleDraft;
import dev.carillon.api.schedules.ScheduleList;
import dev.carillon.api.schedules.ScheduleView;
import dev.carillon.api.schedules.TriggerRequest;
import dev.carillon.api.system.SystemView;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.net.ssl.SSLContext;
import tools.jackson.databind.node.ObjectNode;

/**
 * Speaks to a server as api/openapi.yaml says. Every method throws {@link ApiException}. Shared by
 * all threads.
 */
public final class CarillonClient implements AutoCloseable {
  private static final String API = "/api/v1";
  private final Exchange exchange;

  /**
   * @param server such as {@code http://127.0.0.1:8080}
   * @param key an API key, which is sent with every request
   */
  public CarillonClient(URI server, Optional<String> key) {
    this(server, key, Optional.empty());
  }

  /**
   * @param trust who may have signed the server's certificate; those whom the JDK trusts, if empty
   */
  public CarillonClient(URI server, Optional<String> key, Optional<SSLContext> trust) {
    exchange = new Exchange(server, key, trust);
  }

  public ScheduleView createSchedule(ScheduleDraft draft) {
    return exchange.ask("POST", to("/schedules").with(draft), ScheduleView.class);
  }

  /** Lists schedules; the parameters are those of the contract. */
  public ScheduleList schedules(Map<String, String> parameters) {
    return exchange.ask("GET", to("/schedules", parameters), ScheduleList.class);
  }

  public ScheduleView schedule(String id) {
    return exchange.ask("GET", to("/schedules/", id, ""), ScheduleView.class);
  }

  /** Changes the fields that the draft has. */
  public ScheduleView putSchedule(String id, ScheduleDraft draft, OptionalInt seen) {
    return exchange.ask(
        "PUT", to("/schedules/", id, "").with(draft).with(ifMatch(seen)), ScheduleView.class);
  }

  /** Applies a merge patch. */
  public ScheduleView patchSchedule(String id, ObjectNode patch, OptionalInt seen) {
    return exchange.ask(
        "PATCH", to("/schedules/", id, "").with(patch).with(ifMatch(seen)), ScheduleView.class);
  }

  public Done deleteSchedule(String id) {
    return exchange.ask("DELETE", to("/schedules/", id, ""), Done.class);
  }

  public ScheduleView pause(String id, PauseRequest request) {
    return exchange.ask("POST", to("/schedules/", id, "/pause").with(request), ScheduleView.class);
  }

  public ScheduleView resume(String id, ResumeRequest request) {
    return exchange.ask("POST", to("/schedules/", id, "/resume").with(request), ScheduleView.class);
  }

  /** Requests a run now. */
  public RunView trigger(String id, TriggerRequest request) {
    return exchange.ask("POST", to("/schedules/", id, "/trigger").with(request), RunView.class);
  }

  public Preview preview(PreviewRequest request) {
    return exchange.ask("POST", to("/schedules/preview").with(request), Preview.class);
  }

  /** The runs of one schedule. */
  public RunList runs(String schedule, Map<String, String> parameters) {
    return exchange.ask(
        "GET", to("/schedules/" + encoded(schedule) + "/runs", parameters), RunList.class);
  }

  /** Every line of one schedule. */
  public LineList ledger(String schedule, Map<String, String> parameters) {
    return exchange.ask(
        "GET", to("/schedules/" + encoded(schedule) + "/ledger", parameters), LineList.class);
  }

  /** The runs of all schedules. */
  public RunList runs(Map<String, String> parameters) {
    return exchange.ask("GET", to("/runs", parameters), RunList.class);
  }

  public RunView run(String id) {
    return exchange.ask("GET", to("/runs/", id, ""), RunView.class);
  }

  /** Registers an agent or replaces it. */
  public AgentView putAgent(String name, AgentDraft draft) {
    return exchange.ask("PUT", to("/agents/", name, "").with(draft), AgentView.class);
  }

  public AgentView agent(String name) {
    return exchange.ask("GET", to("/agents/", name, ""), AgentView.class);
  }

  public AgentList agents(Map<String, String> parameters) {
    return exchange.ask("GET", to("/agents", parameters), AgentList.class);
  }

  public void deleteAgent(String name) {
    exchange.tell("DELETE", to("/agents/", name, ""));
  }

  /** Makes a key, which only this answer shows in full. */
  public KeyView createKey(KeyDraft draft) {
    return exchange.ask("POST", to("/keys").with(draft), KeyView.class);
  }

  public KeyList keys(Map<String, String> parameters) {
    return exchange.ask("GET", to("/keys", parameters), KeyList.class);
  }

  public void revokeKey(String id) {
    exchange.tell("DELETE", to("/keys/", id, ""));
  }

  public UserView createUser(UserDraft draft) {
    return exchange.ask("POST", to("/users").with(draft), UserView.class);
  }

  public UserList users(Map<String, String> parameters) {
    return exchange.ask("GET", to("/users", parameters), UserList.class);
  }

  public void disableUser(String name) {
    exchange.tell("DELETE", to("/users/", name, ""));
  }

  public TenantView createTenant(TenantDraft draft) {
    return exchange.ask("POST", to("/tenants").with(draft), TenantView.class);
  }

  public TenantList tenants(Map<String, String> parameters) {
    return exchange.ask("GET", to("/tenants", parameters), TenantList.class);
  }

  public WhoAmI whoAmI() {
    return exchange.ask("GET", to("/session"), WhoAmI.class);
  }

  public SystemView system() {
    return exchange.ask("GET", to("/system"), SystemView.class);
  }

  public ActivityList activity(Map<String, String> parameters) {
    return exchange.ask("GET", to("/activity", parameters), ActivityList.class);
  }

  /**
   * Follows the activities as they happen, from the one after this number on; the stream ends when
   * it is closed or the server goes.
   */
  public Stream<ActivityView> follow(OptionalLong after) {
    var call = to("/events");
    var from =
        after.isPresent()
            ? call.with(Map.of("Last-Event-ID", String.valueOf(after.getAsLong())))
            : call;
    return exchange
        .lines(from)
        .filter(line -> line.startsWith("data: {\"specversion\""))
        .map(line -> line.substring("data: ".length()).getBytes(StandardCharsets.UTF_8))
        .map(json -> WireJson.read(json, ActivityView.class));
  }

  @Override
  public void close() {
    exchange.close();
  }

  private static Call to(String path) {
    return Call.to(API + path);
  }

  private static Call to(String before, String id, String after) {
    return Call.to(API + before + encoded(id) + after);
  }

  private static Call to(String path, Map<String, String> parameters) {
    var query =
        parameters.entrySet().stream()
            .map(one -> encoded(one.getKey()) + "=" + encoded(one.getValue()))
            .collect(Collectors.joining("&"));
    return Call.to(API + path + (query.isEmpty() ? "" : "?" + query));
  }

  private static Map<String, String> ifMatch(OptionalInt seen) {
    return seen.isPresent() ? Map.of("If-Match", "\"" + seen.getAsInt() + "\"") : Map.of();
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
