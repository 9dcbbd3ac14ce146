package dev.carillon.cli.cron;

import dev.carillon.cli.cron.Question.Reading;
import dev.carillon.core.cron.Explanation;
import dev.carillon.core.cron.Warning;
import java.io.PrintWriter;
import java.time.InstantSource;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** {@code carillon cron explain}: what a cron line means in words, and what may surprise. */
@Command(
    name = "explain",
    description = "Say in words when a cron line fires, and what in it may surprise.",
    mixinStandardHelpOptions = true)
final class ExplainCommand implements Callable<Integer> {
  private final InstantSource clock;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(paramLabel = "EXPR", description = "the cron line, quoted")
  private String expression = "";

  @Mixin private LineOptions options = new LineOptions();

  @Option(names = "-o", paramLabel = "FORMAT", description = "text (default) or json")
  private Output.Format format = Output.Format.TEXT;

  ExplainCommand(InstantSource clock) {
    this.clock = clock;
  }

  @Override
  public Integer call() {
    return switch (options.about(expression).read()) {
      case Reading.Refused(var message) -> Output.refuse(spec, message);
      case Reading.Understood(var times) -> print(times.explain(clock.instant()));
    };
  }

  private int print(Explanation explanation) {
    PrintWriter out = Output.of(spec);
    switch (format) {
      case TEXT -> {
        out.println(explanation.words());
        explanation.warnings().forEach(warning -> out.println("warning: " + warning.text()));
      }
      case JSON -> out.println(json(explanation));
    }
    return 0;
  }

  private static ObjectNode json(Explanation explanation) {
    ObjectNode json = JsonMapper.shared().createObjectNode().put("words", explanation.words());
    ArrayNode warnings = json.putArray("warnings");
    for (Warning warning : explanation.warnings()) {
      warnings.addObject().put("kind", warning.kind().wireName()).put("text", warning.text());
    }
    return json;
  }
}
