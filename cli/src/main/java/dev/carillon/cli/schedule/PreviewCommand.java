package dev.carillon.cli.schedule;

import dev.carillon.api.client.ApiException;
import dev.carillon.api.json.Reading.Faulty;
import dev.carillon.api.json.Reading.Understood;
import dev.carillon.api.json.WireJson;
import dev.carillon.api.schedules.Preview;
import dev.carillon.api.schedules.PreviewRequest;
import dev.carillon.cli.schedule.ServerOptions.Server;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** {@code carillon schedule preview}: what a schedule would do, before it is saved. */
@Command(
    name = "preview",
    description = {
      "Say a schedule that is not saved in words, and when it would be due.",
      "The server answers that would run it; the key is read from CARILLON_KEY."
    },
    mixinStandardHelpOptions = true)
final class PreviewCommand implements Callable<Integer> {
  private final Map<String, String> environment;
  private final InputStream in;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(
      arity = "0..1",
      paramLabel = "CRON",
      description = "a cron line, quoted, such as '0 9 * * MON-FRI'")
  private Optional<String> line = Optional.empty();

  @Mixin private DraftOptions options = new DraftOptions();

  @Mixin private ServerOptions server = new ServerOptions();

  @Option(
      names = {"-f", "--file"},
      paramLabel = "FILE",
      description = "the schedule as JSON, as the API takes it, or - for standard input")
  private Optional<String> file = Optional.empty();

  @Option(
      names = {"-n", "--count"},
      paramLabel = "N",
      description = "how many instants (default: ${DEFAULT-VALUE})")
  private int count = 10;

  @Option(
      names = "--from",
      paramLabel = "INSTANT",
      description = "look strictly after this instant (default: now)")
  private Optional<String> from = Optional.empty();

  @Option(names = "-o", paramLabel = "FORMAT", description = "text (default) or json")
  private Format format = Format.TEXT;

  /** Lines for people, or the answer of the server for programs. */
  enum Format {
    TEXT,
    JSON
  }

  PreviewCommand(Map<String, String> environment, InputStream in) {
    this.environment = environment;
    this.in = in;
  }

  @Override
  public Integer call() {
    if (line.isPresent() == file.isPresent()) {
      return refuse("give either a cron line or --file FILE");
    }
    var body = WireJson.emptyObject().put("count", count);
    from.ifPresent(after -> body.put("after", after));
    if (line.isPresent()) {
      body.set("schedule", options.draft(line.get()));
      return ask(body);
    }
    return ask(body, file.get());
  }

  private int ask(ObjectNode body, String named) {
    byte[] json;
    try {
      json = bytes(named);
    } catch (IOException | InvalidPathException unreadable) {
      return refuse("cannot read " + named + ", which is to hold a schedule as JSON");
    }
    return switch (WireJson.object(json)) {
      case Understood(var schedule) -> {
        body.set("schedule", schedule);
        yield ask(body);
      }
      case Faulty<?> faulty -> refuse(named + ": " + faulty.placed());
    };
  }

  private int ask(JsonNode body) {
    return switch (WireJson.bind(body, PreviewRequest.class)) {
      case Understood(var request) -> ask(request);
      case Faulty<?> faulty -> refuse(faulty.pointer() + ": " + faulty.words());
    };
  }

  private int ask(PreviewRequest request) {
    return switch (server.server(environment)) {
      case Server.Refused(var sentence) -> refuse(sentence);
      case Server.At server -> ask(server, request);
    };
  }

  private int ask(Server.At server, PreviewRequest request) {
    try (var client = server.client()) {
      print(client.preview(request));
      return ExitCode.OK;
    } catch (ApiException why) {
      var complaint = Complaint.about(why, server.key().isPresent());
      return fail(complaint.sentence(), complaint.exit());
    }
  }

  private void print(Preview preview) {
    var out = spec.commandLine().getOut();
    switch (format) {
      case JSON -> out.println(WireJson.text(preview));
      case TEXT -> {
        out.println(preview.words());
        preview
            .next()
            .forEach(next ->
                out.println(
                    next.at() + "  " + next.local() + next.mark().map("  "::concat).orElse("")));
        preview.minIntervalSeconds().ifPresent(gap -> out.println("smallest gap: " + gap + " s"));
        preview.warnings().forEach(warning -> out.println("warning: " + warning.message()));
      }
    }
  }

  private byte[] bytes(String name) throws IOException {
    return name.equals("-") ? in.readAllBytes() : Files.readAllBytes(Path.of(name));
  }

  private int refuse(String message) {
    return fail(message, ExitCode.USAGE);
  }

  private int fail(String message, int exit) {
    spec.commandLine().getErr().println("carillon: " + message);
    return exit;
  }
}
