package dev.carillon.core.money;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** An amount of US dollars, exact to the nano-dollar; never negative. */
public record Money(long nanos) implements Comparable<Money> {
  /** No money at all, which is not the same as an unknown amount. */
  public static final Money ZERO = new Money(0);

  private static final int DECIMALS = 9;

  public Money {
    if (nanos < 0) {
      throw new IllegalArgumentException(
          "an amount of money is never negative: " + nanos + " nano-USD");
    }
  }

  /** Takes dollars; what is finer than a nano-dollar is rounded half up. */
  public static Money ofUsd(BigDecimal usd) {
    return new Money(
        usd.setScale(DECIMALS, RoundingMode.HALF_UP).movePointRight(DECIMALS).longValueExact());
  }

  /** The amount in dollars, with no trailing zeros. */
  public BigDecimal usd() {
    var plain = BigDecimal.valueOf(nanos, DECIMALS).stripTrailingZeros();
    return plain.scale() < 0 ? plain.setScale(0) : plain;
  }

  public Money plus(Money other) {
    return new Money(Math.addExact(nanos, other.nanos));
  }

  @Override
  public int compareTo(Money other) {
    return Long.compare(nanos, other.nanos);
  }
}
