package dev.ferry.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The main job: a batch is read, judged by real tests, and ends as one branch a module. */
final class WholeBatchIT {
  private static final String PRICING = "feat/integrate-labs-pricing";
  private static final String CLOCK = "feat/integrate-labs-clock";

  @TempDir private Path temporary;

  @Test
  void everyModuleEndsOnABranchOfItsOwn() {
    RealRepository shop = Shop.unfinished(temporary.resolve("shop")).commit("open the shop");
    String longerPrice = shop.read("labs/pricing.py") + "\n\ndef free():\n    return price(0)\n";
    shop.bytes("labs/pricing.py", longerPrice.getBytes(java.nio.charset.StandardCharsets.UTF_8))
        .commit("give things away");
    BuiltFerry ferry = BuiltFerry.in(shop.root());
    assertThat(ferry.run("status").out())
        .isEqualTo("batch_core.tsv           | total:  2  done:  0  rem:  2  next:labs.pricing\n");
    String before = shop.userState();

    BuiltFerry.Ended run = ferry.run("run", "--all");

    assertThat(run.exit()).as(run.all()).isZero();
    assertThat(shop.branches()).containsExactly(CLOCK, PRICING, "main");
    assertThat(run.out().lines().skip(2)).containsExactly("2 integrated; 2 in all");
    assertThat(run.err()).containsPattern("PASS +module-test").containsPattern("PASS +smoke");
    assertTreesAreRight(shop);
    assertMessagesAreRight(shop);
    assertThat(ferry.run("status").out())
        .isEqualTo("batch_core.tsv           | total:  2  done:  2  rem:  0  next:\n");
    assertThat(shop.read(Shop.BATCH + ".done")).isEqualTo(shop.read(Shop.BATCH));
    Path done = shop.root().resolve(Shop.BATCH + ".done");
    assertThat(done.toFile().delete()).isTrue();
    assertThat(shop.userState()).isEqualTo(before);
  }

  private static void assertTreesAreRight(RealRepository shop) {
    assertThat(shop.git("rev-list", "--count", "main.." + PRICING)).isEqualTo("1\n");
    assertThat(shop.git("rev-list", "--count", "main.." + CLOCK)).isEqualTo("1\n");
    assertThat(shop.changed(PRICING))
        .containsExactly(
            "M\tapp/shop.py",
            "R100\tlabs/pricing.py\tcore/pricing.py",
            "A\ttests/integration/test_core_pricing.py");
    assertThat(shop.git("rev-parse", PRICING + ":core/pricing.py"))
        .isEqualTo(shop.git("rev-parse", "main:labs/pricing.py"));
    assertThat(shop.show(PRICING, "app/shop.py"))
        .isEqualTo(shop.read("app/shop.py").replace("from labs.pricing", "from core.pricing"));
    assertThat(shop.show(CLOCK, "app/shop.py"))
        .isEqualTo(shop.read("app/shop.py").replace("labs.clock", "core.clock"));
    assertThat(shop.git("log", "--follow", "--format=%s", PRICING, "--", "core/pricing.py"))
        .isEqualTo(
            "feat(integration): integrate labs.pricing → core/pricing.py\n"
                + "give things away\nopen the shop\n");
  }

  private static void assertMessagesAreRight(RealRepository shop) {
    String message = shop.git("log", "-1", "--format=%B", PRICING);
    assertThat(message.lines())
        .startsWith("feat(integration): integrate labs.pricing → core/pricing.py", "")
        .contains("task: Hidden Gems Integration");
    assertThat(shop.git("log", "-1", "--format=%(trailers:only)", PRICING).lines())
        .startsWith(
            "Ferry-Module: labs.pricing",
            "Ferry-Source: labs/pricing.py",
            "Ferry-Destination: core/pricing.py",
            "Ferry-Gates: syntax PASS, schema PASS, history PASS, module-test PASS, smoke PASS")
        .anySatisfy(line -> assertThat(line).matches("Ferry-Report: sha256:[0-9a-f]{64}"));
    assertThat(shop.git("log", "-1", "--format=%an <%ae> %cn <%ce>", PRICING).strip())
        .isEqualTo("Grace Hopper <grace@example.org> Grace Hopper <grace@example.org>");
  }

  @Test
  void aDoneFileThatIsTheRepositorysIsNotWritten() {
    RealRepository shop = Shop.unfinished(temporary.resolve("shop"));
    shop.file(".gitignore", ".venv")
        .file("ferry.yaml", "gates: [syntax, schema, history]")
        .commit("open");
    String before = shop.userState();
    BuiltFerry ferry = BuiltFerry.in(shop.root());

    BuiltFerry.Ended run = ferry.run("run", "--all");

    assertThat(run.exit()).as(run.all()).isZero();
    assertThat(shop.has(Shop.BATCH + ".done")).isFalse();
    assertThat(shop.userState()).isEqualTo(before);
    assertThat(ferry.run("status").out()).contains("done:  2  rem:  0");
  }

  @Test
  void aBatchOutsideOfTheRepositoryIsWorkedAndKeptUp() throws IOException {
    RealRepository shop = Shop.judgedByReading(temporary.resolve("shop"));
    Path outside = temporary.resolve("mine.tsv");
    Files.writeString(outside, "labs.clock\tlabs/clock.py\tcore/clock.py\n");
    BuiltFerry ferry = BuiltFerry.in(shop.root()).with("BATCH_FILE", outside.toString());

    BuiltFerry.Ended next = ferry.run("next");

    assertThat(next.exit()).as(next.all()).isZero();
    assertThat(shop.branches()).containsExactly(CLOCK, "main");
    assertThat(temporary.resolve("mine.tsv.done")).hasSameTextualContentAs(outside);
    assertThat(ferry.run("status").out())
        .isEqualTo("mine.tsv                 | total:  1  done:  1  rem:  0  next:\n");
  }
}
