package dev.ferry.batch;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Hours as people write them. */
public final class Hours {
  private Hours() {}

  /** Without decimals where there are none, else with up to two: {@code 1080}, {@code 2.5}. */
  public static String text(double hours) {
    return BigDecimal.valueOf(hours)
        .setScale(2, RoundingMode.HALF_UP)
        .stripTrailingZeros()
        .toPlainString();
  }
}
