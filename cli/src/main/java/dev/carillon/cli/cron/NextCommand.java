package dev.carillon.cli.cron;

import dev.carillon.cli.cron.Question.Reading;
import dev.carillon.core.cron.CronTimes;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
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

/** {@code carillon cron next}: the instants at which a cron line fires, in UTC, one a line. */
@Command(
    name = "next",
    description = "Print the next instants at which a cron line fires, in UTC, one a line.",
    mixinStandardHelpOptions = true)
final class NextCommand implements Callable<Integer> {
  private final InstantSource clock;
  private final InputStream in;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(
      arity = "0..1",
      paramLabel = "EXPR",
      description = "the cron line, quoted, such as '0 9 * * MON-FRI'")
  private Optional<String> expression = Optional.empty();

  @Mixin private LineOptions options = new LineOptions();

  @Option(
      names = "--from",
      paramLabel = "INSTANT",
      description = "look strictly after this instant, as 2026-03-08T07:00:00Z (default: now)")
  private Optional<String> from = Optional.empty();

  @Option(
      names = {"-n", "--count"},
      paramLabel = "N",
      description = "how many to print (default: ${DEFAULT-VALUE}); fewer means that no more exist")
  private int count = 10;

  @Option(names = "-o", paramLabel = "FORMAT", description = "text (default) or json")
  private Output.Format format = Output.Format.TEXT;

  @Option(
      names = "--batch",
      paramLabel = "FILE",
      description = {
        "answer questions from a file, or - for standard input: one JSON object a line with",
        "id, expr, zone, from, count, dialect, gap, overlap_hour; answers are lines too"
      })
  private Optional<String> batch = Optional.empty();

  NextCommand(InstantSource clock, InputStream in) {
    this.clock = clock;
    this.in = in;
  }

  @Override
  public Integer call() throws IOException {
    if (batch.isPresent() == expression.isPresent()) {
      return Output.refuse(spec, "give either a cron line or --batch FILE");
    }
    return batch.isPresent() ? answerAll(batch.get()) : answer(expression.get());
  }

  private int answer(String line) {
    if (count < 1 || count > Batch.MOST) {
      return Output.refuse(spec, "count: " + count + " is outside 1-" + Batch.MOST);
    }
    Instant start;
    try {
      start = from.map(Instant::parse).orElseGet(clock::instant);
    } catch (DateTimeParseException e) {
      return Output.refuse(spec, "from: " + e.getParsedString() + " is not an instant in UTC");
    }
    return switch (options.about(line).read()) {
      case Reading.Refused(var message) -> Output.refuse(spec, message);
      case Reading.Understood(var times) -> print(Batch.next(times, start, count), times, start);
    };
  }

  private int print(List<Instant> instants, CronTimes times, Instant start) {
    if (instants.isEmpty()) {
      spec.commandLine().getErr().println("carillon: it never fires, no date to come matches it");
    }
    switch (format) {
      case TEXT -> instants.forEach(Output.of(spec)::println);
      case JSON -> Output.of(spec).println(json(instants, times, start));
    }
    return 0;
  }

  private static ObjectNode json(List<Instant> instants, CronTimes times, Instant start) {
    ObjectNode answer = JsonMapper.shared().createObjectNode();
    answer.put("expr", times.expression().text());
    answer.put("dialect", times.expression().dialect().wireName());
    answer.put("zone", times.zone().getId());
    answer.put("from", start.toString());
    ArrayNode next = answer.putArray("next");
    instants.forEach(instant -> next.add(instant.toString()));
    return answer;
  }

  private int answerAll(String file) throws IOException {
    if (file.equals("-")) {
      return answerAll(in);
    }
    Path path = Path.of(file);
    if (!Files.isReadable(path) || Files.isDirectory(path)) {
      return Output.refuse(spec, "batch: cannot read " + file);
    }
    try (InputStream questions = Files.newInputStream(path)) {
      return answerAll(questions);
    }
  }

  private int answerAll(InputStream questions) throws IOException {
    Reader lines = new InputStreamReader(questions, StandardCharsets.UTF_8);
    new Batch(clock).answer(lines, Output.of(spec));
    return 0;
  }
}
