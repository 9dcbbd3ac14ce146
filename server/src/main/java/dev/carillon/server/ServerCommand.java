package dev.carillon.server;

import dev.carillon.server.configuration.BadSetting;
import dev.carillon.server.configuration.Configuration;
import dev.carillon.server.configuration.Environment;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code carillon server}: serves until it is told to stop. */
@Command(
    name = "server",
    description = "Runs a server until it is stopped (Ctrl-C or SIGTERM).",
    footer = {
      "",
      "A flag counts before the environment, and that before the file. A secret",
      "may stand in a file named by its variable with _FILE at the end, such as",
      "CARILLON_DB_PASSWORD_FILE=/run/secrets/db.",
      "All settings, and what they are now: carillon config print"
    })
public final class ServerCommand implements Callable<Integer> {
  @Spec private CommandSpec spec = CommandSpec.create();

  private final ServerFlags flags;
  private final Environment environment;
  private final InstantSource clock;

  private ServerCommand(ServerFlags flags, Environment environment, InstantSource clock) {
    this.flags = flags;
    this.environment = environment;
    this.clock = clock;
  }

  /**
   * The command with its flags.
   *
   * @param variables those of this process
   * @param clock real time
   */
  public static CommandLine over(Map<String, String> variables, InstantSource clock) {
    var environment = new Environment(variables);
    var flags = new ServerFlags(environment);
    var command = new CommandLine(new ServerCommand(flags, environment, clock));
    flags.addTo(command.getCommandSpec());
    return command;
  }

  @Override
  public Integer call() throws InterruptedException {
    var command = spec.commandLine();
    var configuration = configuration(command);
    var err = command.getErr();
    environment.doubts().forEach(doubt -> err.println("carillon: " + doubt));
    return Main.serve(configuration, clock, command.getOut());
  }

  private Configuration configuration(CommandLine command) {
    try {
      return Configuration.of(flags.settings(command));
    } catch (BadSetting unusable) {
      throw new ParameterException(command, unusable.getMessage());
    }
  }
}
