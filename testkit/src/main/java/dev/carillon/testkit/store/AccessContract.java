package dev.carillon.testkit.store;

import static dev.carillon.testkit.store.Trial.at;
import static org.assertj.core.api.Assertions.assertThat;

import dev.carillon.core.schedule.Owner;
import dev.carillon.core.schedule.Policies;
import dev.carillon.core.schedule.ScheduleStatus;
import dev.carillon.engine.access.ApiKey;
import dev.carillon.engine.access.Bearer;
import dev.carillon.engine.access.KeyKind;
import dev.carillon.engine.access.KeyOrigin;
import dev.carillon.engine.access.Role;
import dev.carillon.engine.access.Session;
import dev.carillon.engine.access.SignInLink;
import dev.carillon.engine.access.Tenant;
import dev.carillon.engine.access.User;
import dev.carillon.engine.store.AccessStore;
import dev.carillon.engine.store.Scope;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What keeping tenants, users, sessions and links must do in every store. */
public interface AccessContract {

  /** A store that is empty. */
  StoreRig rig();

  @Test
  default void the_installation_is_founded_once() {
    var access = rig().store().access();
    assertThat(access.found(People.TENANT, People.ADMIN, People.key("k1", People.OWNER))).isTrue();
    assertThat(access.tenants()).containsExactly(People.TENANT);
    assertThat(access.user(People.OWNER)).contains(People.ADMIN);
    assertThat(access.bearerOfKey("k1").orElseThrow().user()).isEqualTo(People.ADMIN);
    assertThat(access.found(People.TENANT, People.ADMIN, People.key("k2", People.OWNER))).isFalse();
    assertThat(access.bearerOfKey("k2")).isEmpty();
  }

  @Test
  default void of_several_nodes_that_found_at_once_one_does() {
    var access = rig().store().access();
    var answers =
        People.atOnce(
            8, i -> access.found(People.TENANT, People.ADMIN, People.key("k" + i, People.OWNER)));
    assertThat(answers).containsOnlyOnce(true);
    assertThat(access.keys(new Scope(1, OptionalInt.empty()))).hasSize(1);
  }

  @Test
  default void a_tenant_gets_the_next_number() {
    var access = People.founded(rig());
    var second = access.createTenant("acme", "Acme", at(1)).orElseThrow();
    assertThat(second).isEqualTo(new Tenant(2, "acme", "Acme", at(1)));
    assertThat(access.createTenant("acme", "Another", at(2))).isEmpty();
    assertThat(access.createTenant("beta", "Beta", at(2)).orElseThrow().number()).isEqualTo(3);
    assertThat(access.tenant("acme")).contains(second);
    assertThat(access.tenant("nobody")).isEmpty();
    assertThat(access.tenants()).extracting(Tenant::id).containsExactly("acme", "beta", "default");
  }

  @Test
  default void a_user_gets_the_next_number_of_the_whole_installation() {
    var access = People.founded(rig());
    access.createTenant("acme", "Acme", at(1));
    var bob = access.createUser(new User.Draft(1, "bob", Role.MEMBER, at(2))).orElseThrow();
    assertThat(bob)
        .isEqualTo(new User(new Owner(1, 2), "bob", Role.MEMBER, at(2), Optional.empty()));
    assertThat(access.createUser(new User.Draft(1, "bob", Role.ADMIN, at(3)))).isEmpty();
    var other = access.createUser(new User.Draft(2, "bob", Role.ADMIN, at(3))).orElseThrow();
    assertThat(other.owner()).isEqualTo(new Owner(2, 3));
    assertThat(access.user(1, "bob")).contains(bob);
    assertThat(access.user(2, "bob")).contains(other);
    assertThat(access.user(1, "nobody")).isEmpty();
    assertThat(access.users(1)).extracting(User::name).containsExactly("ada", "bob");
  }

  @Test
  default void a_number_is_given_out_once_though_many_ask_at_once() {
    var access = People.founded(rig());
    var users =
        People.atOnce(
            12, i -> access.createUser(new User.Draft(1, "user" + i, Role.MEMBER, at(1))));
    assertThat(users.stream().map(user -> user.orElseThrow().owner().user()))
        .containsExactlyInAnyOrderElementsOf(IntStream.range(2, 14).boxed().toList());
    var tenants = People.atOnce(6, i -> access.createTenant("tenant-" + i, "", at(1)));
    assertThat(tenants.stream().map(tenant -> tenant.orElseThrow().number()))
        .containsExactlyInAnyOrder(2, 3, 4, 5, 6, 7);
    var same = People.atOnce(6, i -> access.createUser(new User.Draft(1, "x", Role.ADMIN, at(1))));
    assertThat(same.stream().flatMap(Optional::stream)).hasSize(1);
  }

