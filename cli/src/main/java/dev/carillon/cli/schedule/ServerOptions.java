package dev.carillon.cli.schedule;

import dev.carillon.api.client.CarillonClient;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.net.ssl.SSLContext;
import picocli.CommandLine.Option;

/** The options that say which server is asked. The key is never one: others could read it there. */
final class ServerOptions {
  static final String KEY = "CARILLON_KEY";
  static final String SIGNER = "CARILLON_CA_CERT";

  private static final String ADDRESS = "CARILLON_URL";
  private static final String STANDARD = "http://127.0.0.1:8080";
  private static final int LAST_PORT = 65_535;
  private static final Pattern PRINTABLE = Pattern.compile("[!-~]+");

  @Option(
      names = "--url",
      paramLabel = "URL",
      description = "the server (default: " + ADDRESS + ", else " + STANDARD + ")")
  private Optional<String> url = Optional.empty();

  @Option(
      names = "--ca-cert",
      paramLabel = "FILE",
      description =
          "who signed the server's certificate, as a PEM file, in place of those whom Java trusts"
              + " (default: "
              + SIGNER
              + ")")
  private Optional<Path> signer = Optional.empty();

  /** A server that may be asked, or why none may. */
  sealed interface Server {
    /** It stands there. */
    record At(URI address, Optional<String> key, Optional<SSLContext> trust) implements Server {
      CarillonClient client() {
        return new CarillonClient(address, key, trust);
      }
    }

    /** The sentence says which option or variable is wrong. */
    record Refused(String sentence) implements Server {}
  }

  Server server(Map<String, String> environment) {
    var from = url.isPresent() ? "--url" : ADDRESS;
    var text = url.or(() -> set(environment, ADDRESS)).orElse(STANDARD);
    var address = address(text);
    var key = set(environment, KEY);
    if (address.isEmpty()) {
      return new Server.Refused(
          "%s is the address of a server, such as %s, and not '%s'"
              .formatted(from, STANDARD, text));
    }
    if (key.isPresent() && !PRINTABLE.matcher(key.get()).matches()) {
      return new Server.Refused(KEY + " holds something that is no key; a key begins with crl_");
    }
    var signers = signer.or(() -> set(environment, SIGNER).map(Path::of));
    if (signers.isEmpty()) {
      return new Server.At(address.get(), key, Optional.empty());
    }
    return switch (Signer.read(signers.get())) {
      case Signer.Trusted(var context) -> new Server.At(address.get(), key, Optional.of(context));
      case Signer.Unusable(var sentence) -> new Server.Refused(sentence);
    };
  }

  private static Optional<String> set(Map<String, String> environment, String name) {
    return Optional.ofNullable(environment.get(name)).map(String::strip).filter(v -> !v.isEmpty());
  }

  private static Optional<URI> address(String text) {
    try {
      var address = new URI(text);
      var web = "http".equals(address.getScheme()) || "https".equals(address.getScheme());
      return Optional.of(address)
          .filter(it -> web && it.getHost() != null && it.getPort() <= LAST_PORT);
    } catch (URISyntaxException none) {
      return Optional.empty();
    }
  }
}
