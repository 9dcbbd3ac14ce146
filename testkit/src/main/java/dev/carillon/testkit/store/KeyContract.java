package dev.carillon.testkit.store;

import static dev.carillon.testkit.store.Trial.at;
import static org.assertj.core.api.Assertions.assertThat;

import dev.carillon.engine.access.ApiKey;
import dev.carillon.engine.access.Bearer;
import dev.carillon.engine.access.KeyKind;
import dev.carillon.engine.access.KeyOrigin;
import dev.carillon.engine.access.Permission;
import dev.carillon.engine.access.Role;
import dev.carillon.engine.access.User;
import dev.carillon.engine.store.AccessStore;
import dev.carillon.engine.store.Scope;
import dev.carillon.testkit.store.AccessContract.People;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What keeping keys must do in every store. */
public interface KeyContract {

  /** A store that is empty. */
  StoreRig rig();

  @Test
  default void a_key_is_kept_whole() {
    var access = People.founded(rig());
    var key =
        new ApiKey(
            "k",
            People.OWNER,
            "deploys \"nightly\"",
            KeyKind.SERVICE,
            Set.of(Permission.RUNS_READ, Permission.SCHEDULES_WRITE),
            "ab".repeat(32),
            new KeyOrigin.Generated(),
            at(1),
            Optional.of(at(9)),
            Optional.empty(),
            Optional.empty());
    assertThat(access.addKey(key)).isTrue();
    assertThat(access.addKey(key)).isFalse();
    assertThat(access.key(Trial.MINE, "k")).contains(key);
    assertThat(access.bearerOfKey("k"))
        .contains(new Bearer(People.ADMIN, People.TENANT, Optional.of(key), Optional.empty()));
    assertThat(access.bearerOfKey("other")).isEmpty();
    var powerless = People.key("none", People.OWNER);
    access.addKey(powerless);
    assertThat(access.key(Trial.MINE, "none")).contains(powerless);
  }

  @Test
  default void keys_are_listed_newest_first() {
    var access = People.founded(rig());
    access.addKey(People.key("b", People.OWNER, 2));
    access.addKey(People.key("c", People.OWNER, 3));
    assertThat(access.keys(Trial.MINE)).extracting(ApiKey::id).containsExactly("c", "b", "first");
  }

  @Test
  default void a_revoked_key_is_found_and_ends_the_sessions_that_it_opened() {
    var access = People.founded(rig());
    access.addKey(People.key("k", People.OWNER));
    access.openSession(People.session("by k", People.OWNER, Optional.of("k"), 100));
    access.openSession(People.session("by first", People.OWNER, Optional.of("first"), 100));
    access.openSession(People.session("by link", People.OWNER, Optional.empty(), 100));
    assertThat(access.revokeKey(Trial.MINE, "k", at(4))).isTrue();
    assertThat(access.revokeKey(Trial.MINE, "k", at(5))).isFalse();
    assertThat(access.revokeKey(Trial.MINE, "none", at(5))).isFalse();
    assertThat(access.key(Trial.MINE, "k").orElseThrow().revokedAt()).contains(at(4));
    assertThat(access.bearerOfKey("k")).isPresent();
    assertThat(access.bearerOfSession("by k")).isEmpty();
    assertThat(access.bearerOfSession("by first")).isPresent();
    assertThat(access.bearerOfSession("by link")).isPresent();
  }

  @Test
  default void a_revoked_key_takes_along_all_that_were_made_by_it() {
    var access = People.founded(rig());
    var bob = access.createUser(new User.Draft(1, "bob", Role.MEMBER, at(0))).orElseThrow();
    access.addKey(People.madeBy("first", "child", People.OWNER));
    access.addKey(People.madeBy("child", "grandchild", bob.owner()));
    access.addKey(People.key("other", People.OWNER));
    access.openSession(People.session("s", bob.owner(), Optional.of("grandchild"), 100));
    var kept = access.key(new Scope(1, OptionalInt.empty()), "grandchild").orElseThrow();
    assertThat(kept.origin()).isEqualTo(new KeyOrigin.Made(1, Optional.of("child")));
    assertThat(access.revokeKey(Trial.MINE, "child", at(4))).isTrue();
    assertThat(access.keys(new Scope(1, OptionalInt.empty())))
        .filteredOn(key -> key.revokedAt().isPresent())
        .extracting(ApiKey::id)
        .containsExactlyInAnyOrder("child", "grandchild");
    assertThat(access.bearerOfSession("s")).isEmpty();
  }

  @Test
  default void a_disabled_user_takes_along_the_keys_that_they_made_for_others() {
    var access = People.founded(rig());
    var bob = access.createUser(new User.Draft(1, "bob", Role.ADMIN, at(0))).orElseThrow().owner();
    access.addKey(People.key("bobs", bob));
    access.addKey(People.madeBy("bobs", "by his key", People.OWNER));
    access.addKey(People.madeBy("by his key", "by that", People.OWNER));
    access.addKey(People.madeBy(bob, "in his session", People.OWNER));
    access.openSession(People.session("s", People.OWNER, Optional.of("by that"), 100));
    assertThat(access.disable(bob, at(4))).isTrue();
    assertThat(unrevoked(access)).containsExactly("first");
    assertThat(access.bearerOfSession("s")).isEmpty();
    assertThat(access.addKey(People.key("his", bob))).isFalse();
    assertThat(access.addKey(People.madeBy(bob, "late", People.OWNER))).isFalse();
  }

