package dev.carillon.core.money;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class MoneyTest {
  @ParameterizedTest(name = "{0} USD is {1} nano-USD and reads {2}")
  @CsvSource({
    "0, 0, 0",
    "1, 1000000000, 1",
    "0.000000001, 1, 0.000000001",
    "0.0000000005, 1, 0.000000001",
    "0.0000000004, 0, 0",
    "12.50, 12500000000, 12.5",
    "100, 100000000000, 100"
  })
  void dollars_and_nano_dollars_agree(BigDecimal usd, long nanos, String text) {
    assertThat(Money.ofUsd(usd)).isEqualTo(new Money(nanos));
    assertThat(new Money(nanos).usd().toPlainString()).isEqualTo(text);
  }

  @Test
  void money_is_never_negative_and_never_overflows_in_silence() {
    assertThatThrownBy(() -> new Money(-1)).hasMessageContaining("never negative");
    var most = new Money(Long.MAX_VALUE);
    assertThatThrownBy(() -> most.plus(new Money(1))).isInstanceOf(ArithmeticException.class);
  }

  @Test
  void an_unknown_cost_is_not_zero() {
    assertThat(Cost.unknown().known()).isEmpty();
    assertThat(Cost.of("reported", 0).known()).contains(Money.ZERO);
    assertThat(Cost.of("unknown", 0)).isEqualTo(Cost.unknown());
  }

  @Test
  void tokens_that_nobody_reported_have_no_total() {
    assertThat(Tokens.NONE.total()).isEmpty();
    var some =
        new Tokens(
            OptionalLong.of(3), OptionalLong.of(4), OptionalLong.empty(), OptionalLong.of(5));
    assertThat(some.total()).hasValue(12);
  }
}
