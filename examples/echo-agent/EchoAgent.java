import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;

/**
 * A small agent that answers with what it is asked: POST /api/chat as Carillon calls it, with cost,
 * tokens, context and a tool call in the answer. It needs a JDK 25 and nothing else.
 *
 * <pre>java EchoAgent.java [--port 9090] [--delay-ms 0] [--ledger FILE]</pre>
 */
public final class EchoAgent {
  private static final int BACKLOG = 1_024;
  private static final int MOST_BYTES = 4 << 20;
  private static final int LONGEST_ECHO = 16_384;
  private static final long SYSTEM_TOKENS = 200;
  private static final int BYTES_PER_TOKEN = 4;

  /** Dollars per million tokens, as nano-dollars per token. */
  private static final long INPUT_NANOS = 3_000;

  private static final long OUTPUT_NANOS = 15_000;

  private final long delayMillis;
  private final Optional<Ledger> ledger;
  private final AtomicLong spentNanos = new AtomicLong();
  private final AtomicLong messages = new AtomicLong();

  private EchoAgent(long delayMillis, Optional<Ledger> ledger) {
    this.delayMillis = delayMillis;
    this.ledger = ledger;
  }

  /** Starts the agent; it says where it listens, and runs until it is stopped. */
  public static void main(String[] args) {
    try {
      IO.println("echo agent: listening on http://127.0.0.1:" + start(Options.read(args)));
    } catch (IllegalArgumentException wrong) {
      System.err.println("echo agent: " + wrong.getMessage());
      System.exit(2);
    } catch (IOException failed) {
      System.err.println("echo agent: " + failed);
      System.exit(1);
    }
  }