  @Test
  default void a_user_who_is_enabled_again_gets_new_keys_and_none_of_the_old() {
    var access = People.founded(rig());
    var bob = access.createUser(new User.Draft(1, "bob", Role.ADMIN, at(0))).orElseThrow().owner();
    access.addKey(People.key("old", bob));
    access.disable(bob, at(4));
    assertThat(access.enable(bob)).isTrue();
    assertThat(access.enable(bob)).isFalse();
    assertThat(access.user(bob).orElseThrow().disabledAt()).isEmpty();
    assertThat(unrevoked(access)).containsExactly("first");
    assertThat(access.addKey(People.key("new", bob))).isTrue();
  }

  private static List<String> unrevoked(AccessStore access) {
    return access.keys(new Scope(1, OptionalInt.empty())).stream()
        .filter(key -> key.revokedAt().isEmpty())
        .map(ApiKey::id)
        .toList();
  }

  @Test
  default void a_revoked_key_makes_no_other() {
    var access = People.founded(rig());
    access.revokeKey(Trial.MINE, "first", at(4));
    assertThat(access.addKey(People.madeBy("first", "late", People.OWNER))).isFalse();
    assertThat(access.bearerOfKey("late")).isEmpty();
    assertThat(access.addKey(People.madeBy("nobody", "orphan", People.OWNER))).isFalse();
  }

  @Test
  default void a_generated_key_that_nobody_used_is_replaced_at_every_start() {
    var access = People.generated(rig());
    assertThat(access.replaceUnused(People.generated("second"), at(1), at(1))).isTrue();
    assertThat(access.replaceUnused(People.generated("third"), at(2), at(2))).isTrue();
    assertThat(access.keys(Trial.MINE))
        .filteredOn(key -> key.revokedAt().isEmpty())
        .extracting(ApiKey::id)
        .containsExactly("third");
    access.keyUsed("third", at(3));
    assertThat(access.replaceUnused(People.generated("fourth"), at(4), at(4))).isFalse();
    assertThat(access.bearerOfKey("fourth")).isEmpty();
  }

  @Test
  default void a_generated_key_that_is_no_older_than_the_start_is_left_to_whoever_shows_it() {
    var access = People.generated(rig());
    assertThat(access.replaceUnused(People.generated("second"), at(0), at(1))).isFalse();
    assertThat(access.keys(Trial.MINE)).extracting(ApiKey::id).containsExactly("first");
  }

  @Test
  default void whoever_has_signed_in_once_gets_no_other_first_key() {
    var access = People.generated(rig());
    access.openSession(People.session("s", People.OWNER, Optional.empty(), 100));
    access.endSession("s");
    assertThat(access.replaceUnused(People.generated("second"), at(1), at(1))).isFalse();
    assertThat(access.key(Trial.MINE, "first").orElseThrow().revokedAt()).isEmpty();
  }

  @Test
  default void where_the_operator_chose_the_first_key_none_takes_its_place() {
    var access = rig().store().access();
    access.found(People.TENANT, People.ADMIN, People.chosen("first"));
    assertThat(access.replaceUnused(People.generated("second"), at(1), at(1))).isFalse();
  }

  @Test
  default void another_choice_revokes_the_former_with_all_that_it_made() {
    var access = rig().store().access();
    access.found(People.TENANT, People.ADMIN, People.chosen("old"));
    access.addKey(People.madeBy("old", "child", People.OWNER));
    access.addKey(People.key("other", People.OWNER));
    assertThat(access.choose(People.chosen("old"), at(1)))
        .contains(new AccessStore.Choice(false, List.of()));
    assertThat(access.choose(People.chosen("new"), at(2)))
        .contains(new AccessStore.Choice(true, List.of("old", "child")));
    assertThat(access.keys(Trial.MINE))
        .filteredOn(key -> key.revokedAt().isEmpty())
        .extracting(ApiKey::id)
        .containsExactlyInAnyOrder("new", "other");
  }

  @Test
  default void a_chosen_key_that_was_revoked_counts_again_when_it_is_chosen_again() {
    var access = rig().store().access();
    access.found(People.TENANT, People.ADMIN, People.chosen("old"));
    access.revokeKey(Trial.MINE, "old", at(1));
    assertThat(access.choose(People.chosen("old"), at(2)))
        .contains(new AccessStore.Choice(true, List.of()));
    assertThat(access.key(Trial.MINE, "old").orElseThrow().revokedAt()).isEmpty();
  }

  @Test
  default void a_key_of_somebody_else_cannot_be_chosen() {
    var access = People.founded(rig());
    var bob = access.createUser(new User.Draft(1, "bob", Role.MEMBER, at(0))).orElseThrow();
    access.addKey(People.key("bobs", bob.owner()));
    assertThat(access.choose(People.chosen("bobs"), at(2))).isEmpty();
    assertThat(access.bearerOfKey("bobs").orElseThrow().user()).isEqualTo(bob);
  }

  @Test
  default void the_last_use_of_a_key_never_goes_back() {
    var access = People.founded(rig());
    access.keyUsed("first", at(5));
    access.keyUsed("first", at(3));
    access.keyUsed("nobody's", at(3));
    assertThat(access.key(Trial.MINE, "first").orElseThrow().lastUsedAt()).contains(at(5));
    access.keyUsed("first", at(6));
    assertThat(access.key(Trial.MINE, "first").orElseThrow().lastUsedAt()).contains(at(6));
  }
}
