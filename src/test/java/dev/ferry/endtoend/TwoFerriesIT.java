package dev.ferry.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two of them at once, and one that is asked to stop. */
final class TwoFerriesIT {
  @TempDir private Path temporary;

  private Path held() {
    return temporary.resolve("held");
  }

  private Path beat() {
    return temporary.resolve("beat");
  }

  /** A gate that waits, and leaves a grandchild beating, as long as {@code held} stands. */
  private RealRepository slow() throws Exception {
    Files.writeString(held(), "");
    RealRepository shop =
        Shop.judgedBy(
            temporary.resolve("shop"),
            """
            [ -e HELD ] || exit 0
            (sh -c 'while :; do echo x >> BEAT; sleep 0.1; done' &)
            while [ -e HELD ]; do sleep 0.1; done
            """
                .replace("HELD", held().toString())
                .replace("BEAT", beat().toString()));
    shop.file("labs/other.py", "OTHER = 1")
        .row("batches/batch_other.tsv", "labs.other", "labs/other.py", "core/other.py")
        .commit("another batch");
    return shop;
  }

  private Process start(RealRepository shop, String... arguments) throws Exception {
    return BuiltFerry.in(shop.root())
        .start(temporary.resolve("out"), temporary.resolve("err"), arguments);
  }

  private void untilTheGateRuns() throws Exception {
    Waiting.until("the gate to run", () -> Files.exists(beat()));
  }

  @Test
  void theSecondOnOneBatchIsTurnedAwayAndTheFirstGoesOn() throws Exception {
    RealRepository shop = slow();
    Process first = start(shop, "run", "--batch", Shop.BATCH);
    untilTheGateRuns();

    BuiltFerry.Ended second = BuiltFerry.in(shop.root()).run("run", "--batch", Shop.BATCH);
    BuiltFerry.Ended status = BuiltFerry.in(shop.root()).run("status");

    assertThat(second.exit()).as(second.all()).isEqualTo(15);
    assertThat(second.err()).contains("FRY-R027").contains(Shop.BATCH);
    assertThat(status.exit()).as(status.all()).isZero();
    Files.delete(held());
    assertThat(first.waitFor(120, TimeUnit.SECONDS)).isTrue();
    assertThat(first.exitValue()).as(Files.readString(temporary.resolve("err"))).isZero();
    assertThat(shop.branches()).hasSize(3);
  }

  @Test
  void twoOnTwoBatchesBothWork() throws Exception {
    RealRepository shop = slow();
    Process first = start(shop, "run", "--batch", Shop.BATCH);
    untilTheGateRuns();
    Process second =
        BuiltFerry.in(shop.root())
            .start(
                temporary.resolve("out2"),
                temporary.resolve("err2"),
                "run",
                "--batch",
                "batches/batch_other.tsv");
    Path log = temporary.resolve("err2");
    Waiting.until("the second to reach its gates", () -> Files.readString(log).contains("PASS "));
    Files.delete(held());

    assertThat(second.waitFor(120, TimeUnit.SECONDS)).isTrue();
    assertThat(first.waitFor(120, TimeUnit.SECONDS)).isTrue();
    assertThat(second.exitValue()).as(Files.readString(log)).isZero();
    assertThat(first.exitValue()).as(Files.readString(temporary.resolve("err"))).isZero();
    assertThat(shop.branches())
        .containsExactly(
            "feat/integrate-labs-clock",
            "feat/integrate-labs-other",
            "feat/integrate-labs-pricing",
            "main");
  }

  @Test
  void aFerryThatIsAskedToStopEndsItsChildrenFirst() throws Exception {
    for (String[] signal : new String[][] {{"TERM", "143"}, {"INT", "130"}}) {
      RealRepository shop = slow();
      Process ferry = start(shop, "run", "--all", "--keep-going");
      untilTheGateRuns();
      Waiting.signal(signal[0], ferry);

      assertThat(ferry.waitFor(30, TimeUnit.SECONDS)).as(signal[0]).isTrue();
      assertThat(ferry.exitValue()).as(signal[0]).isEqualTo(Integer.parseInt(signal[1]));
      Waiting.assertSilent(beat());
      assertThat(shop.branches()).containsExactly("main");
      assertThat(shop.git("status", "--porcelain")).isEmpty();
      Files.delete(held());
      BuiltFerry.Ended again = BuiltFerry.in(shop.root()).run("run", "--all");
      assertThat(again.exit()).as(again.all()).isZero();
      assertThat(shop.branches()).hasSize(4);
      Files.delete(beat());
      DeletedTree.delete(shop.root());
    }
  }
}
