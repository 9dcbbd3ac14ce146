package dev.carillon.server.http;

import jakarta.servlet.http.HttpServletRequest;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.jetty.server.ForwardedRequestCustomizer;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.util.InetAddressSet;

/** The proxies that are believed when they say for whom they ask, and how they were asked. */
public final class Proxies {
  private static final String PAST = "carillon-past-proxies";

  /** An address, and how many of its bits count. Names are left out: theirs could change. */
  private static final Pattern NETWORK =
      Pattern.compile("([0-9]+(?:\\.[0-9]+){3}|[0-9a-fA-F:.]*:[0-9a-fA-F:.]*)(?:/([0-9]{1,3}))?");

  private final InetAddressSet addresses;

  private Proxies(InetAddressSet addresses) {
    this.addresses = addresses;
  }

  /** Reads addresses and networks, with commas between; empty when one is neither. */
  public static Optional<Proxies> read(String text) {
    var addresses = new InetAddressSet();
    for (var part : text.split(",", -1)) {
      var network = NETWORK.matcher(part.strip());
      if (!network.matches() || isTooLong(network)) {
        return Optional.empty();
      }
      try {
        addresses.add(network.group());
      } catch (IllegalArgumentException unreadable) {
        return Optional.empty();
      }
    }
    return Optional.of(new Proxies(addresses));
  }

  private static boolean isTooLong(Matcher network) {
    var bits = network.group(1).contains(":") ? 128 : 32;
    return network.group(2) != null && Integer.parseInt(network.group(2)) > bits;
  }

  boolean include(InetAddress address) {
    return addresses.test(address);
  }

  /** Reads what a proxy forwarded (RFC 7239), and marks what came past all of them. */
  HttpConfiguration.Customizer customizer() {
    var forwarded = new ForwardedRequestCustomizer();
    return (request, answer) -> {
      if (include(request.getConnectionMetaData().getRemoteSocketAddress())) {
        return forwarded.customize(request, answer);
      }
      request.setAttribute(PAST, true);
      return request;
    };
  }

  static boolean wasPast(HttpServletRequest request) {
    return request.getAttribute(PAST) != null;
  }

  private boolean include(SocketAddress peer) {
    return peer instanceof InetSocketAddress address && include(address.getAddress());
  }
}
