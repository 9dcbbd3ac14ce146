package dev.carillon.server;

import picocli.CommandLine.ExitCode;
import picocli.CommandLine.IExitCodeGenerator;

/** The server cannot start; the message is the one sentence that says why and what to do. */
final class CannotStart extends RuntimeException implements IExitCodeGenerator {
  private static final long serialVersionUID = 1L;

  CannotStart(RuntimeException why) {
    super(why.getMessage(), why);
  }

  @Override
  public int getExitCode() {
    return ExitCode.SOFTWARE;
  }
}
