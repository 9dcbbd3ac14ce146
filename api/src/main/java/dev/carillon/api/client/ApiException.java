package dev.carillon.api.client;

import dev.carillon.api.problem.Problem;
import java.net.URI;

/** A request that did not come to its answer. */
public abstract sealed class ApiException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private ApiException(String message) {
    super(message);
  }

  private ApiException(String message, Throwable cause) {
    super(message, cause);
  }

  /** The server said no, and why. */
  public static final class Refused extends ApiException {
    private static final long serialVersionUID = 1L;
    private final transient Problem problem;

    Refused(Problem problem) {
      super(problem.status() + " " + problem.error());
      this.problem = problem;
    }

    public Problem problem() {
      return problem;
    }
  }

  /** Nobody answered, so that nobody knows whether the request was carried out. */
  public static final class Unreachable extends ApiException {
    private static final long serialVersionUID = 1L;

    Unreachable(URI server, String why, Throwable cause) {
      super("no answer from " + server + ": " + why, cause);
    }
  }

  /** The server shows a certificate that nobody signed who is trusted here; nothing was sent. */
  public static final class Untrusted extends ApiException {
    private static final long serialVersionUID = 1L;

    Untrusted(URI server, Throwable cause) {
      super("nobody who is trusted here signed the certificate of " + server, cause);
    }
  }

  /** Something answered, but it does not speak as Carillon does. */
  public static final class Foreign extends ApiException {
    private static final long serialVersionUID = 1L;

    Foreign(URI server, int status, Throwable cause) {
      super(server + " answered " + status + " with something that is not from Carillon", cause);
    }

    Foreign(URI server, int status) {
      super(server + " answered " + status + " with something that is not from Carillon");
    }
  }
}
