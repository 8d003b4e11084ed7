package dev.ferry.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Batches that leave shims: what Python sees under the old names, and what ferry says of them. */
final class ShimRunIT {
  @TempDir private Path temporary;

  private static final List<String> CHECKS =
      List.of(
          "import labs.clock, core.clock; assert labs.clock is core.clock",
          "from labs.clock import _hidden; assert _hidden() == 7",
          "import labs.tools.saw, core.tools.saw; assert labs.tools.saw is core.tools.saw",
          "from labs.tools import saw; import core.tools; assert saw is core.tools.saw",
          "from labs.tools import *; assert cut() == 'cut'",
          """
          from unittest import mock
          import core.clock
          with mock.patch("labs.clock.now", lambda: 1):
              assert core.clock.now() == 1
          assert core.clock.now() == 42
          """,
          """
          import pickle
          old = pickle.loads(b"clabs.clock\\nHour\\n.")
          import core.clock
          assert old is core.clock.Hour
          """,
          """
          import warnings
          with warnings.catch_warnings(record=True) as told:
              warnings.simplefilter("always")
              import labs.clock
          assert [w.category for w in told] == [DeprecationWarning], told
          """);

  private RealRepository shop() {
    return Shop.unfinished(temporary.resolve("shop"))
        .file(
            "labs/clock.py",
            "\"\"\"The time.\"\"\"",
            "",
            "__all__ = [\"now\"]",
            "",
            "",
            "class Hour:",
            "    pass",
            "",
            "",
            "def now():",
            "    return 42",
            "",
            "",
            "def _hidden():",
            "    return 7",
            "",
            "",
            "if __name__ == \"__main__\":",
            "    print(\"the time is\", now())")
        .file("labs/tools/__init__.py", "from .saw import cut", "", "__all__ = [\"cut\"]")
        .file("labs/tools/saw.py", "def cut():", "    return \"cut\"")
        .file(
            "tests/smoke/test_tools.py",
            "import labs.tools",
            "",
            "",
            "def test_cut():",
            "    assert labs.tools.cut() == \"cut\"")
        .file(
            "ferry.yaml",
            "shim: 2099-12-31",
            "gates: [syntax, schema, history, leftovers, module-test, smoke]")
        .row(Shop.BATCH, "labs.tools", "labs/tools", "core/tools")
        .commit("open the shop");
  }

  @Test
  void everyGatePassesAndOldNamesAreTheNewModules() throws Exception {
    RealRepository shop = shop();
    BuiltFerry ferry = BuiltFerry.in(shop.root());

    BuiltFerry.Ended run = ferry.run("run", "--all");

    assertThat(run.exit()).as(run.all()).isZero();
    assertThat(run.err())
        .containsPattern("PASS +schema")
        .containsPattern("PASS +history")
        .containsPattern("PASS +smoke");
    assertThat(run.out()).contains("3 integrated; 3 in all");
    shop.git("checkout", "-q", "-b", "together", "feat/integrate-labs-clock");
    shop.git("merge", "-q", "--no-edit", "feat/integrate-labs-tools");
    assertThat(shop.read("labs/clock.py")).startsWith("# ferry-shim: labs.clock -> core.clock");
    assertThat(shop.git("log", "--follow", "--format=%s", "--", "core/clock.py"))
        .contains("open the shop");
    for (String check : CHECKS) {
      String said = python(shop, "-W", "ignore", "-c", check);
      assertThat(said).as(check).isEmpty();
    }
    assertThat(python(shop, "-W", "ignore", "-m", "labs.clock")).isEqualTo("the time is 42\n");
    assertThat(python(shop, "-W", "ignore", "-m", "core.clock")).isEqualTo("the time is 42\n");

    assertThatFerryTellsWhoUsesThem(shop, ferry);
  }

  private static void assertThatFerryTellsWhoUsesThem(RealRepository shop, BuiltFerry ferry) {
    BuiltFerry.Ended free = ferry.run("shims");
    assertThat(free.exit()).as(free.all()).isZero();
    assertThat(free.out())
        .isEqualTo(
            """
            labs/clock.py: labs.clock -> core.clock, until 2099-12-31
              nothing here uses it: it can go
            labs/tools/__init__.py: labs.tools -> core.tools, until 2099-12-31
              nothing here uses it: it can go
            Shims: 2 stand, 2 can go, 0 past their day.
            """);
    shop.file("late.py", "import os", "from labs import clock", "x = [\"labs.tools.saw\"]")
        .file("labs/near.py", "from .tools.saw import cut")
        .commit("come late");
    BuiltFerry.Ended used = ferry.run("shims");
    assertThat(used.out())
        .isEqualTo(
            """
            labs/clock.py: labs.clock -> core.clock, until 2099-12-31
              late.py:2 imports labs.clock
            labs/tools/__init__.py: labs.tools -> core.tools, until 2099-12-31
              labs/near.py:1 imports labs.tools.saw.cut
              late.py:3 names labs.tools.saw
            Shims: 2 stand, 0 can go, 0 past their day.
            """);
    assertThat(ferry.run("shims", "--json").out())
        .contains("\"schema\":\"ferry.shims/v1\"", "\"line\":2", "\"canGo\":false");
    assertThat(ferry.run("shims", "main").exit()).isEqualTo(3);
    String late = shop.read("labs/clock.py").replace("2099-12-31", "2020-12-31");
    shop.bytes("labs/clock.py", late.getBytes(StandardCharsets.UTF_8));
    BuiltFerry.Ended past = ferry.run("shims");
    assertThat(past.exit()).isEqualTo(10);
    assertThat(past.out()).contains("until 2020-12-31 (past)", "1 past their day");
  }

  private static String python(RealRepository shop, String... arguments)
      throws IOException, InterruptedException {
    List<String> command = new java.util.ArrayList<>(List.of(Shop.python().toString()));
    command.addAll(List.of(arguments));
    Process python =
        new ProcessBuilder(command)
            .directory(shop.root().toFile())
            .redirectErrorStream(true)
            .start();
    String said = new String(python.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    int code = python.waitFor();
    return code == 0 ? said : "exit " + code + ": " + said;
  }
}
