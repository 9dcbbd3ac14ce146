package dev.carillon.server.tls;

import static org.assertj.core.api.Assertions.assertThat;

import dev.carillon.server.http.Answer;
import dev.carillon.server.http.Door;
import dev.carillon.server.http.HttpServer;
import dev.carillon.server.http.Listening;
import dev.carillon.server.http.Route;
import dev.carillon.testkit.tls.Certificates;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A server over real TLS, whose files change under it. */
class RenewedKeysTest {
  private static final Route THINGS =
      Route.get("/things", Door.open(), request -> Answer.ok(List.of(request.overTls())));

  @TempDir private Path folder;
  private final AtomicLong nanos = new AtomicLong();
  private PemFiles files = new PemFiles(Path.of("cert.pem"), Path.of("key.pem"));
  private Certificates certificates = new Certificates(Path.of(""));

  @BeforeEach
  void place() {
    files = new PemFiles(folder.resolve("cert.pem"), folder.resolve("key.pem"));
    certificates = new Certificates(folder);
  }

  @Test
  void a_changed_certificate_is_shown_and_a_broken_one_is_not() throws Exception {
    for (var kind : List.of("EC", "RSA")) {
      var first = certificates.make(kind);
      var second = certificates.make(kind);
      first.writeTo(files.certificate(), files.key());
      var tls = RenewedKeys.context(files, nanos::get);
      assertThat(shown(tls, first, second)).isEqualTo(first.certificate());

      second.writeTo(files.certificate(), files.key());
      assertThat(shown(tls, first, second)).as("within the second").isEqualTo(first.certificate());
      nanos.addAndGet(Duration.ofSeconds(1).toNanos());
      assertThat(shown(tls, first, second)).isEqualTo(second.certificate());

      Files.writeString(files.key(), "broken");
      nanos.addAndGet(Duration.ofSeconds(1).toNanos());
      assertThat(shown(tls, first, second)).isEqualTo(second.certificate());
    }
  }

  /** The certificate that a new client is shown, which trusts these. */
  private static Certificate shown(SSLContext tls, Certificates.Made one, Certificates.Made other)
      throws Exception {
    var listen = new HttpServer.Listen("127.0.0.1", 0, Optional.of(tls), Optional.empty());
    var client = HttpClient.newBuilder().sslContext(trusting(one, other)).build();
    try (var server = new Listening(listen, client, List.of(THINGS), request -> Optional.empty())) {
      assertThat(server.address().getScheme()).isEqualTo("https");
      var answer = server.get("/things");
      assertThat(answer.body()).isEqualTo("[true]");
      assertThat(answer.headers().firstValue("Strict-Transport-Security"))
          .contains("max-age=31536000");
      return (X509Certificate) answer.sslSession().orElseThrow().getPeerCertificates()[0];
    }
  }

  private static SSLContext trusting(Certificates.Made... made) throws Exception {
    var store = KeyStore.getInstance("PKCS12");
    store.load(null, null);
    for (var i = 0; i < made.length; i++) {
      store.setCertificateEntry("trusted" + i, made[i].certificate());
    }
    var trust = TrustManagerFactory.getInstance("PKIX");
    trust.init(store);
    var context = SSLContext.getInstance("TLS");
    context.init(null, trust.getTrustManagers(), null);
    return context;
  }
}