  @Test
  default void the_schedules_of_a_disabled_user_stand_still() {
    var trial = new Trial(rig());
    People.founded(trial.rig());
    var active = trial.create(Sample.EVERY_FIVE, Policies.DEFAULT);
    var paused = trial.create(Sample.EVERY_FIVE, Policies.DEFAULT);
    trial.pause(paused);
    trial.pass(7);
    assertThat(trial.store().access().disable(Trial.OWNER, at(7))).isTrue();
    assertThat(trial.see().clock(active).status()).isEqualTo(ScheduleStatus.QUARANTINED);
    assertThat(trial.see().clock(paused).status()).isEqualTo(ScheduleStatus.PAUSED);
    assertThat(trial.see().activities().getLast().note()).isEqualTo("its owner was disabled");
    assertThat(trial.plan()).isEmpty();
    // What a crash left active is stopped by asking again.
    trial.resume(active);
    assertThat(trial.store().access().disable(Trial.OWNER, at(8))).isFalse();
    assertThat(trial.see().clock(active).status()).isEqualTo(ScheduleStatus.QUARANTINED);
  }

  @Test
  default void a_disabled_user_shows_nothing_that_counts() {
    var access = People.founded(rig());
    var bob = access.createUser(new User.Draft(1, "bob", Role.MEMBER, at(0))).orElseThrow();
    access.addKey(People.key("bobs", bob.owner()));
    access.openSession(People.session("s1", bob.owner(), Optional.of("bobs"), 100));
    access.openSession(People.session("s2", People.OWNER, Optional.empty(), 100));
    access.addLink(new SignInLink("l1", bob.owner(), at(100)), at(0));
    assertThat(access.disable(bob.owner(), at(5))).isTrue();
    assertThat(access.user(bob.owner()).orElseThrow().disabledAt()).contains(at(5));
    assertThat(access.bearerOfKey("bobs").orElseThrow().key().orElseThrow().revokedAt())
        .contains(at(5));
    assertThat(access.bearerOfKey("bobs").orElseThrow().user().disabledAt()).contains(at(5));
    assertThat(access.bearerOfSession("s1")).isEmpty();
    assertThat(access.takeLink("l1", at(6))).isEmpty();
    assertThat(access.bearerOfSession("s2")).isPresent();
    assertThat(access.bearerOfKey("first").orElseThrow().key().orElseThrow().revokedAt()).isEmpty();
    assertThat(access.disable(bob.owner(), at(7))).isFalse();
    assertThat(access.user(bob.owner()).orElseThrow().disabledAt()).contains(at(5));
    assertThat(access.disable(new Owner(1, 99), at(7))).isFalse();
    assertThat(access.disable(new Owner(2, 1), at(7))).isFalse();
    assertThat(access.user(People.OWNER).orElseThrow().disabledAt()).isEmpty();
  }

  @Test
  default void a_session_shows_its_user_and_the_key_that_opened_it() {
    var access = People.founded(rig());
    var session = People.session("s", People.OWNER, Optional.of("first"), 100);
    access.openSession(session);
    assertThat(access.bearerOfSession("s"))
        .contains(
            new Bearer(
                People.ADMIN,
                People.TENANT,
                Optional.of(People.key("first", People.OWNER)),
                Optional.of(session)));
    access.openSession(People.session("l", People.OWNER, Optional.empty(), 100));
    assertThat(access.bearerOfSession("l").orElseThrow().key()).isEmpty();
    access.endSession("s");
    access.endSession("s");
    assertThat(access.bearerOfSession("s")).isEmpty();
  }

  @Test
  default void a_session_that_is_opened_clears_those_that_had_expired() {
    var access = People.founded(rig());
    access.openSession(People.session("old", People.OWNER, Optional.empty(), 10));
    access.openSession(People.session("young", People.OWNER, Optional.empty(), 11));
    assertThat(access.bearerOfSession("old")).isPresent();
    access.openSession(new Session("new", People.OWNER, Optional.empty(), at(10), at(100), at(10)));
    assertThat(access.bearerOfSession("old")).isEmpty();
    assertThat(access.bearerOfSession("young")).isPresent();
  }

