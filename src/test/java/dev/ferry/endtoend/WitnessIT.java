package dev.ferry.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tests that could not have noticed anything are told apart from those that passed. */
final class WitnessIT {
  private static final String BRANCH = "feat/integrate-labs-pricing";

  @TempDir private Path temporary;

  private RealRepository unwatched(String... configuration) {
    RealRepository shop = Shop.unfinished(temporary.resolve("shop"));
    return shop.file("tests/smoke/test_shop.py", "def test_arithmetic():", "    assert 1 + 1 == 2")
        .file("ferry.yaml", configuration)
        .commit("open");
  }

  @Test
  void aModuleThatNoTestReachesIsIntegratedWithThatSaid() {
    RealRepository shop = unwatched("gates: [syntax, smoke]");

    BuiltFerry.Ended run = BuiltFerry.in(shop.root()).run("run", "--all");

    assertThat(run.exit()).as(run.all()).isZero();
    assertThat(run.err()).containsPattern("NO WITNESS +smoke").doesNotContainPattern("PASS +smoke");
    assertThat(run.out())
        .containsPattern("integrated +NO WITNESS +labs.pricing")
        .endsWith("2 integrated (2 without a witness); 2 in all\n");
    assertThat(shop.git("log", "-1", "--format=%(trailers:key=Ferry-Gates,valueonly)", BRANCH))
        .startsWith("syntax PASS, smoke NO WITNESS\n");
  }

  @Test
  void aRequiredWitnessBlocks() {
    RealRepository shop = unwatched("gates: [syntax, smoke]", "tests: {witness: required}");

    BuiltFerry.Ended next = BuiltFerry.in(shop.root()).run("next");

    assertThat(next.exit()).as(next.all()).isEqualTo(10);
    assertThat(next.err()).contains("no test reaches labs.pricing").contains("FRY-T024");
    assertThat(shop.branches()).containsExactly("main");
  }

  /** The import stands in the test, but no test of it turns red whatever the module does. */
  @Test
  void aTestThatSwallowsEveryErrorIsNoWitness() {
    RealRepository shop = unwatched("gates: [syntax, smoke]", "tests: {witness: required}");
    shop.file(
            "tests/smoke/test_blind.py",
            "try:",
            "    from labs.pricing import price",
            "except Exception:",
            "    price = None",
            "",
            "",
            "def test_nothing():",
            "    assert True")
        .commit("look away");

    BuiltFerry.Ended next = BuiltFerry.in(shop.root()).run("next");

    assertThat(next.exit()).as(next.all()).isEqualTo(10);
    assertThat(next.err()).contains("none turned red");
    assertThat(shop.branches()).containsExactly("main");
  }

  /** The test that ferry writes is run besides the smoke suite to find a witness. */
  @Test
  void theModuleTestIsWitnessEnoughForASmokeSuiteThatDoesNotReachTheModule() {
    RealRepository shop =
        unwatched("gates: [syntax, smoke, module-test]", "tests: {witness: required}");

    BuiltFerry.Ended next = BuiltFerry.in(shop.root()).run("next");

    assertThat(next.exit()).as(next.all()).isZero();
    assertThat(next.err()).containsPattern("PASS +module-test");
    assertThat(shop.branches()).containsExactly(BRANCH, "main");
  }

  @Test
  void aCommandThatWouldNotNoticeIsUnproven() {
    RealRepository shop = Shop.judgedBy(temporary.resolve("shop"), "echo all gates passed");

    BuiltFerry.Ended run = BuiltFerry.in(shop.root()).run("run", "--all");

    assertThat(run.exit()).as(run.all()).isZero();
    assertThat(run.err()).contains("PASS (unproven)");
    assertThat(run.out()).containsPattern("integrated +unproven +labs.pricing");
    assertThat(shop.git("log", "-1", "--format=%(trailers:key=Ferry-Gates,valueonly)", BRANCH))
        .startsWith("syntax PASS, own PASS (unproven)\n");
  }
}
