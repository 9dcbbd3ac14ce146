package dev.carillon.server;

import dev.carillon.engine.store.StoreException;
import dev.carillon.server.http.CannotListen;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.IExitCodeGenerator;

/** The server cannot start; the message is the one sentence that says why and what to do. */
final class CannotStart extends RuntimeException implements IExitCodeGenerator {
  private static final long serialVersionUID = 1L;

  /** Of the command line's exit codes: in conflict with what is there. */
  private static final int IN_CONFLICT = 4;

  private final int exitCode;

  CannotStart(RuntimeException why) {
    super(why.getMessage(), why);
    exitCode = isTaken(why) ? IN_CONFLICT : ExitCode.SOFTWARE;
  }

  private static boolean isTaken(RuntimeException why) {
    return why instanceof StoreException.Taken
        || (why instanceof CannotListen listen && listen.why() == CannotListen.Why.TAKEN);
  }

  @Override
  public int getExitCode() {
    return exitCode;
  }
}
