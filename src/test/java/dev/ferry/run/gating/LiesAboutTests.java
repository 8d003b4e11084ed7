package dev.ferry.run.gating;

import static dev.ferry.run.gating.Lie.lie;

import dev.ferry.gate.GateKind;
import dev.ferry.model.Verdict;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Runs of tests that prove nothing, results that are none, tests that could not have noticed. */
final class LiesAboutTests {
  private static final String SHELL = "sh";

  private LiesAboutTests() {}

  static List<Lie> rows() {
    return java.util.stream.Stream.of(runs(), results(), lost(), witnesses(), collection())
        .flatMap(List::stream)
        .toList();
  }

  private static List<Lie> runs() {
    return List.of(
        lie("no tests ran")
            .base(it -> it.repository.without("tests/test_app.py"))
            .file("tests/readme.txt", "no tests")
            .answers(Verdict.ERROR, "T014"),
        lie("only skipped tests")
            .tests("import pytest", "", "pytestmark = pytest.mark.skip", "def test_it(): pass")
            .answers(Verdict.ERROR, "T014"),
        lie("all tests deselected")
            .smoke("pytest", "-q", "-k", "nothing", "tests")
            .answers(Verdict.ERROR, "T014"),
        lie("1 error, as at base")
            .tests("import nowhere", "", "def test_it(): pass")
            .answers(Verdict.NO_WITNESS, "T024"),
        lie("1 error, new")
            .tests("import labs.engine", "", "def test_it(): pass")
            .answers(Verdict.FAIL, "T010", "T009"),
        lie("a test folder that is not there")
            .smoke("pytest", "-q", "tests/smoke")
            .answers(Verdict.ERROR, "T014"),
        lie("an option that pytest does not know")
            .smoke("pytest", "--no-such-option", "tests")
            .answers(Verdict.ERROR),
        lie("pytest: command not found")
            .base(it -> it.environmentAt(it.place.resolve("env"), false))
            .answers(Verdict.ERROR, "E005"),
        lie("pytest: command not found, in a script")
            .base(it -> it.environmentAt(it.place.resolve("env"), false))
            .base(it -> it.variables.put("PATH", "/usr/bin:/bin"))
            .smoke(SHELL, "-c", "pytest -q tests; echo 'PASS rate 100.0%'")
            .answers(Verdict.ERROR, "T022"),
        lie("an environment that is not there")
            .base(it -> it.virtualenv = Optional.of("nowhere"))
            .answers(Verdict.ERROR, "E001"),
        lie("a test that ends the interpreter with 0")
            .file(
                "tests/test_crash.py",
                "import os",
                "",
                "def test_crash():",
                "    if os.path.exists('core/engine.py'): os._exit(0)")
            .answers(Verdict.ERROR, "T022"),
        lie("a run that never ends")
            .base(it -> it.time = Duration.ofSeconds(5))
            .file(
                "tests/test_hang.py",
                "import os, time",
                "",
                "def test_hang():",
                "    if os.path.exists('core/engine.py'): time.sleep(600)")
            .answers(Verdict.ERROR, "T023"));
  }

  private static List<Lie> results() {
    return List.of(
        lie("empty XML")
            .smoke(
                SHELL,
                "-c",
                "pytest -q tests; : > \"$FERRY_RESULTS\"/junit-1.xml; rm -f "
                    + "\"$FERRY_RESULTS\"/junit-??*.xml")
            .answers(Verdict.ERROR, "T022"),
        lie("XML without a test")
            .smoke(SHELL, "-c", written("<testsuite>%s</testsuite>".formatted(run("$FERRY_RUN"))))
            .answers(Verdict.ERROR, "T014"),
        lie("XML of another run")
            .smoke(SHELL, "-c", written("<testsuite>%s%s</testsuite>".formatted(run("1"), test())))
            .answers(Verdict.ERROR, "T022"),
        lie("XML that was cut off")
            .smoke(SHELL, "-c", written("<testsuite>%s%s".formatted(run("$FERRY_RUN"), test())))
            .answers(Verdict.ERROR, "T022"),
        lie("XML that says passed whatever happens")
            .smoke(
                SHELL,
                "-c",
                written("<testsuite>%s%s</testsuite>".formatted(run("$FERRY_RUN"), test())))
            .answers(Verdict.NO_WITNESS, "T025"));
  }

  private static String written(String xml) {
    return "echo \"" + xml.replace("\"", "\\\"") + "\" > \"$FERRY_RESULTS\"/junit-1.xml";
  }

