package dev.carillon.server.tls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.carillon.testkit.tls.Certificates;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PemFilesTest {
  @TempDir private Path folder;
  private PemFiles files = new PemFiles(Path.of("cert.pem"), Path.of("key.pem"));
  private Certificates certificates = new Certificates(Path.of(""));

  @BeforeEach
  void place() {
    files = new PemFiles(folder.resolve("cert.pem"), folder.resolve("key.pem"));
    certificates = new Certificates(folder);
  }

  @Test
  void a_certificate_and_its_key_are_read_whatever_their_kind() throws Exception {
    for (var kind : new String[] {"EC", "RSA", "Ed25519"}) {
      var made = certificates.make(kind);
      made.writeTo(files.certificate(), files.key());
      var pair = files.read();
      assertThat(pair.own()).isEqualTo(made.certificate());
      assertThat(pair.key()).isEqualTo(made.key());
    }
  }

  @Test
  void the_chain_follows_the_certificate() throws Exception {
    var own = certificates.make("EC");
    var above = certificates.make("EC");
    own.writeTo(files.certificate(), files.key());
    Files.writeString(
        files.certificate(),
        Certificates.pem("CERTIFICATE", own.certificate().getEncoded())
            + Certificates.pem("CERTIFICATE", above.certificate().getEncoded()));
    assertThat(files.read().chain()).containsExactly(own.certificate(), above.certificate());
  }

  @Test
  void what_cannot_be_used_is_named_with_what_to_do() throws Exception {
    refuses("cert.pem cannot be read: NoSuchFileException");
    var made = certificates.make("EC");
    made.writeTo(files.certificate(), files.key());
    Files.writeString(
        files.key(), "-----BEGIN EC PRIVATE KEY-----\nAAAA\n-----END EC PRIVATE KEY-----\n");
    refuses("openssl pkcs8 -topk8 -nocrypt -in key.pem");
    Files.writeString(
        files.key(), Certificates.pem("PRIVATE KEY", certificates.make("EC").key().getEncoded()));
    refuses("is not that of the certificate in");
    Files.writeString(
        files.key(), Certificates.pem("PRIVATE KEY", certificates.make("RSA").key().getEncoded()));
    refuses("is not that of the certificate in");
    Files.writeString(files.certificate(), "hello");
    refuses("cert.pem holds no certificate in PEM");
  }

  private void refuses(String words) {
    assertThatThrownBy(() -> files.read())
        .isInstanceOf(BadCertificate.class)
        .hasMessageContaining(words);
  }
}
