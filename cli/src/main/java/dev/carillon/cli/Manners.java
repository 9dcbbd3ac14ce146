package dev.carillon.cli;

import dev.carillon.api.json.Nearest;
import java.io.PrintWriter;
import java.util.Set;
import picocli.CommandLine;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.IExitCodeGenerator;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/**
 * How every command speaks when something is wrong: one sentence on standard error and an exit
 * code. A failure that a command foresees carries its code as an {@link IExitCodeGenerator}; any
 * other is a fault of ours and shows its trace.
 */
public final class Manners {

  private Manners() {}

  /** Teaches a command and all below it. */
  public static CommandLine teach(CommandLine root) {
    return root.setParameterExceptionHandler(Manners::misunderstood)
        .setExecutionExceptionHandler(Manners::failed)
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setAbbreviatedOptionsAllowed(false)
        .setUsageHelpAutoWidth(true);
  }

  private static int misunderstood(ParameterException e, String[] args) {
    CommandLine command = e.getCommandLine();
    PrintWriter err = command.getErr();
    err.println(
        "carillon: " + (e instanceof UnmatchedArgumentException u ? unknown(u) : sentence(e)));
    err.println("See: " + command.getCommandSpec().qualifiedName() + " --help");
    return ExitCode.USAGE;
  }

  private static int failed(Exception e, CommandLine command, ParseResult parsed) {
    PrintWriter err = command.getErr();
    err.println("carillon: " + sentence(e));
    if (e instanceof IExitCodeGenerator foreseen) {
      return foreseen.getExitCode();
    }
    e.printStackTrace(err);
    return ExitCode.SOFTWARE;
  }

  private static String unknown(UnmatchedArgumentException e) {
    String word = e.getUnmatched().getFirst();
    CommandSpec command = e.getCommandLine().getCommandSpec();
    boolean option = word.startsWith("-");
    Set<String> known = option ? command.optionsMap().keySet() : command.subcommands().keySet();
    String kind = option ? "option" : known.isEmpty() ? "argument" : "command";
    return "there is no %s %s%s"
        .formatted(
            kind, word, Nearest.to(word, known).map("; did you mean %s?"::formatted).orElse(""));
  }

  private static String sentence(Exception e) {
    String message = e.getMessage();
    return message == null || message.isBlank() ? e.getClass().getSimpleName() : message.strip();
  }
}
