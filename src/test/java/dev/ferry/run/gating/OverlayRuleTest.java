package dev.ferry.run.gating;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ferry.model.GateResult;
import dev.ferry.model.Verdict;
import dev.ferry.probe.Revision;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Rule 2: the candidate is imported, never the checkout. */
final class OverlayRuleTest {
  @TempDir Path temporary = Path.of("");
  private GatingFixture fixture;

  @BeforeEach
  void sample() {
    fixture = new GatingFixture(temporary);
  }

  @AfterEach
  void end() {
    fixture.close();
  }

  @Test
  void anEditableInstallByPathDoesNotFailARightMove() {
    Path packages = fixture.environmentAt(fixture.place.resolve("env"));
    GatingFixture.write(packages.resolve("easy-install.pth"), fixture.repository.root() + "\n");
    Revision base = fixture.repository.commit("base");
    fixture.moved();

    GateResult result = fixture.onlyResultBesideCheckoutOf(base);

    assertThat(result.verdict()).as(fixture.logs()).isEqualTo(Verdict.PASS);
  }

  @Test
  void anEditableInstallByFinderDoesNotFailARightMove() {
    installFinder(fixture, fixture.environmentAt(fixture.repository.root().resolve(".venv")));
    fixture.repository.with(".gitignore", ".venv/\n");
    fixture.virtualenv = Optional.empty();
    Revision base = fixture.repository.commit("base");
    fixture.moved();

    GateResult result = fixture.onlyResultBesideCheckoutOf(base);

    assertThat(result.verdict()).as(fixture.logs()).isEqualTo(Verdict.PASS);
  }

  @Test
  void whatOtherPathFilesBringInIsStillThere() {
    Path packages = fixture.environmentAt(fixture.place.resolve("env"));
    Path elsewhere = fixture.place.resolve("elsewhere");
    GatingFixture.write(elsewhere.resolve("other_project.py"), "VALUE = 7\n");
    GatingFixture.write(packages.resolve("other.pth"), elsewhere + "\n");
    GatingFixture.write(packages.resolve("code.pth"), "import sys; sys.started_by_path_file = 1\n");
    fixture.repository.with(
        "tests/test_app.py",
        """
        import sys
        from app import run
        from other_project import VALUE


        def test_runs():
            assert run() == 2 and VALUE == 7 and sys.started_by_path_file
        """);
    Revision base = fixture.repository.commit("base");

    GateResult result = fixture.moved().onlyResult(base);

    assertThat(result.verdict()).as(fixture.logs()).isEqualTo(Verdict.PASS);
  }

  /** As setuptools writes it for projects whose sources do not stand in one place. */
  static void installFinder(GatingFixture fixture, Path packages) {
    Path root = fixture.repository.root();
    GatingFixture.write(
        packages.resolve("__editable__.sample-1.0.pth"),
        "import __editable___sample_1_0_finder; __editable___sample_1_0_finder.install()\n");
    GatingFixture.write(
        packages.resolve("__editable___sample_1_0_finder.py"),
        """
        import sys
        from importlib.util import spec_from_file_location

        MAPPING = {'labs': '%1$s/labs', 'core': '%1$s/core', 'app': '%1$s/app'}


        class Finder:
            @classmethod
            def find_spec(cls, fullname, path=None, target=None):
                top, _, rest = fullname.partition('.')
                if top not in MAPPING:
                    return None
                place = MAPPING[top] + ('/' + rest.replace('.', '/') if rest else '')
                for file in (place + '/__init__.py', place + '.py'):
                    try:
                        open(file).close()
                    except OSError:
                        continue
                    return spec_from_file_location(fullname, file)


        def install():
            sys.meta_path.insert(0, Finder)
        """
            .formatted(root));
  }
}
