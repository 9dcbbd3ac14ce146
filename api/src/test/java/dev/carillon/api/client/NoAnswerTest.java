package dev.carillon.api.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpConnectTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.security.cert.CertPathBuilderException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLHandshakeException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class NoAnswerTest {
  private static final URI SERVER = URI.create("https://carillon.example");

  static Stream<Arguments> reasons() {
    return Stream.of(
        Arguments.of(new ConnectException(), "nobody listens there"),
        Arguments.of(
            by(new ConnectException(), new UnresolvedAddressException()), "name has no address"),
        Arguments.of(new HttpConnectTimeoutException("slow"), "took too long"),
        Arguments.of(
            by(new SSLHandshakeException("no"), new CertificateException("No name matching")),
            "for another name"),
        Arguments.of(
            by(new SSLHandshakeException("no"), new CertificateExpiredException()), "has expired"),
        Arguments.of(
            new SSLException("Unsupported or unrecognized SSL message"), "begins with http://"),
        Arguments.of(new IOException("EOF reached while reading"), "begins with https://"));
  }

  @ParameterizedTest
  @MethodSource("reasons")
  void what_java_throws_is_said_in_plain_words(IOException thrown, String words) {
    assertThat(NoAnswer.of(SERVER, thrown))
        .isInstanceOf(ApiException.Unreachable.class)
        .hasMessageStartingWith("no answer from https://carillon.example: ")
        .hasMessageContaining(words)
        .hasMessageNotContaining("Exception");
  }

  @Test
  void a_certificate_that_nobody_known_signed_is_a_case_of_its_own() {
    var thrown =
        by(
            new SSLHandshakeException("no"),
            new CertificateException(new CertPathBuilderException("unable to find path")));
    assertThat(NoAnswer.of(SERVER, thrown)).isInstanceOf(ApiException.Untrusted.class);
  }

  private static IOException by(IOException thrown, Exception cause) {
    thrown.initCause(cause);
    return thrown;
  }
}