  private static String run(String run) {
    return "<properties><property name=\"ferry.run\" value=\"" + run + "\"/></properties>";
  }

  private static String test() {
    return "<testcase file=\"tests/test_app.py\" name=\"test_runs\"><properties><property"
        + " name=\"ferry.id\" value=\"tests/test_app.py::test_runs\"/></properties></testcase>";
  }

  /** Each passed at base. */
  private static List<Lie> lost() {
    return List.of(
        lie("a test that fails now")
            .file(
                "tests/test_name.py",
                "from app import start",
                "",
                "def test_name(): assert start.__module__ == 'labs.engine'")
            .answers(Verdict.FAIL, "T008"),
        lie("a test whose fixture breaks now")
            .file(
                "tests/test_fixture.py",
                "import pytest",
                "",
                "@pytest.fixture",
                "def old():",
                "    import labs.engine",
                "",
                "def test_fixture(old): pass")
            .answers(Verdict.FAIL, "T008"),
        lie("a test that is skipped now")
            .file(
                "tests/test_skip.py",
                "import pytest",
                "",
                "def test_skip(): pytest.importorskip('labs.engine')")
            .answers(Verdict.FAIL, "T007"),
        lie("a test that is expected to fail now")
            .file(
                "tests/test_x.py",
                "import os, pytest",
                "",
                "MOVED = os.path.exists('core/engine.py')",
                "@pytest.mark.xfail(MOVED, reason='moved')",
                "def test_x(): assert not MOVED")
            .answers(Verdict.FAIL, "T007"),
        lie("a test that is deselected now")
            .file("tests/test_more.py", "def test_more(): pass")
            .changed("pytest.ini", "[pytest]", "addopts = -k runs")
            .answers(Verdict.FAIL, "T009"),
        lie("a test that vanished")
            .file("tests/test_more.py", "def test_more(): pass")
            .changed("tests/test_more.py", "def no_test_any_more(): pass")
            .answers(Verdict.FAIL, "T009"),
        lie("18 of 21 with new tests that fail")
            .changed(
                "tests/test_new.py",
                "import pytest",
                "",
                "@pytest.mark.parametrize('n', range(20))",
                "def test_new(n): assert n < 17")
            .answers(Verdict.FAIL, "T012", "T008"),
        lie("flaky at the candidate only")
            .base(
                it ->
                    it.worktree =
                        new dev.ferry.probe.WorktreeSettings(
                            List.of(),
                            List.of(),
                            List.of(),
                            java.util.Map.of("TALLY", it.place + "/tally")))
            .file(
                "tests/test_flaky.py",
                "import os",
                "from app import start",
                "",
                "def test_sometimes():",
                "    if start.__module__ == 'labs.engine': return",
                "    with open(os.environ['TALLY'], 'a+') as tally:",
                "        tally.write('x')",
                "        tally.flush()",
                "        assert os.path.getsize(tally.name) % 2 == 0")
            .answers(Verdict.FAIL, "T008"));
  }

  private static List<Lie> witnesses() {
    return List.of(
        lie("a suite that reaches no moved module")
            .tests("def test_else(): assert 1 + 1 == 2")
            .answers(Verdict.NO_WITNESS, "T024"),
        lie("a suite that passes with the module sabotaged")
            .tests(
                "def test_swallows():",
                "    try:",
                "        import app",
                "    except Exception:",
                "        pass")
            .answers(Verdict.NO_WITNESS, "T025"),
        lie("a suite that names the module and never loads it")
            .tests("def test_lazy():", "    def never():", "        import app", "    assert never")
            .answers(Verdict.NO_WITNESS, "T025"),
        lie("a module that no test reaches has no test to pass")
            .gate(GateKind.MODULE_TEST)
            .tests("def test_else(): assert 1 + 1 == 2")
            .answers(Verdict.NO_WITNESS, "T024"));
  }

  private static List<Lie> collection() {
    return List.of(
        lie("an old name in a conftest")
            .file("tests/conftest.py", "import labs.engine")
            .answers(Verdict.FAIL, "T010"),
        lie("an old name in the conftest of a subfolder")
            .file("tests/deep/conftest.py", "import labs.engine")
            .file("tests/deep/test_deep.py", "def test_deep(): pass")
            .answers(Verdict.FAIL, "T010"),
        lie("an old name in a test file beside one that passes")
            .file(
                "tests/test_old.py",
                "from labs.engine import start",
                "",
                "def test_start(): assert start(1) == 2")
            .answers(Verdict.FAIL, "T010", "T009"));
  }
}
