package dev.carillon.store.access;

import dev.carillon.core.schedule.Owner;
import dev.carillon.engine.access.ApiKey;
import dev.carillon.engine.access.Bearer;
import dev.carillon.engine.access.KeyOrigin;
import dev.carillon.engine.access.Session;
import dev.carillon.engine.access.SignInLink;
import dev.carillon.engine.access.Tenant;
import dev.carillon.engine.access.User;
import dev.carillon.engine.store.AccessStore;
import dev.carillon.engine.store.Scope;
import dev.carillon.store.sql.Sql;
import dev.carillon.store.sql.Transactions;
import dev.carillon.store.sql.Transactions.Lane;
import dev.carillon.store.transaction.Quarantine;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Keeps tenants, users and what they show to be let in; each method is one transaction. */
public final class Access implements AccessStore {
  private final Transactions transactions;

  public Access(Transactions transactions) {
    this.transactions = transactions;
  }

  @Override
  public boolean found(Tenant tenant, User user, ApiKey key) {
    return transactions.write(
        Lane.PEOPLE,
        sql -> {
          if (sql.of("SELECT 1 FROM tenant").any() || !People.insertIfAbsent(sql, tenant)) {
            return false;
          }
          People.insert(sql, user);
          return Keys.insert(sql, key);
        });
  }

  @Override
  public boolean replaceUnused(ApiKey key, Instant began, Instant at) {
    return transactions.write(
        Lane.PEOPLE,
        sql -> {
          People.lockNumbers(sql);
          var unused = Keys.unrevoked(sql, new KeyOrigin.Generated());
          if (unused.isEmpty()
              || unused.stream().anyMatch(one -> !one.createdAt().isBefore(began))
              || Keys.anyUsed(sql)
              || People.anySignedIn(sql)) {
            return false;
          }
          for (var one : unused) {
            revoke(sql, one.id(), at);
          }
          return Keys.insert(sql, key);
        });
  }

  @Override
  public Optional<Choice> choose(ApiKey key, Instant at) {
    return transactions.write(
        Lane.PEOPLE,
        sql -> {
          People.lockNumbers(sql);
          var counted = Keys.find(sql, key.id()).filter(one -> one.validAt(at)).isPresent();
          if (!Keys.insert(sql, key) && !Keys.restore(sql, key)) {
            return Optional.empty();
          }
          var revoked = new ArrayList<String>();
          for (var former : Keys.unrevoked(sql, key.origin())) {
            if (!former.id().equals(key.id())) {
              revoked.addAll(revoke(sql, former.id(), at));
            }
          }
          return Optional.of(new Choice(!counted, revoked));
        });
  }

  private static List<String> revoke(Sql sql, String id, Instant at) throws SQLException {
    var revoked = Keys.revokeWithMade(sql, id, at);
    for (var one : revoked) {
      SignedIn.endOpenedBy(sql, one);
    }
    return revoked;
  }

  @Override
  public Optional<Tenant> createTenant(String id, String name, Instant at) {
    return transactions.write(
        Lane.PEOPLE,
        sql -> {
          People.lockNumbers(sql);
          var tenant = new Tenant(People.nextTenant(sql), id, name, at);
          return People.insertIfAbsent(sql, tenant) ? Optional.of(tenant) : Optional.empty();
        });
  }

  @Override
  public Optional<Tenant> tenant(String id) {
    return transactions.read(Lane.PEOPLE, sql -> People.tenant(sql, id));
  }

  @Override
  public List<Tenant> tenants() {
    return transactions.read(Lane.PEOPLE, People::tenants);
  }

  @Override
  public Optional<User> createUser(User.Draft draft) {
    return transactions.write(
        Lane.PEOPLE,
        sql -> {
          People.lockNumbers(sql);
          if (People.user(sql, draft.tenant(), draft.name()).isPresent()) {
            return Optional.empty();
          }
          var user =
              new User(
                  new Owner(draft.tenant(), People.nextUser(sql)),
                  draft.name(),
                  draft.role(),
                  draft.createdAt(),
                  Optional.empty());
          People.insert(sql, user);
          return Optional.of(user);
        });
  }

  @Override
  public Optional<User> user(int tenant, String name) {
    return transactions.read(Lane.PEOPLE, sql -> People.user(sql, tenant, name));
  }

