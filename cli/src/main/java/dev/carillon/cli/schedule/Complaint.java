package dev.carillon.cli.schedule;

import dev.carillon.api.client.ApiException;
import dev.carillon.api.problem.Problem;
import picocli.CommandLine.ExitCode;

/** Why a question to a server was not answered: one sentence, and the exit code for it. */
record Complaint(String sentence, int exit) {
  private static final int NOT_FOUND = 3;
  private static final int IN_CONFLICT = 4;
  private static final int UNREACHED = 5;

  static Complaint about(ApiException why, boolean withKey) {
    return switch (why) {
      case ApiException.Refused refused -> refused(refused.problem(), withKey);
      case ApiException.Untrusted untrusted ->
          new Complaint(
              untrusted.getMessage()
                  + "; name the certificate of who signed it with --ca-cert FILE or "
                  + ServerOptions.SIGNER,
              UNREACHED);
      case ApiException.Unreachable nobody ->
          new Complaint(String.valueOf(nobody.getMessage()), UNREACHED);
      case ApiException.Foreign other ->
          new Complaint(String.valueOf(other.getMessage()), UNREACHED);
    };
  }

  private static Complaint refused(Problem problem, boolean withKey) {
    var words =
        problem.errors().stream().map(Problem.Entry::detail).findFirst().orElse(problem.error());
    return switch (problem.status()) {
      case 400 -> new Complaint(words, ExitCode.USAGE);
      case 401 -> new Complaint(unknown(withKey), ExitCode.SOFTWARE);
      case 403 ->
          new Complaint(
              words + " (the server knows you by the key in " + ServerOptions.KEY + ")",
              ExitCode.SOFTWARE);
      case 404 -> new Complaint(words, NOT_FOUND);
      case 409, 412 -> new Complaint(words, IN_CONFLICT);
      default -> new Complaint(words, ExitCode.SOFTWARE);
    };
  }

  private static String unknown(boolean withKey) {
    return withKey
        ? "the server does not take the key in "
            + ServerOptions.KEY
            + "; put one there that it made"
        : "the server needs to know who asks; put a key of yours into " + ServerOptions.KEY;
  }
}
