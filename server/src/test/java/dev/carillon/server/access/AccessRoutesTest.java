package dev.carillon.server.access;

import static dev.carillon.server.http.Listening.json;
import static org.assertj.core.api.Assertions.assertThat;

import dev.carillon.engine.access.KeyKind;
import dev.carillon.engine.access.Permission;
import dev.carillon.engine.access.Role;
import dev.carillon.engine.access.User;
import dev.carillon.server.auth.Doors;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AccessRoutesTest {
  private Doors doors;
  private String admin;
  private String member;

  @BeforeEach
  void open() {
    doors = new Doors();
    admin = doors.key(doors.user(1, "ann", Role.ADMIN).owner(), KeyKind.USER);
    member = doors.key(doors.user(1, "max", Role.MEMBER).owner(), KeyKind.USER);
  }

  @AfterEach
  void close() {
    doors.close();
  }

  @Test
  void a_new_key_is_shown_once_and_counts_at_once() {
    var made = send("POST", "/api/v1/keys", "{\"name\":\"mine\"}", member);
    assertThat(made.statusCode()).as(made.body()).isEqualTo(201);
    var text = json(made).path("key").asString();
    assertThat(send("POST", "/write", "", text).statusCode()).isEqualTo(200);
    var path = made.headers().firstValue("Location").orElseThrow();
    var shown = send("GET", path, "", member);
    assertThat(json(shown).has("key")).isFalse();
    assertThat(shown.body()).doesNotContain(text.split("_", -1)[2]);
    assertThat(json(shown).path("status").asString()).isEqualTo("active");
    assertThat(send("DELETE", path, "", member).statusCode()).isEqualTo(204);
    assertThat(send("POST", "/write", "", text).statusCode()).isEqualTo(401);
    assertThat(json(send("GET", path, "", member)).path("status").asString()).isEqualTo("revoked");
  }

  @Test
  void a_key_gives_no_more_than_it_has() {
    var some =
        doors.key(
            doors.user(1, "eve", Role.MEMBER).owner(),
            KeyKind.USER,
            EnumSet.of(Permission.KEYS_WRITE, Permission.RUNS_READ),
            Optional.empty());
    var more =
        send(
            "POST",
            "/api/v1/keys",
            "{\"name\":\"x\",\"scopes\":[\"runs:read\",\"schedules:write\"]}",
            some);
    assertThat(more.statusCode()).isEqualTo(400);
    assertThat(json(more).at("/errors/0/pointer").asString()).isEqualTo("/scopes/1");
    var same = send("POST", "/api/v1/keys", "{\"name\":\"x\"}", some);
    assertThat(json(same).path("scopes")).hasSize(1);
    assertThat(json(same).at("/scopes/0").asString()).isEqualTo("runs:read");
    assertThat(
            send("POST", "/api/v1/keys", "{\"name\":\"x\",\"scopes\":[\"admin\"]}", member)
                .statusCode())
        .isEqualTo(400);
  }

  @Test
  void a_key_for_a_member_is_not_made_with_a_scope_that_gives_them_nothing() {
    send("POST", "/api/v1/users", "{\"name\":\"kim\"}", admin);
    var named = "{\"name\":\"x\",\"user\":\"kim\",\"scopes\":[\"runs:read\",\"admin\"]}";
    var refused = send("POST", "/api/v1/keys", named, admin);
    assertThat(refused.statusCode()).isEqualTo(400);
    assertThat(json(refused).at("/errors/0/pointer").asString()).isEqualTo("/scopes/1");
    assertThat(json(refused).path("error").asString())
        .isEqualTo(
            "user kim has the role member, to which the scope admin adds nothing: leave it out");
    assertThat(send("POST", "/api/v1/keys", named.replace(",\"admin\"", ""), admin).statusCode())
        .isEqualTo(201);
  }

  @Test
  void what_opens_further_doors_is_given_only_by_name() {
    var silent = json(send("POST", "/api/v1/keys", "{\"name\":\"x\"}", admin)).path("scopes");
    assertThat(silent.toString())
        .contains("schedules:write")
        .doesNotContain("keys:write", "\"admin\"");
    var named = "{\"name\":\"x\",\"scopes\":[\"keys:write\",\"admin\"]}";
    assertThat(json(send("POST", "/api/v1/keys", named, admin)).path("scopes")).hasSize(2);
    var only = only(Permission.KEYS_WRITE, KeyKind.USER, Optional.empty());
    var empty = send("POST", "/api/v1/keys", "{\"name\":\"x\"}", only);
    assertThat(empty.statusCode()).isEqualTo(400);
    assertThat(json(empty).at("/errors/0/pointer").asString()).isEqualTo("/scopes");
  }

  @Test
  void a_key_lasts_no_longer_than_the_one_that_makes_it() {
    var end = doors.clock.instant().plusSeconds(3_600);
    var brief = only(Permission.KEYS_WRITE, KeyKind.USER, Optional.of(end));
    var draft = "{\"name\":\"x\",\"scopes\":[\"keys:write\"]}";
    var silent = json(send("POST", "/api/v1/keys", draft, brief));
    assertThat(silent.path("expires_at").asString()).isEqualTo(end.toString());
    var longer = draft.replace("}", ",\"expires_at\":\"" + end.plusSeconds(1) + "\"}");
    var refused = send("POST", "/api/v1/keys", longer, brief);
    assertThat(refused.statusCode()).isEqualTo(400);
    assertThat(json(refused).at("/errors/0/pointer").asString()).isEqualTo("/expires_at");
    assertThat(json(refused).path("error").asString()).contains(end.toString(), "no later");
    var same = draft.replace("}", ",\"expires_at\":\"" + end + "\"}");
    assertThat(send("POST", "/api/v1/keys", same, brief).statusCode()).isEqualTo(201);
    assertThat(send("POST", "/api/v1/keys", longer, member).statusCode()).isEqualTo(201);
  }

  @Test
  void a_program_makes_keys_for_programs_only() {
    for (var kind : List.of(KeyKind.SERVICE, KeyKind.AGENT)) {
      var program = only(Permission.KEYS_WRITE, kind, Optional.empty());
      var draft = "{\"name\":\"x\",\"scopes\":[\"keys:write\"]}";
      var silent = send("POST", "/api/v1/keys", draft, program);
      assertThat(json(silent).path("kind").asString()).isEqualTo(kind.word());
      var person = draft.replace("}", ",\"kind\":\"user\"}");
      var refused = send("POST", "/api/v1/keys", person, program);
      assertThat(refused.statusCode()).isEqualTo(400);
      assertThat(json(refused).at("/errors/0/pointer").asString()).isEqualTo("/kind");
      assertThat(send("POST", "/api/v1/keys", person, member).statusCode()).isEqualTo(201);
    }
  }

  @Test
  void a_revoked_key_takes_along_the_keys_that_it_made_and_theirs() {
    var draft = "{\"name\":\"x\",\"scopes\":[\"keys:write\",\"schedules:write\"]}";
    var first = json(send("POST", "/api/v1/keys", draft, member));
    var second = json(send("POST", "/api/v1/keys", draft, first.path("key").asString()));
    var third = json(send("POST", "/api/v1/keys", draft, second.path("key").asString()));
    var last = third.path("key").asString();
    assertThat(send("POST", "/write", "", last).statusCode()).isEqualTo(200);
    send("DELETE", "/api/v1/keys/" + first.path("key_id").asString(), "", member);
    assertThat(send("POST", "/write", "", last).statusCode()).isEqualTo(401);
    assertThat(send("POST", "/write", "", member).statusCode()).isEqualTo(200);
  }

  @Test
  void everything_that_is_wrong_with_a_key_is_told_at_once() {
    var answer =
        send(
            "POST",
            "/api/v1/keys",
            "{\"kind\":\"robot\",\"scopes\":[],\"expires_at\":\"2020-01-01T00:00:00Z\"}",
            member);
    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(json(answer).path("errors")).hasSize(4);
    assertThat(answer.body()).contains("it is one of: user, agent, service");
  }

  @Test
  void a_member_sees_only_their_own_keys_and_an_administrator_those_of_the_tenant() {
    assertThat(json(send("GET", "/api/v1/keys", "", member)).path("total_count").asInt())
        .isEqualTo(1);
    assertThat(json(send("GET", "/api/v1/keys", "", admin)).path("total_count").asInt())
        .isEqualTo(3);
    var foreign = "/api/v1/keys/" + admin.split("_", -1)[1];
    assertThat(send("GET", foreign, "", member).statusCode()).isEqualTo(404);
    assertThat(send("DELETE", foreign, "", member).statusCode()).isEqualTo(404);
    assertThat(
            send("POST", "/api/v1/keys", "{\"name\":\"x\",\"user\":\"ann\"}", member).statusCode())
        .isEqualTo(404);
  }

  @Test
  void nobody_rises_above_their_own_role() {
    assertThat(
            send("POST", "/api/v1/keys", "{\"name\":\"x\",\"user\":\"admin\"}", admin).statusCode())
        .isEqualTo(403);
    assertThat(
            send("POST", "/api/v1/users", "{\"name\":\"x\",\"role\":\"operator\"}", admin)
                .statusCode())
        .isEqualTo(403);
    assertThat(send("DELETE", "/api/v1/users/admin", "", admin).statusCode()).isEqualTo(403);
    var operators = "/api/v1/keys/" + doors.operator.split("_", -1)[1];
    assertThat(send("DELETE", operators, "", admin).statusCode()).isEqualTo(403);
    assertThat(send("POST", "/api/v1/users", "{\"name\":\"x\"}", member).statusCode())
        .isEqualTo(403);
  }

  @Test
  void an_administrator_creates_a_user_and_a_key_for_them_and_disables_them() {
    assertThat(send("POST", "/api/v1/users", "{\"name\":\"joe@x.org\"}", admin).statusCode())
        .isEqualTo(201);
    assertThat(send("POST", "/api/v1/users", "{\"name\":\"joe@x.org\"}", admin).statusCode())
        .isEqualTo(409);
    var made = send("POST", "/api/v1/keys", "{\"name\":\"x\",\"user\":\"joe@x.org\"}", admin);
    var joe = json(made).path("key").asString();
    assertThat(json(send("GET", "/api/v1/users/joe@x.org", "", joe)).path("role").asString())
        .isEqualTo("member");
    assertThat(send("GET", "/api/v1/users/ann", "", joe).statusCode()).isEqualTo(404);
    assertThat(send("DELETE", "/api/v1/users/joe@x.org", "", admin).statusCode()).isEqualTo(204);
    assertThat(send("GET", "/api/v1/users/joe@x.org", "", joe).statusCode()).isEqualTo(401);
    assertThat(
            send("POST", "/api/v1/keys", "{\"name\":\"x\",\"user\":\"joe@x.org\"}", admin)
                .statusCode())
        .isEqualTo(409);
    assertThat(send("DELETE", "/api/v1/users/ann", "", admin).statusCode()).isEqualTo(409);
  }

  @Test
  void a_user_is_enabled_again_by_an_administrator_of_their_rank_and_needs_a_new_key() {
    send("POST", "/api/v1/users", "{\"name\":\"joe\"}", admin);
    var key = "{\"name\":\"x\",\"user\":\"joe\"}";
    var old = json(send("POST", "/api/v1/keys", key, admin)).path("key").asString();
    var patch = "/api/v1/users/joe";
    var disabled = send("PATCH", patch, "{\"disabled\":true}", admin);
    assertThat(json(disabled).path("status").asString()).isEqualTo("disabled");
    var enabled = send("PATCH", patch, "{\"disabled\":false}", admin);
    assertThat(json(enabled).path("status").asString()).isEqualTo("active");
    assertThat(json(enabled).has("disabled_at")).isFalse();
    assertThat(send("GET", patch, "", old).statusCode()).isEqualTo(401);
    assertThat(send("POST", "/api/v1/keys", key, admin).statusCode()).isEqualTo(201);
    assertThat(send("PATCH", patch, "{}", admin).statusCode()).isEqualTo(400);
    assertThat(send("PATCH", patch, "{\"disabled\":false}", member).statusCode()).isEqualTo(403);
    doors.store.createUser(new User.Draft(1, "root", Role.OPERATOR, doors.clock.instant()));
    assertThat(send("PATCH", "/api/v1/users/root", "{\"disabled\":false}", admin).statusCode())
        .isEqualTo(403);
  }

  @Test
  void tenants_are_made_by_operators_and_absent_for_everybody_else() {
    var body = "{\"tenant_id\":\"acme\",\"name\":\"Acme\"}";
    assertThat(send("POST", "/api/v1/tenants", body, admin).statusCode()).isEqualTo(403);
    assertThat(send("POST", "/api/v1/tenants", body, doors.operator).statusCode()).isEqualTo(201);
    assertThat(send("POST", "/api/v1/tenants", body, doors.operator).statusCode()).isEqualTo(409);
    assertThat(
            send("POST", "/api/v1/tenants", "{\"tenant_id\":\"A b\"}", doors.operator).statusCode())
        .isEqualTo(400);
    assertThat(json(send("GET", "/api/v1/tenants", "", doors.operator)).path("tenants")).hasSize(2);
    assertThat(json(send("GET", "/api/v1/tenants", "", admin)).path("tenants")).hasSize(1);
    assertThat(send("GET", "/api/v1/users?tenant_id=acme", "", admin).statusCode()).isEqualTo(404);
    assertThat(
            send("POST", "/api/v1/users", "{\"name\":\"x\",\"tenant_id\":\"acme\"}", admin)
                .statusCode())
        .isEqualTo(404);
  }

  @Test
  void an_operator_gives_another_tenant_its_administrator_who_sees_only_that() {
    send("POST", "/api/v1/tenants", "{\"tenant_id\":\"acme\"}", doors.operator);
    send(
        "POST",
        "/api/v1/users",
        "{\"name\":\"boss\",\"role\":\"admin\",\"tenant_id\":\"acme\"}",
        doors.operator);
    var made =
        send(
            "POST",
            "/api/v1/keys",
            "{\"name\":\"x\",\"user\":\"boss\",\"tenant_id\":\"acme\",\"scopes\":[\"admin\"]}",
            doors.operator);
    assertThat(json(made).path("tenant_id").asString()).isEqualTo("acme");
    var boss = json(made).path("key").asString();
    assertThat(json(send("GET", "/api/v1/users", "", boss)).path("total_count").asInt())
        .isEqualTo(1);
    assertThat(json(send("GET", "/api/v1/keys", "", boss)).path("total_count").asInt())
        .isEqualTo(1);
    assertThat(send("GET", "/api/v1/users/ann", "", boss).statusCode()).isEqualTo(404);
    assertThat(send("GET", "/api/v1/keys/" + admin.split("_", -1)[1], "", boss).statusCode())
        .isEqualTo(404);
  }

  /** A key of a new user with nothing but this permission. */
  private String only(Permission permission, KeyKind kind, Optional<Instant> end) {
    var user = doors.user(1, "only-" + kind.word(), Role.MEMBER);
    return doors.key(user.owner(), kind, EnumSet.of(permission), end);
  }

  private HttpResponse<String> send(String method, String path, String body, String key) {
    return doors.ask().send(method, path, body, "X-API-Key", key);
  }
}
