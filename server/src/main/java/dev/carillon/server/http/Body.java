package dev.carillon.server.http;

import dev.carillon.api.json.Reading;
import dev.carillon.api.json.Reading.Faulty;
import dev.carillon.api.json.Reading.Understood;
import dev.carillon.api.json.WireJson;
import dev.carillon.api.problem.Problem;
import io.javalin.http.Context;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Reads bodies: their size before anything else, then their type, then their JSON. */
final class Body {
  private static final int LARGEST = 1_048_576;

  /** So much of a body that is too large is taken in, and thrown away. */
  private static final int HEARD_OUT = 16 * LARGEST;

  private static final byte[] NOTHING = {};
  private static final Set<String> TYPES =
      Set.of("application/json", "application/merge-patch+json");

  private static final Pattern CHARSET =
      Pattern.compile(";\\s*charset=\"?([^\";\\s]+)", Pattern.CASE_INSENSITIVE);

  private Body() {}

  static byte[] bytes(Context context) {
    try {
      var body = context.req().getInputStream();
      var announced = context.req().getContentLengthLong() > LARGEST;
      var bytes = announced ? NOTHING : body.readNBytes(LARGEST + 1);
      if (announced || bytes.length > LARGEST) {
        // Closed upon a sender that is still sending, the connection would lose our answer.
        var _ = body.skip(HEARD_OUT);
        throw tooLarge();
      }
      return bytes;
    } catch (IOException broken) {
      throw Refusal.of(Wrong.MALFORMED_BODY, "the body ended before it was complete");
    }
  }

  static ObjectNode tree(Context context, byte[] bytes) {
    requireJson(context, bytes);
    return understood(WireJson.object(bytes));
  }

  static <T> T bind(JsonNode tree, Class<T> type) {
    return understood(WireJson.bind(tree, type));
  }

  private static void requireJson(Context context, byte[] bytes) {
    var sent = Optional.ofNullable(context.contentType()).orElse("");
    var type = sent.split(";", 2)[0].trim().toLowerCase(java.util.Locale.ROOT);
    if (bytes.length > 0 && (!TYPES.contains(type) || otherCharset(sent))) {
      throw Refusal.of(
          Wrong.UNSUPPORTED_MEDIA_TYPE,
          "send the body as JSON, with the header Content-Type: application/json, in UTF-8");
    }
  }

  /** JSON between systems is UTF-8 (RFC 8259, 8.1), whatever else is said of it. */
  private static boolean otherCharset(String contentType) {
    var charset = CHARSET.matcher(contentType);
    return charset.find() && !charset.group(1).equalsIgnoreCase("utf-8");
  }

  private static <T> T understood(Reading<T> reading) {
    return switch (reading) {
      case Understood<T>(var value) -> value;
      case Faulty<T> faulty -> throw refusal(faulty);
    };
  }

  private static Refusal refusal(Faulty<?> faulty) {
    var entry =
        new Problem.Entry(
            Optional.of(faulty.pointer()),
            Optional.empty(),
            faulty.words(),
            faulty.line(),
            faulty.column());
    return switch (faulty.fault()) {
      // Shannon's text, with ours as the detail.
      case MALFORMED ->
          Refusal.of(Wrong.MALFORMED_BODY, "Invalid request body")
              .because("The body is no JSON that can be read: " + faulty.placed())
              .with(List.of(entry));
      case BEYOND_LIMIT ->
          Refusal.of(Wrong.BEYOND_LIMIT, "the body goes beyond a limit: " + faulty.words())
              .with(List.of(entry));
      case UNKNOWN_FIELD ->
          Refusal.of(Wrong.UNKNOWN_FIELD, faulty.pointer() + ": " + faulty.words())
              .with(List.of(entry));
      case WRONG_TYPE ->
          Refusal.of(Wrong.WRONG_VALUE, where(faulty) + ": " + faulty.words()).with(List.of(entry));
    };
  }

  private static String where(Faulty<?> faulty) {
    return faulty.pointer().isEmpty() ? "the body" : faulty.pointer();
  }

  private static Refusal tooLarge() {
    return Refusal.of(Wrong.TOO_LARGE, "a body is at most 1 MiB").with("Connection", "close");
  }
}