  @Override
  public Optional<User> user(Owner owner) {
    return transactions.read(Lane.PEOPLE, sql -> People.user(sql, owner));
  }

  @Override
  public List<User> users(int tenant) {
    return transactions.read(Lane.PEOPLE, sql -> People.users(sql, tenant));
  }

  @Override
  public boolean disable(Owner owner, Instant at) {
    var disabled =
        transactions.write(
            Lane.PEOPLE,
            sql -> {
              People.lockNumbers(sql);
              if (!People.disable(sql, owner, at)) {
                return false;
              }
              for (var key : Keys.ofUser(sql, owner)) {
                revoke(sql, key, at);
              }
              SignedIn.endAll(sql, owner);
              return true;
            });
    // Asked again it stops what a crash left: nobody answers for it.
    Quarantine.all(transactions, owner, "its owner was disabled");
    return disabled;
  }

  @Override
  public boolean enable(Owner owner) {
    return transactions.write(Lane.PEOPLE, sql -> People.enable(sql, owner));
  }

  @Override
  public boolean addKey(ApiKey key) {
    return transactions.write(
        Lane.PEOPLE,
        sql -> {
          var maker = key.origin().maker().orElse(key.owner().user());
          var parent = key.origin().parent();
          return People.lockEnabled(sql, key.owner().user(), maker)
              && (parent.isEmpty() || Keys.lockUnrevoked(sql, parent.get()))
              && Keys.insert(sql, key);
        });
  }

  @Override
  public Optional<ApiKey> key(Scope scope, String id) {
    return transactions.read(Lane.PEOPLE, sql -> Keys.find(sql, scope, id));
  }

  @Override
  public List<ApiKey> keys(Scope scope) {
    return transactions.read(Lane.PEOPLE, sql -> Keys.list(sql, scope));
  }

  @Override
  public boolean revokeKey(Scope scope, String id, Instant at) {
    return transactions.write(
        Lane.PEOPLE,
        sql -> {
          // One at a time with whoever disables a user: both lock keys and what those made.
          People.lockNumbers(sql);
          var seen = Keys.find(sql, scope, id).isPresent();
          return seen && revoke(sql, id, at).contains(id);
        });
  }

  @Override
  public void keyUsed(String id, Instant at) {
    transactions.write(Lane.CHORES, sql -> Keys.used(sql, id, at));
  }

  @Override
  public Optional<Bearer> bearerOfKey(String id) {
    return transactions.read(
        Lane.PEOPLE,
        sql -> {
          var key = Keys.find(sql, id);
          return key.isEmpty()
              ? Optional.empty()
              : bearer(sql, key.get().owner(), key, Optional.empty());
        });
  }

  @Override
  public Optional<Bearer> bearerOfSession(String hash) {
    return transactions.read(
        Lane.PEOPLE,
        sql -> {
          var session = SignedIn.find(sql, hash);
          if (session.isEmpty()) {
            return Optional.empty();
          }
          var opener = session.get().key();
          var key = opener.isPresent() ? Keys.find(sql, opener.get()) : Optional.<ApiKey>empty();
          return bearer(sql, session.get().owner(), key, session);
        });
  }

  private static Optional<Bearer> bearer(
      Sql sql, Owner owner, Optional<ApiKey> key, Optional<Session> session) throws SQLException {
    var user = People.user(sql, owner);
    var tenant = People.tenant(sql, owner.tenant());
    return user.isPresent() && tenant.isPresent()
        ? Optional.of(new Bearer(user.get(), tenant.get(), key, session))
        : Optional.empty();
  }

  @Override
  public void openSession(Session session) {
    transactions.write(Lane.PEOPLE, sql -> SignedIn.open(sql, session));
  }

  @Override
  public void sessionSeen(String hash, Instant at) {
    transactions.write(Lane.CHORES, sql -> SignedIn.seen(sql, hash, at));
  }

  @Override
  public void endSession(String hash) {
    transactions.write(Lane.PEOPLE, sql -> SignedIn.end(sql, hash));
  }

  @Override
  public void addLink(SignInLink link, Instant at) {
    transactions.write(Lane.PEOPLE, sql -> SignedIn.addLink(sql, link, at));
  }

  @Override
  public Optional<Owner> takeLink(String hash, Instant at) {
    return transactions.write(Lane.PEOPLE, sql -> SignedIn.takeLink(sql, hash, at));
  }
}
