package dev.carillon.cli.schedule;

import java.io.InputStream;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** {@code carillon schedule}: what a server knows of schedules. */
@Command(
    name = "schedule",
    description = "Ask a server about schedules.",
    mixinStandardHelpOptions = true)
public final class ScheduleCommand {
  private ScheduleCommand() {}

  /**
   * The command with its subcommands, ready to be added to another one.
   *
   * @param environment where the server's address and the key are when no option tells them
   */
  public static CommandLine over(Map<String, String> environment) {
    return over(environment, System.in);
  }

  static CommandLine over(Map<String, String> environment, InputStream in) {
    return new CommandLine(new ScheduleCommand())
        .addSubcommand(new PreviewCommand(environment, in))
        .setCaseInsensitiveEnumValuesAllowed(true);
  }
}
