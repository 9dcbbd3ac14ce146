package dev.carillon.server;

import dev.carillon.engine.clock.Monotonic;
import dev.carillon.server.auth.Founding;
import dev.carillon.server.configuration.Configuration;
import dev.carillon.server.configuration.Environment;
import dev.carillon.server.configuration.Settings;
import dev.carillon.server.tls.BadCertificate;
import dev.carillon.server.tls.RenewedKeys;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
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
   */
  public static CommandLine over(Map<String, String> variables) {
    var flags = new ServerFlags(new Environment(variables));
    var print = new CommandLine(new Print(flags));
    flags.addTo(print.getCommandSpec());
    return new CommandLine(new ConfigCommand()).addSubcommand(print);
  }

  /** {@code carillon config print}: one line for each setting. */
  @Command(
      name = "print",
      description = {
        "Prints every setting, its value, and where that was set; secrets are masked.",
        "Says what a server would refuse, and fails if there is such a value.",
        "Takes the flags of carillon server, to show what they would change."
      })
  static final class Print implements Callable<Integer> {
    @Spec private CommandSpec spec = CommandSpec.create();

    private final ServerFlags flags;

    Print(ServerFlags flags) {
      this.flags = flags;
    }

    @Override
    public Integer call() {
      var command = spec.commandLine();
      var settings = flags.settings(command);
      var out = command.getOut();
      lines(settings.all().stream().map(Print::cells).toList()).forEach(out::println);
      out.flush();
      var refused = refused(settings);
      refused.forEach(why -> command.getErr().println("carillon: refused: " + why));
      return refused.isEmpty() ? ExitCode.OK : ExitCode.USAGE;
    }

    private static List<String> cells(Settings.Shown shown) {
      var value = shown.value().isEmpty() ? "(not set)" : shown.value();
      var from = shown.from().orElse(shown.value().isEmpty() ? "" : "default");
      return List.of(shown.setting().key(), value, from);
    }

    /** Each column is as wide as its longest cell. */
    private static Stream<String> lines(List<List<String>> rows) {
      var key = rows.stream().mapToInt(row -> row.get(0).length()).max().orElse(1);
      var value = rows.stream().mapToInt(row -> row.get(1).length()).max().orElse(1);
      var line = "%-" + key + "s  %-" + value + "s  %s";
      return rows.stream().map(row -> line.formatted(row.toArray()).stripTrailing());
    }

    private static List<String> refused(Settings settings) {
      var faults = Configuration.faults(settings);
      if (!faults.isEmpty()) {
        return faults;
      }
      var configuration = Configuration.of(settings);
      try {
        configuration.adminKey().ifPresent(Founding::requireKey);
        configuration
            .reach()
            .certificate()
            .ifPresent(files -> RenewedKeys.context(files, Monotonic.SYSTEM));
        return List.of();
      } catch (Founding.BadChoice | BadCertificate unusable) {
        return List.of(String.valueOf(unusable.getMessage()));
      }
    }
  }
}
