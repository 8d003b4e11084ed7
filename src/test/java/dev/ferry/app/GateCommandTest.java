package dev.ferry.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Gates that are asked for by hand. */
final class GateCommandTest {
  @TempDir private Path temporary;

  @Test
  void whoPicksGatesThatOnlyReadAsksForNoWitness() {
    CommandRun checkout = CommandRun.sample(temporary.resolve("checkout"));
    assertThat(checkout.ferry("next").exit()).isZero();
    checkout.with("FERRY_TESTS_WITNESS", "required");
    String branch = "feat/integrate-labs-clock";

    CommandRun.Ended all = checkout.ferry("gate", branch);
    CommandRun.Ended picked = checkout.ferry("gate", branch, "--only", "schema");

    assertThat(all.exit()).as(all.out() + all.err()).isEqualTo(10);
    assertThat(all.err()).contains("stopped by witness");
    assertThat(picked.exit()).as(picked.out() + picked.err()).isZero();
  }
}
