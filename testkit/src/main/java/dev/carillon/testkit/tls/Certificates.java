package dev.carillon.testkit.tls;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** Makes certificates with the JDK's own tool, and writes them as PEM. */
public final class Certificates {
  private static final char[] PASSWORD = "for this test".toCharArray();

  private final Path folder;
  private final AtomicInteger made = new AtomicInteger();

  public Certificates(Path folder) {
    this.folder = folder;
  }

  /** A key and its self-signed certificate for this machine. */
  public record Made(PrivateKey key, X509Certificate certificate) {
    /** Writes both as PEM (RFC 7468). */
    public void writeTo(Path certificateFile, Path keyFile)
        throws IOException, GeneralSecurityException {
      Files.writeString(certificateFile, pem("CERTIFICATE", certificate.getEncoded()));
      Files.writeString(keyFile, pem("PRIVATE KEY", key.getEncoded()));
    }
  }

  /**
   * Makes one.
   *
   * @param algorithm EC or RSA
   */
  public Made make(String algorithm)
      throws IOException, GeneralSecurityException, InterruptedException {
    var file = folder.resolve("store" + made.incrementAndGet() + ".p12");
    var tool = Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
    var process =
        new ProcessBuilder(
                List.of(
                    tool,
                    "-genkeypair",
                    "-alias",
                    "own",
                    "-keyalg",
                    algorithm,
                    "-dname",
                    "CN=localhost",
                    "-ext",
                    "san=ip:127.0.0.1,dns:localhost",
                    "-validity",
                    "30",
                    "-storetype",
                    "PKCS12",
                    "-storepass",
                    new String(PASSWORD),
                    "-keystore",
                    file.toString()))
            .inheritIO()
            .start();
    if (process.waitFor() != 0) {
      throw new IllegalStateException("keytool failed");
    }
    var store = KeyStore.getInstance(file.toFile(), PASSWORD);
    return new Made(
        (PrivateKey) store.getKey("own", PASSWORD), (X509Certificate) store.getCertificate("own"));
  }

  public static String pem(String label, byte[] bytes) {
    return "-----BEGIN %s-----%n%s%n-----END %s-----%n"
        .formatted(label, Base64.getMimeEncoder().encodeToString(bytes), label);
  }
}
