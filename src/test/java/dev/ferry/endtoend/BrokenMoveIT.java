package dev.ferry.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A move that breaks something no rewriting can see: it must be told, and nothing be published. */
final class BrokenMoveIT {
  private static final String CLOCK = "feat/integrate-labs-clock";

  @TempDir private Path temporary;

  @Test
  void aTestThatFailsOnlyAfterTheMoveStopsTheRun() {
    RealRepository shop = Shop.unfinished(temporary.resolve("shop"));
    shop.file(
            "tests/smoke/test_by_name.py",
            "import importlib",
            "",
            "",
            "def test_rate():",
            "    name = '.'.join(['labs', 'pricing'])",
            "    assert importlib.import_module(name).RATE == 3")
        .file("ferry.yaml", "gates: [syntax, schema, smoke]")
        .commit("open");
    String before = shop.userState();

    BuiltFerry.Ended run = BuiltFerry.in(shop.root()).run("run", "--all");

    assertThat(run.exit()).as(run.all()).isEqualTo(10);
    assertThat(shop.branches()).containsExactly("main");
    assertThat(shop.userState()).isEqualTo(before);
    assertThat(run.err()).containsPattern("FAIL +smoke");
    assertThat(run.err().lines().filter(line -> line.startsWith("labs.pricing was not")))
        .singleElement()
        .asString()
        .contains("tests/smoke/test_by_name.py::test_rate")
        .contains("[FRY-T");
    assertThat(run.out()).contains("failed  labs.pricing").endsWith("1 failed; 1 in all\n");
    assertThat(run.err()).contains("1 rows were not tried");
  }

  @Test
  void anImportThatTheMoveBreaksIsFoundWhereTestsAreCollected() {
    RealRepository shop = Shop.unfinished(temporary.resolve("shop"));
    shop.file(
            "tests/smoke/test_wrong_import.py",
            "import importlib",
            "",
            "pricing = importlib.import_module('.'.join(reversed(['pricing', 'labs'])))",
            "",
            "",
            "def test_rate():",
            "    assert pricing.RATE == 3")
        .file("ferry.yaml", "gates: [syntax, schema, smoke]")
        .commit("open");

    BuiltFerry.Ended run = BuiltFerry.in(shop.root()).run("run", "--all", "--keep-going");

    assertThat(run.exit()).as(run.all()).isEqualTo(5);
    assertThat(run.err()).containsPattern("FAIL +smoke").contains("cannot be collected");
    assertThat(shop.branches()).containsExactly(CLOCK, "main");
    assertThat(run.out())
        .containsPattern("failed +labs.pricing")
        .containsPattern("integrated +labs.clock")
        .endsWith("1 integrated, 1 failed; 2 in all\n");
    assertThat(shop.root().resolve(Shop.BATCH + ".done"))
        .hasContent("labs.clock\tlabs/clock.py\tcore/clock.py");
    assertThat(BuiltFerry.in(shop.root()).run("status").out())
        .isEqualTo("batch_core.tsv           | total:  2  done:  1  rem:  1  next:labs.pricing\n");
  }

  /** What the module's own relative import means is known only by running it. */
  @Test
  void theTestThatFerryWritesNoticesAModuleThatCannotBeImportedAnyMore() {
    RealRepository shop = Shop.unfinished(temporary.resolve("shop"));
    shop.file(
            "labs/pricing.py",
            "\"\"\"Prices.\"\"\"",
            "import os",
            "",
            "RATE = 3",
            "if os.path.basename(os.path.dirname(__file__)) != 'labs':",
            "    raise RuntimeError('works in labs only')",
            "",
            "",
            "def price(n):",
            "    return n * RATE")
        .file("ferry.yaml", "gates: [syntax, schema, history, module-test]")
        .commit("open");

    BuiltFerry.Ended next = BuiltFerry.in(shop.root()).run("next");

    assertThat(next.exit()).as(next.all()).isEqualTo(10);
    assertThat(next.err()).containsPattern("FAIL +module-test");
    assertThat(shop.branches()).containsExactly("main");
  }

  @Test
  void aFailureThatIsAtBaseTooDoesNotHoldTheModuleBack() {
    RealRepository shop = Shop.unfinished(temporary.resolve("shop"));
    shop.file("tests/smoke/test_old.py", "def test_broken_long_ago():", "    assert False")
        .file("ferry.yaml", "gates: [syntax, schema, smoke]")
        .commit("open");

    BuiltFerry.Ended next = BuiltFerry.in(shop.root()).run("next");

    assertThat(next.exit()).as(next.all()).isZero();
    assertThat(next.err()).containsPattern("PASS +smoke +1/2 \\(50.0%\\)");
  }
}
