package dev.carillon.app;

import dev.carillon.cli.Manners;
import dev.carillon.cli.cron.CronCommand;
import dev.carillon.cli.schedule.ScheduleCommand;
import dev.carillon.server.ConfigCommand;
import dev.carillon.server.ServerCommand;
import java.time.InstantSource;
import picocli.AutoComplete.GenerateCompletion;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.ScopeType;

/** The root of the command line; every command below it leaves with one of the exit codes below. */
@Command(
    name = "carillon",
    description =
        "A scheduler for AI agents: every due instant leaves exactly one line in the ledger.",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    scope = ScopeType.INHERIT,
    synopsisSubcommandLabel = "COMMAND",
    subcommands = {HelpCommand.class, GenerateCompletion.class},
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:done",
      "1:failed",
      "2:the command was not understood",
      "3:not found",
      "4:in conflict with what is there",
      "5:the server was not reached",
      "6:the awaited run did not succeed"
    })
public final class Carillon {

  /** Where real time comes in; everything below is handed it. */
  private static final InstantSource CLOCK = InstantSource.system();

  Carillon() {}

  public static void main(String[] args) {
    System.exit(commandLine().execute(args));
  }

  /** The whole command line, with further commands where a test brings some. */
  static CommandLine commandLine(Object... further) {
    var root = new CommandLine(new Carillon());
    root.addSubcommand(ServerCommand.over(System.getenv(), CLOCK));
    root.addSubcommand(ConfigCommand.over(System.getenv()));
    root.addSubcommand(CronCommand.over(CLOCK));
    root.addSubcommand(ScheduleCommand.over(System.getenv()));
    for (Object command : further) {
      root.addSubcommand(command);
    }
    return Manners.teach(root);
  }
}