  private static int start(Options options) throws IOException {
    // Without it, an answer waits up to 40 ms for an acknowledgement of its headers.
    System.setProperty("sun.net.httpserver.nodelay", "true");
    var ledger = options.ledger.isEmpty() ? null : Ledger.open(options.ledger.get());
    var agent = new EchoAgent(options.delayMillis, Optional.ofNullable(ledger));
    var address = new InetSocketAddress(InetAddress.getLoopbackAddress(), options.port);
    var server = HttpServer.create(address, BACKLOG);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext("/", agent::handle);
    server.start();
    return server.getAddress().getPort();
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      var received = Instant.now();
      var asked = exchange.getRequestMethod() + " " + exchange.getRequestURI().getPath();
      if (!asked.equals("POST /api/chat")) {
        refuse(exchange, 404, "there is only POST /api/chat here");
      } else {
        chat(exchange, received);
      }
    }
  }

  private void chat(HttpExchange exchange, Instant received) throws IOException {
    var body = exchange.getRequestBody().readNBytes(MOST_BYTES + 1);
    if (body.length > MOST_BYTES) {
      refuse(exchange, 413, "a message is at most 4 MiB here");
      return;
    }
    String message;
    try {
      message = message(new String(body, StandardCharsets.UTF_8));
    } catch (IllegalArgumentException wrong) {
      refuse(exchange, 400, wrong.getMessage());
      return;
    }
    if (ledger.isPresent()) {
      ledger.get().add(received, exchange);
    }
    work();
    send(exchange, 200, answer(message, received));
  }

  private void work() {
    try {
      Thread.sleep(delayMillis);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  private String answer(String message, Instant now) {
    var bytes = message.getBytes(StandardCharsets.UTF_8).length;
    var words = (bytes + BYTES_PER_TOKEN - 1L) / BYTES_PER_TOKEN;
    var input = SYSTEM_TOKENS + words;
    var nanos = input * INPUT_NANOS + words * OUTPUT_NANOS;
    return """
    {"response": %s,
     "execution_log": [
       {"id": "echo-1", "type": "tool_use", "tool": "echo", "input": {"bytes": %d}},
       {"id": "echo-1", "type": "tool_result", "tool": "echo", "success": true, "duration_ms": 0}],
     "metadata": {"cost_usd": %s, "duration_ms": %d, "num_turns": 1, "tool_count": 1,
       "session_id": "echo", "input_tokens": %d, "output_tokens": %d,
       "cache_creation_tokens": 0, "cache_read_tokens": 0, "context_window": 200000},
     "session": {"total_cost_usd": %s, "context_tokens": %d, "context_window": 200000,
       "message_count": %d, "model": "echo"},
     "timestamp": "%s"}
    """
        .formatted(
            Json.quoted("The echo agent heard: " + shortened(message)),
            bytes,
            usd(nanos),
            delayMillis,
            input,
            words,
            usd(spentNanos.addAndGet(nanos)),
            input + words,
            messages.incrementAndGet(),
            now);
  }

  private static String message(String json) {
    if (Json.read(json) instanceof Map<?, ?> body && body.get("message") instanceof String text) {
      return text;
    }
    throw new IllegalArgumentException("the body needs a string field 'message'");
  }

  private static String shortened(String message) {
    if (message.length() <= LONGEST_ECHO) {
      return message;
    }
    var last = message.charAt(LONGEST_ECHO - 1);
    return message.substring(0, LONGEST_ECHO - (Character.isHighSurrogate(last) ? 1 : 0)) + "...";
  }

  private static String usd(long nanos) {
    return "%d.%09d".formatted(nanos / 1_000_000_000, nanos % 1_000_000_000);
  }

  private static void refuse(HttpExchange exchange, int status, String why) throws IOException {
    send(exchange, status, "{\"detail\": " + Json.quoted(why) + "}\n");
  }

  private static void send(HttpExchange exchange, int status, String json) throws IOException {
    var bytes = json.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", "application/json");
    exchange.sendResponseHeaders(status, bytes.length);
    exchange.getResponseBody().write(bytes);
  }

  /** What stands on the command line. */
  private record Options(int port, long delayMillis, Optional<Path> ledger) {
    static Options read(String[] args) {
      var port = 9_090;
      var delayMillis = 0L;
      var ledger = Optional.<Path>empty();
      for (var i = 0; i < args.length; i += 2) {
        if (i + 1 == args.length) {
          throw new IllegalArgumentException("'" + args[i] + "' needs a value");
        }
        switch (args[i]) {
          case "--port" -> port = (int) number(args[i], args[i + 1], 65_535);
          case "--delay-ms" -> delayMillis = number(args[i], args[i + 1], 86_400_000);
          case "--ledger" -> ledger = Optional.of(Path.of(args[i + 1]));
          default ->
              throw new IllegalArgumentException(
                  "'" + args[i] + "' is not understood; there are --port, --delay-ms, --ledger");
        }
      }
      return new Options(port, delayMillis, ledger);
    }

    private static long number(String name, String text, long most) {
      if (!text.matches("\\d{1,9}") || Long.parseLong(text) > most) {
        throw new IllegalArgumentException(name + " is a number from 0 to " + most);
      }
      return Long.parseLong(text);
    }
  }

  /**
   * A file with one line for each call, on the disk before the call is answered: when it came
   * (epoch milliseconds), then Idempotency-Key and the Carillon headers, separated by tabs.
   */
  private record Ledger(FileChannel file) {
    private static final List<String> HEADERS =
        List.of(
            "Idempotency-Key",
            "Carillon-Schedule-Id",
            "Carillon-Run-Id",
            "Carillon-Nominal-Time",
            "Carillon-Attempt",
            "Carillon-Trigger");

    static Ledger open(Path path) throws IOException {
      return new Ledger(
          FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.APPEND));
    }

    void add(Instant received, HttpExchange exchange) throws IOException {
      var fields = new ArrayList<>(List.of(String.valueOf(received.toEpochMilli())));
      HEADERS.forEach(name -> fields.add(header(exchange, name)));
      var line = String.join("\t", fields) + "\n";
      write(ByteBuffer.wrap(line.getBytes(StandardCharsets.UTF_8)));
    }

    /** One at a time, so that no line stands inside another. */
    private void write(ByteBuffer line) throws IOException {
      synchronized (file) {
        while (line.hasRemaining()) {
          file.write(line);
        }
        file.force(true);
      }
    }

    private static String header(HttpExchange exchange, String name) {
      var value = exchange.getRequestHeaders().getFirst(name);
      return value == null || value.isBlank() ? "-" : value.replaceAll("[\\s]+", " ").strip();
    }
  }

  /** The little JSON that is needed here. */
  private static final class Json {
    private static final int DEEPEST = 200;

    private final String text;
    private int at;

    /** A number, or one of true, false, null. */
    private record Word(String text) {}

    private Json(String text) {
      this.text = text;
    }

    /** Reads one value: a Map, List, String, or Word. */
    static Object read(String text) {
      var json = new Json(text);
      var value = json.value(0);
      json.blanks();
      if (json.at < text.length()) {
        throw json.wrong("something stands behind the end");
      }
      return value;
    }

    static String quoted(String text) {
      var quoted = new StringBuilder("\"");
      for (var unit : text.toCharArray()) {
        if (unit == '"' || unit == '\\') {
          quoted.append('\\').append(unit);
        } else if (unit < ' ' || Character.isSurrogate(unit)) {
          quoted.append("\\u%04x".formatted((int) unit));
        } else {
          quoted.append(unit);
        }
      }
      return quoted.append('"').toString();
    }

    private Object value(int depth) {
      if (depth > DEEPEST) {
        throw wrong("too deep");
      }
      blanks();
      return switch (peek()) {
        case '{' -> object(depth);
        case '[' -> array(depth);
        case '"' -> string();
        default -> word();
      };
    }

    private Map<String, Object> object(int depth) {
      var object = new LinkedHashMap<String, Object>();
      take('{');
      while (more('}', object.isEmpty())) {
        blanks();
        var name = string();
        blanks();
        take(':');
        object.put(name, value(depth + 1));
      }
      return object;
    }

    private List<Object> array(int depth) {
      var array = new ArrayList<>();
      take('[');
      while (more(']', array.isEmpty())) {
        array.add(value(depth + 1));
      }
      return array;
    }

    /** Whether another member follows; takes the comma before it, or the end. */
    private boolean more(char end, boolean first) {
      blanks();
      if (peek() == end) {
        at++;
        return false;
      }
      if (!first) {
        take(',');
      }
      return true;
    }

    private String string() {
      var string = new StringBuilder();
      take('"');
      while (peek() != '"') {
        var unit = next();
        string.append(unit == '\\' ? escaped() : unit);
      }
      at++;
      return string.toString();
    }

    private char escaped() {
      var unit = next();
      var known = "bfnrt\"\\/".indexOf(unit);
      if (known >= 0) {
        return "\b\f\n\r\t\"\\/".charAt(known);
      }
      var hex = text.substring(at, Math.min(at + 4, text.length()));
      if (unit != 'u' || !hex.matches("[0-9a-fA-F]{4}")) {
        throw wrong("no such escape");
      }
      at += 4;
      return (char) Integer.parseInt(hex, 16);
    }

    private Word word() {
      var start = at;
      while (at < text.length() && ",]} \t\r\n".indexOf(text.charAt(at)) < 0) {
        at++;
      }
      var word = text.substring(start, at);
      if (!word.matches("true|false|null|-?\\d+(\\.\\d+)?([eE][+-]?\\d+)?")) {
        throw wrong("'" + word + "' is not understood");
      }
      return new Word(word);
    }

    private void blanks() {
      while (at < text.length() && " \t\r\n".indexOf(text.charAt(at)) >= 0) {
        at++;
      }
    }

    private char peek() {
      if (at >= text.length()) {
        throw wrong("it ends too early");
      }
      return text.charAt(at);
    }

    private char next() {
      var unit = peek();
      at++;
      return unit;
    }

    private void take(char expected) {
      if (peek() != expected) {
        throw wrong("'" + expected + "' is expected");
      }
      at++;
    }

    private IllegalArgumentException wrong(String why) {
      return new IllegalArgumentException("the body is not JSON: " + why + " at " + at);
    }
  }
}
