package dev.carillon.acceptance.product;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.carillon.acceptance.repository.Repository;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A server started by {@code ./carillon server} from the packaged jar. One thread uses it. */
public final class Product implements AutoCloseable {

  private static final String READY = "carillon: ready on ";
  private static final Pattern KEY = Pattern.compile("crl_[0-9a-f]{16}_[0-9a-f]{64}_[0-9a-f]{8}");
  private static final Pattern LINK = Pattern.compile("http://\\S+/app/sign-in\\?\\S+");

  private final Process process;
  private final String said;

  private Product(Process process, String said) {
    this.process = process;
    this.said = said;
  }

  /** The jar that the build of module app left. */
  public static Path jar() {
    Path jar = Repository.file("app/target/carillon.jar");
    assertThat(jar)
        .as("the packaged jar; run ./verify, or mvn package without tests")
        .isRegularFile();
    return jar;
  }

  /** What keeps a command of ours away from the ports and folders of the machine's user. */
  public static Map<String, String> surroundings(Path data) {
    return Map.of(
        "CARILLON_JAR", jar().toString(), "CARILLON_DATA", data.toString(), "CARILLON_PORT", "0");
  }

  /** Starts a server on a free port and returns when it has said that it is ready. */
  public static Product start(Path data, String... options) throws IOException {
    List<String> command = new ArrayList<>(List.of("./carillon", "server"));
    command.addAll(List.of(options));
    return start(data, command);
  }

  /** The same by a command that starts one, run in the root of the repository. */
  public static Product start(Path data, List<String> command) throws IOException {
    Path log = Files.createDirectories(Repository.file("acceptance/target/product")).resolve("log");
    var builder = new ProcessBuilder(command).directory(Repository.root().toFile());
    builder.environment().putAll(surroundings(data));
    Process process = builder.redirectError(ProcessBuilder.Redirect.appendTo(log.toFile())).start();
    var said = new StringBuilder();
    BufferedReader out = process.inputReader(UTF_8);
    for (String line = out.readLine(); line != null; line = out.readLine()) {
      said.append(line).append('\n');
      if (line.startsWith(READY)) {
        Thread.ofVirtual().start(() -> out.lines().forEach(ignored -> {}));
        return new Product(process, said.toString());
      }
    }
    throw new IllegalStateException(
        "it ended before it was ready: " + said + Files.readString(log));
  }

  /** Everything that it said on standard output until it was ready. */
  public String said() {
    return said;
  }

  public URI address() {
    Matcher ready = Pattern.compile(Pattern.quote(READY) + "(\\S+)").matcher(said);
    assertThat(ready.find()).as(said).isTrue();
    return URI.create(ready.group(1));
  }

  /** The administrator's key, which the first start shows. */
  public String adminKey() {
    return only(KEY);
  }

  /** The one-time sign-in link, which the first start shows. */
  public String signInLink() {
    return only(LINK);
  }

  /** SIGTERM; answers with the exit code. */
  public int terminate() throws InterruptedException {
    process.destroy();
    assertThat(process.waitFor(30, TimeUnit.SECONDS)).as("it ends within 30 s").isTrue();
    return process.exitValue();
  }

  @Override
  public void close() {
    process.destroyForcibly().onExit().join();
  }

  private String only(Pattern pattern) {
    List<String> found = pattern.matcher(said).results().map(match -> match.group()).toList();
    assertThat(found).as(said).hasSize(1);
    return found.getFirst();
  }
}
