package dev.carillon.server.tls;

import dev.carillon.engine.clock.Monotonic;
import java.io.IOException;
import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.Principal;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.Optional;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.X509ExtendedKeyManager;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Shows the certificate that stands in the files now: each greeting of a client looks whether they
 * have changed, at most once a second. Files that do not fit together are logged, and the last good
 * certificate stays. Shared by all threads.
 */
public final class RenewedKeys extends X509ExtendedKeyManager {
  private static final Logger log = LoggerFactory.getLogger(RenewedKeys.class);
  private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(1);

  /** An alias is the number of its reading, this, and the JDK's own alias. */
  private static final char MARK = ':';

  private final PemFiles files;
  private final Monotonic clock;
  private long lookedAt;
  private PemFiles.Stamp seen;
  private Reading newest;

  /** A greeting that began before a change is finished with what it began with. */
  private Optional<Reading> previous = Optional.empty();

  private record Reading(long number, X509ExtendedKeyManager keys) {}

  private RenewedKeys(PemFiles files, Monotonic clock) {
    this.files = files;
    this.clock = clock;
    seen = files.stamp();
    newest = new Reading(1, manager(files.read()));
    lookedAt = clock.nanos();
  }

  /**
   * What a server speaks TLS with.
   *
   * @throws BadCertificate when the files cannot be used
   */
  public static SSLContext context(PemFiles files, Monotonic clock) {
    try {
      var context = SSLContext.getInstance("TLS");
      context.init(new RenewedKeys[] {new RenewedKeys(files, clock)}, null, null);
      return context;
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException("this JDK speaks no TLS", impossible);
    }
  }

  @Override
  public @Nullable String chooseEngineServerAlias(
      String keyType, Principal @Nullable [] issuers, SSLEngine engine) {
    var reading = current();
    var alias = reading.keys().chooseEngineServerAlias(keyType, issuers, engine);
    return alias == null ? null : reading.number() + String.valueOf(MARK) + alias;
  }

  @Override
  public X509Certificate @Nullable [] getCertificateChain(String alias) {
    return of(alias).getCertificateChain(alias.substring(alias.indexOf(MARK) + 1));
  }

  @Override
  public @Nullable PrivateKey getPrivateKey(String alias) {
    return of(alias).getPrivateKey(alias.substring(alias.indexOf(MARK) + 1));
  }

  @Override
  public String @Nullable [] getServerAliases(String keyType, Principal @Nullable [] issuers) {
    return null;
  }

  @Override
  public @Nullable String chooseServerAlias(
      String keyType, Principal @Nullable [] issuers, Socket socket) {
    return null;
  }

  @Override
  public String @Nullable [] getClientAliases(String keyType, Principal @Nullable [] issuers) {
    return null;
  }

  @Override
  public @Nullable String chooseClientAlias(
      String[] keyType, Principal @Nullable [] issuers, Socket socket) {
    return null;
  }

  private synchronized Reading current() {
    var now = clock.nanos();
    if (now - lookedAt >= BETWEEN_LOOKS.toNanos()) {
      lookedAt = now;
      look();
    }
    return newest;
  }

  private void look() {
    var stamp = files.stamp();
    if (stamp.equals(seen)) {
      return;
    }
    seen = stamp;
    try {
      var pair = files.read();
      previous = Optional.of(newest);
      newest = new Reading(newest.number() + 1, manager(pair));
      log.info(
          "certificate read again file={} valid_until={}",
          files.certificate(),
          pair.own().getNotAfter().toInstant());
    } catch (BadCertificate unusable) {
      log.warn(
          "certificate changed and cannot be used, the last one stays: {}", unusable.getMessage());
    }
  }

  private synchronized X509ExtendedKeyManager of(String alias) {
    var number = Long.parseLong(alias.substring(0, alias.indexOf(MARK)));
    return previous.filter(reading -> reading.number() == number).orElse(newest).keys();
  }

  private static X509ExtendedKeyManager manager(PemFiles.Pair pair) {
    var none = new char[0];
    try {
      var store = KeyStore.getInstance("PKCS12");
      store.load(null, none);
      store.setKeyEntry("own", pair.key(), none, pair.chain().toArray(X509Certificate[]::new));
      var factory = KeyManagerFactory.getInstance("PKIX");
      factory.init(store, none);
      return (X509ExtendedKeyManager) factory.getKeyManagers()[0];
    } catch (GeneralSecurityException | IOException unusable) {
      throw new BadCertificate("the certificate cannot be used: " + unusable.getMessage());
    }
  }
}
