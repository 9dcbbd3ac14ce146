package dev.carillon.api.client;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.security.cert.CertPathBuilderException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;

/** Says in words why a request was not answered, and what may help. */
final class NoAnswer {
  private NoAnswer() {}

  static ApiException of(URI server, IOException why) {
    if (has(why, CertPathBuilderException.class)) {
      return new ApiException.Untrusted(server, why);
    }
    return new ApiException.Unreachable(server, words(why), why);
  }

  private static String words(IOException why) {
    if (has(why, CertificateExpiredException.class)) {
      return "its certificate has expired; it is to be renewed there";
    }
    if (has(why, CertificateException.class)) {
      return "its certificate is for another name; ask the server by the name that it was made for";
    }
    if (has(why, SSLException.class)) {
      return "it does not speak TLS as we do; if it speaks none, its address begins with http://";
    }
    if (has(why, UnresolvedAddressException.class)) {
      return "the name has no address; is it spelled right?";
    }
    if (has(why, HttpTimeoutException.class)) {
      return "it took too long; is the server running there?";
    }
    if (has(why, ConnectException.class)) {
      return "nobody listens there; start the server, or give the address of one that runs";
    }
    return "it broke off; if it speaks TLS, its address begins with https://";
  }

  private static boolean has(Throwable why, Class<? extends Throwable> kind) {
    return Stream.<Throwable>iterate(why, each -> each != null, Throwable::getCause)
        .anyMatch(kind::isInstance);
  }
}
