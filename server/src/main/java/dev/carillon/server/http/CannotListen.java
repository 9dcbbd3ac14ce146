package dev.carillon.server.http;

import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** The address cannot be listened on; the message says why and what to do. */
public final class CannotListen extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Below this a port needs a right of its own. */
  private static final int FIRST_FREE_PORT = 1_024;

  private final Why why;

  /** Why it cannot. */
  public enum Why {
    /** Something listens there already. */
    TAKEN("cannot listen on %s port %d, for it is in use: stop what runs there, or choose --port"),
    /** The name has no address. */
    NO_ADDRESS("cannot listen on %s port %d, for the name has no address: choose another --bind"),
    /** The address is another machine's. */
    NOT_OURS(
        "cannot listen on %s port %d, for this machine has no such address: choose another --bind"),
    /** The port is for those who have the right. */
    NOT_PERMITTED(
        "cannot listen on %s port %d, for ports below 1024 need a right that this process has not:"
            + " choose a higher --port"),
    /** Something else. */
    OTHER("cannot listen on %s port %d (%s): choose another --port or --bind");

    private final String sentence;

    Why(String sentence) {
      this.sentence = sentence;
    }
  }

  private CannotListen(HttpServer.Listen listen, Why why, Throwable cause) {
    super(why.sentence.formatted(listen.host(), listen.port(), said(cause)), cause);
    this.why = why;
  }

  public Why why() {
    return why;
  }

  static CannotListen of(HttpServer.Listen listen, Throwable cause) {
    return new CannotListen(
        listen, why(Whose.of(listen.host()), listen.port(), said(cause)), cause);
  }

  /** Whose address a host is. */
  enum Whose {
    NOBODYS,
    OURS,
    ANOTHERS;

    static Whose of(String host) {
      try {
        var address = InetAddress.getByName(host);
        var ours =
            address.isAnyLocalAddress()
                || address.isLoopbackAddress()
                || NetworkInterface.getByInetAddress(address) != null;
        return ours ? OURS : ANOTHERS;
      } catch (UnknownHostException nameless) {
        return NOBODYS;
      } catch (SocketException unknown) {
        return OURS;
      }
    }
  }

  /** Judges by what is known of the address, and only then by the words of the system. */
  static Why why(Whose whose, int port, String said) {
    var words = said.toLowerCase(Locale.ROOT);
    return switch (whose) {
      case NOBODYS -> Why.NO_ADDRESS;
      case ANOTHERS -> Why.NOT_OURS;
      case OURS -> {
        if (words.contains("permission") && port < FIRST_FREE_PORT) {
          yield Why.NOT_PERMITTED;
        }
        yield words.contains("in use") ? Why.TAKEN : Why.OTHER;
      }
    };
  }

  /** The innermost words, which are the system's. */
  private static String said(Throwable failure) {
    return Stream.iterate(Optional.of(failure), Optional::isPresent, CannotListen::within)
        .flatMap(Optional::stream)
        .reduce((outer, inner) -> inner)
        .map(Throwable::getMessage)
        .orElse("no reason given");
  }

  private static Optional<Throwable> within(Optional<Throwable> outer) {
    return outer.map(Throwable::getCause);
  }
}