  @Test
  default void a_session_was_last_seen_when_it_was_used_last() {
    var access = People.founded(rig());
    access.openSession(People.session("s", People.OWNER, Optional.empty(), 100));
    access.sessionSeen("s", at(8));
    access.sessionSeen("s", at(7));
    access.sessionSeen("none", at(7));
    assertThat(access.bearerOfSession("s").orElseThrow().session().orElseThrow().seenAt())
        .isEqualTo(at(8));
  }

  @Test
  default void a_link_is_taken_once_and_before_it_expires() {
    var access = People.founded(rig());
    access.addLink(new SignInLink("l", People.OWNER, at(10)), at(0));
    access.addLink(new SignInLink("late", People.OWNER, at(10)), at(0));
    assertThat(access.takeLink("l", at(9))).contains(People.OWNER);
    assertThat(access.takeLink("l", at(9))).isEmpty();
    assertThat(access.takeLink("late", at(10))).isEmpty();
    assertThat(access.takeLink("none", at(1))).isEmpty();
    access.addLink(new SignInLink("next", People.OWNER, at(30)), at(10));
    assertThat(access.takeLink("late", at(1))).isEmpty();
  }

  @Test
  default void of_several_who_take_a_link_at_once_one_gets_it() {
    var access = People.founded(rig());
    access.addLink(new SignInLink("l", People.OWNER, at(10)), at(0));
    var taken = People.atOnce(8, i -> access.takeLink("l", at(1)));
    assertThat(taken.stream().flatMap(Optional::stream)).containsExactly(People.OWNER);
  }

  /** The people of these trials. */
  final class People {
    static final Owner OWNER = Trial.OWNER;
    static final Tenant TENANT = new Tenant(1, "default", "Default", at(0));
    static final User ADMIN = new User(OWNER, "ada", Role.OPERATOR, at(0), Optional.empty());

    private People() {}

    /** The store after its founding. */
    public static AccessStore founded(StoreRig rig) {
      var access = rig.store().access();
      access.found(TENANT, ADMIN, key("first", OWNER));
      return access;
    }

    /** Founded with a first key that was generated. */
    static AccessStore generated(StoreRig rig) {
      var access = rig.store().access();
      access.found(TENANT, ADMIN, generated("first"));
      return access;
    }

    static ApiKey generated(String id) {
      return key(id, OWNER, new KeyOrigin.Generated(), 0);
    }

    static ApiKey chosen(String id) {
      return key(id, OWNER, new KeyOrigin.Chosen(), 0);
    }

    static ApiKey key(String id, Owner owner) {
      return key(id, owner, 0);
    }

    static ApiKey key(String id, Owner owner, long created) {
      return key(id, owner, new KeyOrigin.Made(owner.user(), Optional.empty()), created);
    }

    /** A key that a user made in a session that a link had opened. */
    static ApiKey madeBy(Owner maker, String id, Owner owner) {
      return key(id, owner, new KeyOrigin.Made(maker.user(), Optional.empty()), 0);
    }

    /** A key that was made by another. */
    static ApiKey madeBy(String parent, String id, Owner owner) {
      return key(id, owner, new KeyOrigin.Made(OWNER.user(), Optional.of(parent)), 0);
    }

    static ApiKey key(String id, Owner owner, KeyOrigin origin, long created) {
      return new ApiKey(
          id,
          owner,
          "a key",
          KeyKind.USER,
          Set.of(),
          "cd".repeat(32),
          origin,
          at(created),
          Optional.empty(),
          Optional.empty(),
          Optional.empty());
    }

    static Session session(String hash, Owner owner, Optional<String> key, long expires) {
      return new Session(hash, owner, key, at(0), at(expires), at(0));
    }

    static <T> List<T> atOnce(int many, Numbered<T> work) {
      try (var threads = Executors.newFixedThreadPool(many)) {
        var works = IntStream.range(0, many).<Callable<T>>mapToObj(i -> () -> work.of(i)).toList();
        return threads.invokeAll(works).stream().map(People::done).toList();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException(e);
      }
    }

    private static <T> T done(Future<T> future) {
      try {
        return future.get();
      } catch (InterruptedException | ExecutionException failure) {
        throw new IllegalStateException(failure);
      }
    }

    /** What the one of this number does. */
    @FunctionalInterface
    interface Numbered<T> {
      T of(int number);
    }
  }
}
