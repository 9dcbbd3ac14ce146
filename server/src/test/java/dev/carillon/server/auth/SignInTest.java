package dev.carillon.server.auth;

import static dev.carillon.server.http.Listening.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.carillon.engine.access.KeyKind;
import dev.carillon.engine.access.Permission;
import dev.carillon.engine.access.Role;
import dev.carillon.engine.access.User;
import dev.carillon.engine.store.Scope;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SignInTest {
  private static final Optional<String> CHOSEN = Optional.of("chosen by the operator of this test");

  private Doors doors;
  private User ada;

  @BeforeEach
  void open() {
    doors = new Doors();
    ada = doors.user(1, "ada", Role.MEMBER);
  }

  @AfterEach
  void close() {
    doors.close();
  }

  @Test
  void a_key_is_shown_in_either_header() {
    assertThat(write("Authorization", "Bearer " + doors.operator)).isEqualTo(200);
    assertThat(write("Authorization", "bearer " + doors.operator)).isEqualTo(200);
    assertThat(write("X-API-Key", doors.operator)).isEqualTo(200);
  }

  @Test
  void what_does_not_count_is_401_whatever_it_is() {
    var other = KeyText.drawn(dev.carillon.server.http.Draw.secure()).text();
    for (var key :
        List.of(
            "",
            "x",
            other,
            doors.operator + "0",
            doors.operator.toUpperCase(java.util.Locale.ROOT))) {
      assertThat(write("Authorization", "Bearer " + key)).as(key).isEqualTo(401);
    }
    assertThat(write("Authorization", "Basic " + doors.operator)).isEqualTo(401);
    assertThat(write()).isEqualTo(401);
  }

  @Test
  void the_id_of_a_key_with_another_secret_is_401() {
    var id = doors.operator.split("_", -1)[1];
    var forged = "crl_" + id + "_" + "0".repeat(64);
    var crc = new java.util.zip.CRC32();
    crc.update(forged.getBytes(java.nio.charset.StandardCharsets.US_ASCII));
    var text = forged + "_" + java.util.HexFormat.of().toHexDigits((int) crc.getValue());
    assertThat(KeyText.read(text)).isPresent();
    assertThat(write("X-API-Key", text)).isEqualTo(401);
  }

  @Test
  void a_key_ends_with_its_time() {
    var end = doors.clock.instant().plusSeconds(60);
    var key =
        doors.key(ada.owner(), KeyKind.USER, EnumSet.allOf(Permission.class), Optional.of(end));
    assertThat(write("X-API-Key", key)).isEqualTo(200);
    doors.clock.advance(Duration.ofSeconds(60));
    assertThat(write("X-API-Key", key)).isEqualTo(401);
  }

  @Test
  void a_key_without_the_scope_is_403_and_says_which_it_needs() {
    var key =
        doors.key(
            ada.owner(), KeyKind.SERVICE, EnumSet.of(Permission.SCHEDULES_READ), Optional.empty());
    var answer = doors.ask().send("POST", "/write", "", "X-API-Key", key);
    assertThat(answer.statusCode()).isEqualTo(403);
    assertThat(json(answer).path("error").asString())
        .isEqualTo("this needs the scope schedules:write");
  }

  @Test
  void the_store_is_told_rarely_that_a_key_is_used() {
    write("X-API-Key", doors.operator);
    var used = lastUse();
    doors.clock.advance(Duration.ofMinutes(4));
    write("X-API-Key", doors.operator);
    assertThat(lastUse()).isEqualTo(used).isPresent();
    doors.clock.advance(Duration.ofMinutes(2));
    write("X-API-Key", doors.operator);
    assertThat(lastUse()).contains(doors.clock.instant());
  }

  @Test
  void a_key_becomes_a_session_that_a_script_cannot_read() {
    var answer = signIn(doors.operator);
    assertThat(answer.statusCode()).isEqualTo(201);
    assertThat(cookie(answer)).contains("HttpOnly", "SameSite=Strict", "Path=/", "Max-Age=604800");
    assertThat(json(answer).path("user").asString()).isEqualTo("admin");
    var me = doors.ask().get("/api/v1/session", "Cookie", pair(answer));
    assertThat(json(me).path("signed_in_by").asString()).isEqualTo("session");
    assertThat(json(me).path("role").asString()).isEqualTo("operator");
  }

  @Test
  void a_wrong_key_or_one_of_a_program_opens_no_session() {
    assertThat(signIn("crl_nonsense").statusCode()).isEqualTo(401);
    assertThat(signIn(doors.key(ada.owner(), KeyKind.AGENT)).statusCode()).isEqualTo(403);
    assertThat(doors.ask().send("POST", "/api/v1/session", "{}").statusCode()).isEqualTo(400);
  }

  @Test
  void a_session_writes_only_from_our_own_pages() {
    var cookie = pair(signIn(doors.operator));
    assertThat(write("Cookie", cookie)).isEqualTo(403);
    assertThat(write("Cookie", cookie, "Sec-Fetch-Site", "cross-site")).isEqualTo(403);
    assertThat(write("Cookie", cookie, "Sec-Fetch-Site", "same-site")).isEqualTo(403);
    assertThat(write("Cookie", cookie, "Sec-Fetch-Site", "cross-site", "Carillon-Csrf", "1"))
        .isEqualTo(403);
    assertThat(write("Cookie", cookie, "Sec-Fetch-Site", "same-origin")).isEqualTo(200);
    assertThat(write("Cookie", cookie, "Carillon-Csrf", "1")).isEqualTo(200);
  }

  @Test
  void another_site_can_neither_sign_in_nor_out() {
    var body = "{\"key\":\"" + doors.operator + "\"}";
    assertThat(
            doors
                .ask()
                .send("POST", "/api/v1/session", body, "Sec-Fetch-Site", "cross-site")
                .statusCode())
        .isEqualTo(403);
    var cookie = pair(signIn(doors.operator));
    assertThat(doors.ask().send("DELETE", "/api/v1/session", "", "Cookie", cookie).statusCode())
        .isEqualTo(403);
  }

  @Test
  void signing_out_ends_the_session_for_good() {
    var cookie = pair(signIn(doors.operator));
    var out =
        doors.ask().send("DELETE", "/api/v1/session", "", "Cookie", cookie, "Carillon-Csrf", "1");
    assertThat(out.statusCode()).isEqualTo(204);
    assertThat(cookie(out)).contains("Max-Age=0");
    assertThat(doors.ask().get("/api/v1/session", "Cookie", cookie).statusCode()).isEqualTo(401);
  }

  @Test
  void a_session_ends_when_nobody_uses_it_for_a_day_and_after_a_week_in_any_case() {
    var cookie = pair(signIn(doors.operator));
    for (var day = 0; day < 8; day++) {
      assertThat(me(cookie)).as("day " + day).isEqualTo(day < 7 ? 200 : 401);
      doors.clock.advance(Duration.ofHours(24).minusSeconds(1));
      doors.clock.advance(Duration.ofSeconds(day == 6 ? 7 : 0));
    }
    var idle = pair(signIn(doors.operator));
    doors.clock.advance(Duration.ofDays(1));
    assertThat(me(idle)).isEqualTo(401);
  }

  @Test
  void a_revoked_key_ends_its_sessions_and_a_disabled_user_all() {
    var key = doors.key(ada.owner(), KeyKind.USER);
    var cookie = pair(signIn(key));
    doors.store.revokeKey(
        new Scope(1, OptionalInt.empty()), key.split("_", -1)[1], doors.clock.instant());
    assertThat(me(cookie)).isEqualTo(401);
    assertThat(write("X-API-Key", key)).isEqualTo(401);
    var link = doors.sessions.link(ada.owner());
    doors.store.disable(ada.owner(), doors.clock.instant());
    assertThat(follow(link).headers().firstValue("Set-Cookie")).isEmpty();
  }

  @Test
  void a_link_signs_in_once_and_not_after_an_hour() {
    var link = doors.sessions.link(Founding.OPERATOR);
    var first = follow(link);
    assertThat(first.statusCode()).isEqualTo(303);
    assertThat(first.headers().firstValue("Location")).contains("/app/");
    assertThat(me(pair(first))).isEqualTo(200);
    var second = follow(link);
    assertThat(second.headers().firstValue("Location")).contains("/app/?link=spent");
    assertThat(second.headers().firstValue("Set-Cookie")).isEmpty();
    var late = doors.sessions.link(Founding.OPERATOR);
    doors.clock.advance(Duration.ofHours(1));
    assertThat(follow(late).headers().firstValue("Set-Cookie")).isEmpty();
  }

  @Test
  void an_installation_is_founded_once_and_a_chosen_key_counts_from_every_start() {
    assertThat(write("X-API-Key", doors.operator)).isEqualTo(200);
    assertThat(doors.founding(Optional.empty()).found()).isEqualTo(new Opening.Known());
    assertThat(doors.founding(CHOSEN).found()).isEqualTo(new Opening.Known());
    assertThat(write("X-API-Key", CHOSEN.orElseThrow())).isEqualTo(200);
    assertThat(doors.founding(CHOSEN).found()).isEqualTo(new Opening.Known());
    assertThatThrownBy(() -> doors.founding(Optional.of("x".repeat(31))).found())
        .isInstanceOf(Founding.BadChoice.class)
        .hasMessageContaining("at least 32 characters")
        .hasMessageContaining("openssl rand -hex 32");
  }

  @Test
  void a_start_beside_a_node_that_is_up_leaves_the_first_key_that_it_shows() {
    doors.anotherNodeStarts();
    assertThat(doors.founding(Optional.empty()).found()).isEqualTo(new Opening.Known());
    assertThat(write("X-API-Key", doors.operator)).isEqualTo(200);
  }

  @Test
  void a_start_that_began_before_the_first_key_was_made_leaves_it() {
    var beside = doors.founding(Optional.empty());
    doors.clock.advance(Duration.ofSeconds(1));
    var shown = ((Opening.Renewed) doors.founding(Optional.empty()).found()).key();
    assertThat(beside.found()).isEqualTo(new Opening.Known());
    assertThat(write("X-API-Key", shown)).isEqualTo(200);
  }

  @Test
  void until_somebody_came_in_each_start_puts_another_key_in_the_place_of_the_first() {
    var second = ((Opening.Renewed) doors.founding(Optional.empty()).found()).key();
    assertThat(write("X-API-Key", doors.operator)).isEqualTo(401);
    assertThat(write("X-API-Key", second)).isEqualTo(200);
    assertThat(doors.founding(Optional.empty()).found()).isEqualTo(new Opening.Known());
    assertThat(write("X-API-Key", second)).isEqualTo(200);
  }

  @Test
  void whoever_followed_the_link_has_come_in() {
    follow(doors.sessions.link(Founding.OPERATOR));
    assertThat(doors.founding(Optional.empty()).found()).isEqualTo(new Opening.Known());
  }

  @Test
  void another_choice_ends_the_former_and_a_choice_that_was_revoked_counts_again() {
    doors.founding(CHOSEN).found();
    doors.founding(Optional.of("another choice of the operator's own")).found();
    assertThat(write("X-API-Key", CHOSEN.orElseThrow())).isEqualTo(401);
    assertThat(write("X-API-Key", "another choice of the operator's own")).isEqualTo(200);
    doors.founding(CHOSEN).found();
    assertThat(write("X-API-Key", CHOSEN.orElseThrow())).isEqualTo(200);
    assertThat(write("X-API-Key", "another choice of the operator's own")).isEqualTo(401);
  }

  @Test
  void programs_are_named_by_their_keys_and_people_by_their_names() {
    assertThat(doors.ask().send("POST", "/write", "", "X-API-Key", doors.operator).body())
        .isEqualTo("\"user:admin\"");
    var agent = doors.key(ada.owner(), KeyKind.AGENT);
    assertThat(doors.ask().send("POST", "/write", "", "X-API-Key", agent).body())
        .isEqualTo("\"agent:k-agent\"");
  }

  private int write(String... headers) {
    return doors.ask().send("POST", "/write", "", headers).statusCode();
  }

  private int me(String cookie) {
    return doors.ask().get("/api/v1/session", "Cookie", cookie).statusCode();
  }

  private HttpResponse<String> signIn(String key) {
    return doors.ask().send("POST", "/api/v1/session", "{\"key\":\"" + key + "\"}");
  }

  private HttpResponse<String> follow(String token) {
    return doors.ask().get("/app/sign-in?token=" + token);
  }

  private Optional<java.time.Instant> lastUse() {
    return doors
        .store
        .key(new Scope(1, OptionalInt.empty()), doors.operator.split("_", -1)[1])
        .orElseThrow()
        .lastUsedAt();
  }

  private static String cookie(HttpResponse<String> answer) {
    return answer.headers().firstValue("Set-Cookie").orElseThrow();
  }

  private static String pair(HttpResponse<String> answer) {
    return cookie(answer).split(";", 2)[0];
  }
}
