package dev.carillon.server;

import dev.carillon.server.configuration.Environment;
import dev.carillon.server.configuration.Settings;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code carillon config}: how a server would be set up. */
@Command(name = "config", description = "Tells how a server would be set up.")
public final class ConfigCommand {
  private ConfigCommand() {}

  /**
   * The command and those below it.
   *
   * @param variables those of this process
   * @param nearest finds the one of some words that somebody meant who mistyped it
   */
  public static CommandLine over(
      Map<String, String> variables,
      BiFunction<String, Collection<String>, Optional<String>> nearest) {
    var flags = new ServerFlags(new Environment(variables), nearest);
    var print = new CommandLine(new Print(flags));
    flags.addTo(print.getCommandSpec());
    return new CommandLine(new ConfigCommand()).addSubcommand(print);
  }

  /** {@code carillon config print}: one line for each setting. */
  @Command(
      name = "print",
      description = {
        "Prints every setting, its value, and where that was set; secrets are masked.",
        "Takes the flags of carillon server, to show what they would change."
      })
  static final class Print implements Runnable {
    @Spec private CommandSpec spec = CommandSpec.create();

    private final ServerFlags flags;

    Print(ServerFlags flags) {
      this.flags = flags;
    }

    @Override
    public void run() {
      var command = spec.commandLine();
      var out = command.getOut();
      flags.settings(command).all().forEach(shown -> out.println(line(shown)));
      out.flush();
    }

    private static String line(Settings.Shown shown) {
      var value = shown.value().isEmpty() ? "(not set)" : shown.value();
      var from = shown.from().orElse(shown.value().isEmpty() ? "" : "default");
      return "%-22s %-28s %s".formatted(shown.setting().key(), value, from).stripTrailing();
    }
  }
}
