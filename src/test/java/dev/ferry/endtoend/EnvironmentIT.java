package dev.ferry.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Environments in which a careless tool would pass everything, or the wrong thing. */
final class EnvironmentIT {
  private static final String BY_NAME =
      """
      import importlib


      def test_rate():
          assert importlib.import_module('.'.join(reversed(['pricing', 'labs']))).RATE == 3
      """;

  @TempDir private Path temporary;

  @Test
  void aMissingPytestIsAnErrorAndNeverAPass() throws Exception {
    RealRepository shop = Shop.unfinished(temporary.resolve("shop"));
    shop.file("ferry.yaml", "gates: [syntax, schema, smoke]").commit("open");
    Shop.environment(shop.root().resolve(".venv"), emptyEnvironment());

    BuiltFerry.Ended run = BuiltFerry.in(shop.root()).run("run", "--all", "--keep-going");

    assertThat(run.exit()).as(run.all()).isNotZero();
    assertThat(shop.branches()).containsExactly("main");
    assertThat(run.err()).containsPattern("ERROR +smoke").doesNotContainPattern("PASS +smoke");
    assertThat(run.err()).contains("FRY-E005").contains("pytest is not installed");
    assertThat(run.out()).endsWith("2 failed; 2 in all\n");
    assertThat(shop.has(Shop.BATCH + ".done")).isFalse();
  }

  @Test
  void aMissingPytestStopsTheModuleTestToo() throws Exception {
    RealRepository shop = Shop.unfinished(temporary.resolve("shop"));
    shop.file("ferry.yaml", "gates: [module-test]").commit("open");
    Shop.environment(shop.root().resolve(".venv"), emptyEnvironment());

    BuiltFerry.Ended next = BuiltFerry.in(shop.root()).run("next");

    assertThat(next.exit()).as(next.all()).isNotZero();
    assertThat(next.err()).containsPattern("ERROR +module-test");
    assertThat(shop.branches()).containsExactly("main");
  }

  @Test
  void aSmokeCommandThatDoesNotExistIsAnError() {
    RealRepository shop = Shop.unfinished(temporary.resolve("shop"));
    shop.file("ferry.yaml", "gates: [smoke]", "tests: {smoke: [no-such-runner, -q]}")
        .commit("open");

    BuiltFerry.Ended next = BuiltFerry.in(shop.root()).run("next");

    assertThat(next.exit()).as(next.all()).isNotZero();
    assertThat(next.err()).containsPattern("ERROR +smoke").contains("no-such-runner");
    assertThat(shop.branches()).containsExactly("main");
  }

  @Test
  void aSmokeSuiteThatIsNotThereIsAnError() {
    RealRepository shop = Shop.unfinished(temporary.resolve("shop"));
    shop.file("ferry.yaml", "gates: [smoke]", "tests: {smoke: [pytest, -q, tests/nowhere]}")
        .commit("open");

    BuiltFerry.Ended next = BuiltFerry.in(shop.root()).run("next");

    assertThat(next.exit()).as(next.all()).isNotZero();
    assertThat(next.err()).containsPattern("ERROR +smoke");
    assertThat(shop.branches()).containsExactly("main");
  }

  /** The test finds the old module in the checkout, if it is let. */
  @Test
  void anEditableInstallByPathDoesNotLendTheCheckoutsCodeToABrokenCandidate() throws Exception {
    RealRepository shop = editable(false);
    shop.file("tests/smoke/test_by_name.py", BY_NAME).commit("ask by name");

    BuiltFerry.Ended next = BuiltFerry.in(shop.root()).run("next");

    assertThat(next.exit()).as(next.all()).isEqualTo(10);
    assertThat(next.err()).containsPattern("FAIL +smoke");
    assertThat(shop.branches()).containsExactly("main");
  }

  @Test
  void anEditableInstallByFinderDoesNotLendTheCheckoutsCodeToABrokenCandidate() throws Exception {
    RealRepository shop = editable(true);
    shop.file("tests/smoke/test_by_name.py", BY_NAME).commit("ask by name");

    BuiltFerry.Ended next = BuiltFerry.in(shop.root()).run("next");

    assertThat(next.exit()).as(next.all()).isEqualTo(10);
    assertThat(next.err()).containsPattern("FAIL +smoke");
    assertThat(shop.branches()).containsExactly("main");
  }

  @Test
  void aRightMovePassesUnderAnEditableInstall() throws Exception {
    RealRepository shop = editable(true);
    shop.commit("open");

    BuiltFerry.Ended run = BuiltFerry.in(shop.root()).run("run", "--all");

    assertThat(run.exit()).as(run.all()).isZero();
    assertThat(run.err()).containsPattern("PASS +smoke");
    assertThat(run.out()).endsWith("2 integrated; 2 in all\n");
  }

  /** As setuptools installs: a path, or an import hook with a map of packages. */
  private RealRepository editable(boolean byFinder) throws Exception {
    Path checkout = temporary.resolve("shop");
    RealRepository shop = Shop.unfinished(checkout);
    // no pythonpath here: without the install, nothing but the current directory is importable
    shop.file("pytest.ini", "[pytest]").file("ferry.yaml", "gates: [syntax, smoke]");
    Path environment = emptyEnvironment();
    Path site = site(environment);
    Files.writeString(site.resolve("a_pytest.pth"), site(Shop.virtualenv()) + "\n");
    if (byFinder) {
      Files.writeString(
          site.resolve("__editable__.shop-1.0.pth"),
          "import __editable___shop_1_0_finder; __editable___shop_1_0_finder.install()\n");
      Files.writeString(
          site.resolve("__editable___shop_1_0_finder.py"),
          FINDER.replace("CHECKOUT", "" + checkout));
    } else {
      Files.writeString(site.resolve("__editable__.shop-1.0.pth"), checkout + "\n");
    }
    Shop.environment(checkout.resolve(".venv"), environment);
    return shop;
  }

  private static final String FINDER =
      """
      import sys
      from importlib.machinery import PathFinder
      from importlib.util import spec_from_file_location
      from pathlib import Path

      MAPPING = {name: 'CHECKOUT/' + name for name in ('labs', 'core', 'app')}


      class _EditableFinder:
          @classmethod
          def find_spec(cls, fullname, path=None, target=None):
              if fullname in MAPPING:
                  init = Path(MAPPING[fullname], '__init__.py')
                  return spec_from_file_location(fullname, init)
              return None


      def install():
          if not any(finder == _EditableFinder for finder in sys.meta_path):
              sys.meta_path.append(_EditableFinder)
      """;

  /** A new virtual environment with nothing in it. */
  private Path emptyEnvironment() throws IOException, InterruptedException {
    Path environment = temporary.resolve("bare-environment");
    Process made =
        new ProcessBuilder(
                Shop.python().toString(), "-m", "venv", "--without-pip", environment.toString())
            .inheritIO()
            .start();
    assertThat(made.waitFor()).isZero();
    return environment;
  }

  private static Path site(Path environment) throws IOException {
    try (var versions = Files.newDirectoryStream(environment.resolve("lib"), "python3*")) {
      return versions.iterator().next().resolve("site-packages");
    }
  }
}
