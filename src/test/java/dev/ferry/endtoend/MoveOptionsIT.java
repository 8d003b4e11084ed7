package dev.ferry.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The options of {@code ferry move}, as a process, and what a real Python makes of the result. */
final class MoveOptionsIT {
  @TempDir private Path temporary;
  private RealRepository repository;

  @BeforeEach
  void make() {
    repository = RealRepository.at(temporary.resolve("r"));
    repository
        .file("labs/__init__.py")
        .file("labs/clock.py", "ZONES = []", "", "", "def now():", "    return 1")
        .file("labs/pkg/__init__.py", "X = []")
        .file("labs/pkg/sub.py", "from ..clock import now", "", "Y = []")
        .file("labs/near.py", "from .clock import now")
        .file(
            "app.py",
            "from labs import clock",
            "",
            "NAMES = [\"labs.clock\"]",
            "print(clock.now())")
        .commit("shop");
  }

  @Test
  void aShimMakesOneModuleOfTwoNames() throws Exception {
    moved("labs/clock.py", "core/timer.py", "labs/pkg", "core/pack", "--shim-until", "2027-06-30");
    assertThat(repository.read("labs/clock.py"))
        .startsWith("# ferry-shim: labs.clock -> core.timer, remove after 2027-06-30\n");
    repository.file(
        "check.py",
        "import warnings",
        "from unittest import mock",
        "with warnings.catch_warnings(record=True) as told:",
        "    warnings.simplefilter('always')",
        "    import labs.clock, core.timer",
        "    import labs.pkg.sub, core.pack.sub",
        "assert [w.category for w in told] == [DeprecationWarning] * 2, told",
        "assert 'core.timer' in str(told[0].message) and told[0].filename == __file__",
        "assert labs.clock is core.timer",
        "assert labs.pkg is core.pack and labs.pkg.sub is core.pack.sub",
        "with mock.patch('labs.clock.now', lambda: 7):",
        "    assert core.timer.now() == 7 and core.pack.sub.now() == 1",
        "try:",
        "    import labs.pkg.nothing",
        "except ModuleNotFoundError:",
        "    print('as expected')");
    assertThat(python("check.py")).isEqualTo("as expected\n");
  }

  @Test
  void aMoveBackTakesThePlaceOfTheShim() throws IOException {
    String before = repository.read("labs/clock.py");
    moved("labs/clock.py", "core/timer.py", "--shim");
    assertThat(repository.read("labs/clock.py")).startsWith("# ferry-shim: ");
    assertThat(run("move", "labs/clock.py", "core/other.py").all()).contains("FRY-M043");
    moved("core/timer.py", "labs/clock.py");
    assertThat(repository.read("labs/clock.py")).isEqualTo(before);
    assertThat(repository.has("core/timer.py")).isFalse();
  }

  @Test
  void historyCanBeFollowedThroughAShim() throws IOException {
    BuiltFerry.Ended ended =
        run("move", "labs/clock.py", "core/timer.py", "--shim", "--commit", "--branch", "b");
    assertThat(ended.exit()).as(ended.all()).isZero();
    assertThat(repository.git("log", "--follow", "--format=%s", "b", "--", "core/timer.py"))
        .contains("shop");
    assertThat(repository.git("show", "b:labs/clock.py")).startsWith("# ferry-shim: ");
  }

  @Test
  void namesFollowTheirModuleWhereAsked() throws IOException {
    moved("labs/clock.py", "core/timer.py", "--rename-bindings");
    assertThat(repository.read("app.py"))
        .isEqualTo("from core import timer\n\nNAMES = [\"core.timer\"]\nprint(timer.now())\n");
  }

  @Test
  void stringsAreLeftAloneWhereAsked() throws IOException {
    moved("labs/clock.py", "core/timer.py", "--strings", "none");
    assertThat(repository.read("app.py")).contains("from core import timer as clock");
    assertThat(repository.read("app.py")).contains("NAMES = [\"labs.clock\"]");
    assertThat(run("move", "app.py", "b.py", "--strings", "some").exit()).isNotZero();
  }

  @Test
  void relativesGetDeeperWhereAsked() throws IOException {
    repository.file("labs/pkg/user.py", "from .sub import Y").commit("an importer");
    assertThat(run("move", "labs/pkg/sub.py", "labs/other/sub.py").out())
        .contains("+from labs.other.sub import Y");
    moved("labs/pkg/sub.py", "labs/other/sub.py", "--relative", "keep");
    assertThat(repository.read("labs/pkg/user.py")).isEqualTo("from ..other.sub import Y\n");
    assertThat(run("move", "app.py", "b.py", "--relative", "never").all()).contains("FRY-M048");
  }

  @Test
  void theFileOfTheRepositorySaysWhatTheOptionsSay() throws IOException {
    repository.file("ferry.yaml", "bindings: rename", "shim: 2027-06-30", "strings: none");
    moved("labs/clock.py", "core/timer.py");
    assertThat(repository.read("app.py")).contains("timer.now()").contains("labs.clock");
    assertThat(repository.read("labs/clock.py")).contains("remove after 2027-06-30");
  }

  @Test
  void sourceRootsAreTakenAsGiven() throws IOException {
    repository
        .file("lib/tool.py", "Z = 1")
        .file("far/use.py", "from tool import Z")
        .commit("a root that nothing tells");
    moved("lib/tool.py", "lib/kit.py", "--source-root", "lib", "--source-root", ".");
    assertThat(repository.read("far/use.py")).isEqualTo("from kit import Z\n");
    assertThat(run("move", "lib/kit.py", "lib/x.py", "--source-root", "no/where").all())
        .contains("FRY-M045");
  }

  @Test
  void theJsonTellsEveryEditAndWhatWasLeftAlone() throws IOException {
    String json =
        run("move", "labs/clock.py", "core/timer.py", "--strings", "high", "--json").out();
    assertThat(json)
        .contains("\"schema\":\"ferry.move/v1\"")
        .contains("\"before\":\"labs\"")
        .contains("\"after\":\"core\"")
        .contains("\"reason\":\"IMPORT\"")
        .contains("\"confidence\":\"HIGH\"")
        .contains("FRY-M023");
    BuiltFerry.Ended refused = run("move", "labs/clock.py", "app.py", "--json");
    assertThat(refused.exit()).isNotZero();
    assertThat(refused.out()).contains("\"schema\":\"ferry.move/v1\"").contains("FRY-M003");
  }

  private void moved(String... arguments) {
    String[] all = new String[arguments.length + 2];
    all[0] = "move";
    all[1] = "--write";
    System.arraycopy(arguments, 0, all, 2, arguments.length);
    BuiltFerry.Ended ended = run(all);
    assertThat(ended.exit()).as(ended.all()).isZero();
  }

  private BuiltFerry.Ended run(String... arguments) {
    return BuiltFerry.in(repository.root()).run(arguments);
  }

  private String python(String script) throws IOException, InterruptedException {
    Process python =
        new ProcessBuilder(System.getProperty("ferry.test.python", "python3"), script)
            .directory(repository.root().toFile())
            .redirectErrorStream(true)
            .start();
    String said = new String(python.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(python.waitFor()).as(said).isZero();
    return said;
  }
}
