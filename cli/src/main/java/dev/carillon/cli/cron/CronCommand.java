package dev.carillon.cli.cron;

import java.io.InputStream;
import java.time.InstantSource;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** {@code carillon cron}: the engine that fires schedules, asked from the command line. */
@Command(
    name = "cron",
    description = "Ask the cron engine when a line fires and what it means; needs no server.",
    mixinStandardHelpOptions = true)
public final class CronCommand {
  private CronCommand() {}

  /**
   * The command with its subcommands, ready to be added to another one.
   *
   * @param clock says from when to look if no instant is given
   */
  public static CommandLine over(InstantSource clock) {
    return over(clock, System.in);
  }

  static CommandLine over(InstantSource clock, InputStream in) {
    return new CommandLine(new CronCommand())
        .addSubcommand(new NextCommand(clock, in))
        .addSubcommand(new ExplainCommand(clock))
        .setCaseInsensitiveEnumValuesAllowed(true);
  }
}
