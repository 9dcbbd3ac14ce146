package dev.carillon.targets.agent;

import dev.carillon.core.money.Money;
import dev.carillon.core.money.Tokens;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.OptionalLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;

/**
 * Figures that an agent tells about itself. What cannot be is unknown: of the wrong type, negative,
 * not a number, or so large that sums over many runs would overflow.
 */
final class Figures {
  private static final Logger log = LoggerFactory.getLogger(Figures.class);

  /** Ten thousand dollars for one call are a mistake, and a million of them fit in a sum. */
  private static final BigDecimal MOST_USD = BigDecimal.valueOf(10_000);

  /** Below half a nano-dollar; kept from arithmetic because its exponent may be enormous. */
  private static final BigDecimal LEAST_USD = new BigDecimal("0.0000000001");

  private static final long MOST_TOKENS = 1_000_000_000_000L;

  private Figures() {}

  /** Reads {@code *_usd}. */
  static Optional<Money> usd(JsonNode node) {
    // NaN and the infinities are numbers in the tree, but have no decimal value.
    var usd = node.isNumber() ? node.decimalValueOpt() : Optional.<BigDecimal>empty();
    var believed = usd.filter(value -> value.signum() >= 0 && value.compareTo(MOST_USD) <= 0);
    if (believed.isEmpty()) {
      tell("cost", node);
    }
    return believed.map(value -> value.compareTo(LEAST_USD) < 0 ? Money.ZERO : Money.ofUsd(value));
  }

  /** Reads a number of tokens or of milliseconds. */
  static OptionalLong count(JsonNode node) {
    if (node.isIntegralNumber() && node.canConvertToLong()) {
      var count = node.longValue();
      if (count >= 0 && count <= MOST_TOKENS) {
        return OptionalLong.of(count);
      }
    }
    tell("count", node);
    return OptionalLong.empty();
  }

  /**
   * Reads the tokens of one call. The two cache figures are parts of the input there, and each
   * token counts once here. An agent with more cache than input counts as Anthropic's API does,
   * where input leaves the cache out.
   */
  static Tokens tokens(JsonNode metadata) {
    var input = count(metadata.path("input_tokens"));
    var read = count(metadata.path("cache_read_tokens"));
    var write = count(metadata.path("cache_creation_tokens"));
    var cache = read.orElse(0) + write.orElse(0);
    var uncached =
        input.isPresent() && input.getAsLong() >= cache
            ? OptionalLong.of(input.getAsLong() - cache)
            : input;
    return new Tokens(uncached, count(metadata.path("output_tokens")), read, write);
  }

  private static void tell(String what, JsonNode node) {
    if (!node.isMissingNode() && !node.isNull()) {
      log.debug("{} left unknown, the agent told {}", what, Texts.cut(node.toString(), 100));
    }
  }
}
