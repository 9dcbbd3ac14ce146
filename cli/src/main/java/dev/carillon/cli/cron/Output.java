package dev.carillon.cli.cron;

import java.io.PrintWriter;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;

/** How a question about a cron line ends: lines on standard output, or one on standard error. */
final class Output {
  private Output() {}

  /** Lines for people, or one JSON object for programs. */
  enum Format {
    TEXT,
    JSON
  }

  static PrintWriter of(CommandSpec spec) {
    return spec.commandLine().getOut();
  }

  /** One sentence on standard error, and the exit code of wrong usage. */
  static int refuse(CommandSpec spec, String message) {
    spec.commandLine().getErr().println(message);
    return CommandLine.ExitCode.USAGE;
  }
}
