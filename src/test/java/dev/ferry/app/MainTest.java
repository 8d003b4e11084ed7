package dev.ferry.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class MainTest {
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  @Test
  void versionIsPrintedToStandardOutput() {
    assertThat(ferry("--version")).isZero();
    assertThat(out.toString()).startsWith("ferry ");
    assertThat(err.toString()).isEmpty();
  }

  @Test
  void anUnknownOptionIsAUsageErrorOnStandardError() {
    assertThat(ferry("--no-such-option")).isEqualTo(2);
    assertThat(out.toString()).isEmpty();
    assertThat(err.toString()).contains("--no-such-option");
  }

  private int ferry(String... arguments) {
    return Main.run(Main.surroundings(out, err, Map.of()), arguments);
  }
}
