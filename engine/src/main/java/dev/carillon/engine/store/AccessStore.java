package dev.carillon.engine.store;

import dev.carillon.core.schedule.Owner;
import dev.carillon.engine.access.ApiKey;
import dev.carillon.engine.access.Bearer;
import dev.carillon.engine.access.Session;
import dev.carillon.engine.access.SignInLink;
import dev.carillon.engine.access.Tenant;
import dev.carillon.engine.access.User;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Tenants, users, and what they show to be let in. Each method is one transaction; what it answered
 * is durable. Revoked, disabled and expired things are still found: the reader judges them.
 */
public interface AccessStore {
  /**
   * Founds the installation: the first tenant (number 1), its first user (number 1), and the user's
   * key, unless there is a tenant already. Of several nodes that try at once, one is answered true.
   */
  boolean found(Tenant tenant, User user, ApiKey key);

  /**
   * Puts this key in the place of the one that the founding generated, which is revoked; false when
   * none was generated, when somebody has come in since (a key was used or a session opened), or
   * when it is no older than this start, so that another node shows it.
   *
   * @param began when this start began
   */
  boolean replaceUnused(ApiKey key, Instant began, Instant at);

  /**
   * Makes this the one key that the operator chose: it counts from now on, though it was revoked,
   * and the former one is revoked with all that it made. Empty when the id is another key's.
   */
  Optional<Choice> choose(ApiKey key, Instant at);

  /**
   * What a choice changed.
   *
   * @param news whether the key did not count before
   * @param revoked the ids of the keys that no longer count
   */
  record Choice(boolean news, List<String> revoked) {
    public Choice {
      revoked = List.copyOf(revoked);
    }
  }

  /** Creates a tenant under the next number; empty when the id is taken. */
  Optional<Tenant> createTenant(String id, String name, Instant at);

  Optional<Tenant> tenant(String id);

  /** All tenants, by id. */
  List<Tenant> tenants();

  /** Creates a user under the next number; empty when the name is taken in the tenant. */
  Optional<User> createUser(User.Draft draft);

  Optional<User> user(int tenant, String name);

  Optional<User> user(Owner owner);

  /** All users of a tenant, by name. */
  List<User> users(int tenant);

  /**
   * Disables a user; the keys that they have or made are revoked with all that were made by those,
   * and the sessions and links end with it. Their active schedules are quarantined, as nobody
   * answers for them. False when there is no such user or it was disabled before.
   */
  boolean disable(Owner owner, Instant at);

  /**
   * Lets a user in again, under new keys: what was revoked stays so. False when nothing changed.
   */
  boolean enable(Owner owner);

  /**
   * Keeps a new key; false when the id is taken, the key that makes it is revoked, or whoever makes
   * or gets it is disabled.
   */
  boolean addKey(ApiKey key);

  /** A key that the scope sees. */
  Optional<ApiKey> key(Scope scope, String id);

  /** The keys that the scope sees, newest first. */
  List<ApiKey> keys(Scope scope);

  /**
   * Revokes a key and all that were made by it or by those, whosever they are, and ends the
   * sessions that they opened; false when there was none to revoke.
   */
  boolean revokeKey(Scope scope, String id, Instant at);

  /** Notes that a key was used; an earlier time never replaces a later one. */
  void keyUsed(String id, Instant at);

  /** Who shows this key, whosever it is. */
  Optional<Bearer> bearerOfKey(String id);

  /** Who shows this session; with the key that opened it, if one did. */
  Optional<Bearer> bearerOfSession(String hash);

  /**
   * Opens a session, notes that its user came in, and forgets those that had expired by the time it
   * was created.
   */
  void openSession(Session session);

  /** Notes that a session was used. */
  void sessionSeen(String hash, Instant at);

  /** Ends a session; it is no error when there is none. */
  void endSession(String hash);

  /** Keeps a one-time link, and forgets those that had expired by then. */
  void addLink(SignInLink link, Instant at);

  /** Takes a link that has not expired, so that nobody takes it again; answers whose it is. */
  Optional<Owner> takeLink(String hash, Instant at);
}
