package dev.carillon.cli.schedule;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.util.Collection;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** Who may have signed a server's certificate. */
sealed interface Signer {
  /** Only these. */
  record Trusted(SSLContext context) implements Signer {}

  /** The file cannot be used; the sentence says why. */
  record Unusable(String sentence) implements Signer {}

  /** Reads the certificates of a PEM file (RFC 7468). */
  static Signer read(Path file) {
    try (InputStream pem = Files.newInputStream(file)) {
      var found = CertificateFactory.getInstance("X.509").generateCertificates(pem);
      return found.isEmpty() ? none(file) : new Trusted(trusting(found));
    } catch (CertificateException other) {
      return none(file);
    } catch (IOException unreadable) {
      return new Unusable("cannot read " + file + ", which is to say whom to trust");
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException("this JDK speaks no TLS", impossible);
    }
  }

  private static Unusable none(Path file) {
    return new Unusable(
        file + " holds no certificate in PEM, which begins with -----BEGIN CERTIFICATE-----");
  }

  private static SSLContext trusting(Collection<? extends Certificate> signers)
      throws GeneralSecurityException, IOException {
    var store = KeyStore.getInstance("PKCS12");
    store.load(null, null);
    for (var signer : signers) {
      store.setCertificateEntry("signer " + store.size(), signer);
    }
    var factory = TrustManagerFactory.getInstance("PKIX");
    factory.init(store);
    var context = SSLContext.getInstance("TLS");
    context.init(null, factory.getTrustManagers(), null);
    return context;
  }
}
