package dev.carillon.targets.agent;

import dev.carillon.core.run.Answer;
import dev.carillon.core.run.FailureKind;
import dev.carillon.core.run.Outcome;
import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.UnknownHostException;
import java.util.Optional;
import java.util.zip.ZipException;
import javax.net.ssl.SSLException;
import org.apache.hc.client5.http.ConnectTimeoutException;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.MalformedChunkCodingException;
import org.apache.hc.core5.http.MessageConstraintException;
import org.apache.hc.core5.http.NoHttpResponseException;

/** Says what went wrong between us and an agent, in words that tell what to do. */
final class Faults {
  private static final int LONGEST = 200;

  private Faults() {}

  /**
   * @param agent what messages call the agent
   */
  static Outcome.Failed of(String agent, String host, IOException fault) {
    return nonsense(fault)
        .map(why -> failed(FailureKind.INVALID_ANSWER, agent + " " + why))
        .or(() ->
            unreachable(host, fault)
                .map(why -> failed(FailureKind.CONNECT, agent + " could not be reached: " + why)))
        .orElseGet(() -> failed(FailureKind.CONNECT, agent + " " + broken(fault)));
  }

  private static Optional<String> nonsense(IOException fault) {
    if (fault instanceof MessageConstraintException) {
      return Optional.of("sent headers without end: " + words(fault));
    }
    if (fault instanceof ZipException || fault instanceof MalformedChunkCodingException) {
      return Optional.of("answered with a body that cannot be unpacked: " + words(fault));
    }
    return fault.getCause() instanceof HttpException protocol
        ? Optional.of("does not speak HTTP as it should: " + words(protocol))
        : Optional.empty();
  }

  private static Optional<String> unreachable(String host, IOException fault) {
    return switch (fault) {
      case UnknownHostException unknown ->
          Optional.of("no host '" + host + "' is known. Is its address right?");
      case ConnectTimeoutException slow ->
          Optional.of(
              "no connection within "
                  + HttpAgents.CONNECT_SECONDS
                  + " s. Is its address right, and does no firewall stand between?");
      case NoRouteToHostException nowhere ->
          Optional.of("there is no route to '" + host + "'. Is its address right?");
      case ConnectException refused ->
          Optional.of(
              words(refused).contains("refused")
                  ? "connection refused. Is it running?"
                  : words(refused));
      case SSLException insecure -> Optional.of("no secure connection: " + words(insecure));
      default -> Optional.empty();
    };
  }

  private static String broken(IOException fault) {
    return fault instanceof NoHttpResponseException
        ? "closed the connection without an answer in HTTP"
        : "broke the connection before its answer was complete: " + words(fault);
  }

  private static String words(Exception fault) {
    var words = String.valueOf(fault.getMessage()).replaceAll("\\p{Cntrl}", " ");
    return Texts.cut(Texts.storable(words), LONGEST);
  }

  private static Outcome.Failed failed(FailureKind kind, String message) {
    return new Outcome.Failed(kind, message, Answer.NONE);
  }
}
