package dev.ferry.run.gating;

import static dev.ferry.run.gating.Lie.lie;

import dev.ferry.gate.GateKind;
import dev.ferry.model.Verdict;
import dev.ferry.probe.Workplace;
import dev.ferry.probe.WorktreeSettings;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Code of another place or another time that is run instead of the candidate's. */
final class LiesAboutSurroundings {
  private static final String[] BROKEN = {
    "from core.motor import start", "", "def run(): return start(1)"
  };
  private static final String[] OLD_NAME = {
    "def test_old_name_is_used():", "    import labs.engine"
  };

  private LiesAboutSurroundings() {}

  static List<Lie> rows() {
    return java.util.stream.Stream.of(places(), times(), slots(), sources())
        .flatMap(List::stream)
        .toList();
  }

  private static List<Lie> places() {
    return List.of(
        lie("an editable install by path hides a broken candidate")
            .base(it -> install(it, "__editable__.sample-1.0.pth"))
            .changed("app.py", BROKEN)
            .answers(Verdict.FAIL, "T010"),
        lie("an editable install by finder hides a broken candidate")
            .base(
                it -> OverlayRuleTest.installFinder(it, it.environmentAt(it.place.resolve("env"))))
            .changed("app.py", BROKEN)
            .answers(Verdict.FAIL, "T010"),
        lie("a namespace package that is filled up from the checkout")
            .base(it -> install(it, "sample.pth"))
            .base(it -> it.repository.without("labs/__init__.py").without("core/__init__.py"))
            .file("tests/test_old.py", OLD_NAME)
            .answers(Verdict.FAIL, "T008"),
        lie("a module that is loaded from the checkout")
            .base(
                it ->
                    it.repository.with(
                        "tests/test_app.py",
                        "import sys\nsys.path.insert(0, '%s')\nfrom app import run\n\n\n"
                                .formatted(it.repository.root())
                            + "def test_runs():\n    assert run() == 2\n"))
            .answers(Verdict.ERROR, "T013"),
        lie("an installed copy of the old module")
            .base(
                it -> {
                  Path packages = it.environmentAt(it.place.resolve("env"));
                  GatingFixture.write(
                      packages.resolve("labs/engine.py"), "def start(speed):\n    return 2\n");
                  it.repository.without("labs/__init__.py");
                })
            .file("tests/test_old.py", OLD_NAME)
            .answers(Verdict.ERROR, "T013"));
  }

  private static void install(GatingFixture fixture, String name) {
    Path packages = fixture.environmentAt(fixture.place.resolve("env"));
    GatingFixture.write(packages.resolve(name), fixture.repository.root() + "\n");
  }

  private static List<Lie> times() {
    return List.of(
        lie("bytecode of a source of the same length and time")
            .base(it -> it.variables.put("PYTHONDONTWRITEBYTECODE", "1"))
            .base(it -> it.slot = StaleBytecodeRuleTest::sameTimes)
            .file("app.py", "from labs.engine import start  # longer", "", "run = lambda: start(1)")
            .file("helper.py", "VALUE = 1")
            .file(
                "tests/test_helper.py",
                "from helper import VALUE",
                "",
                "def test_value():",
                "    assert VALUE == 1")
            .changed("helper.py", "VALUE = 9")
            .answers(Verdict.FAIL, "T008"),
        lie("a left __pycache__ keeps a moved package importable")
            .base(it -> it.slot = LiesAboutSurroundings::uncleaned)
            .file("labs/motor/__init__.py", "")
            .file("tests/test_old.py", "def test_old_name_is_used():", "    import labs.motor")
            .candidate(it -> it.repository.without("labs/motor/__init__.py"))
            .answers(Verdict.FAIL, "T008"));
  }

  private static List<Lie> slots() {
    return List.of(
        lie("a file that the project needs is not there")
            .base(it -> it.worktree = settings(List.of(".env"), List.of()))
            .answers(Verdict.ERROR, "E008"),
        lie("a set-up that fails")
            .base(it -> it.worktree = settings(List.of(), List.of("false")))
            .answers(Verdict.ERROR, "E009"));
  }

  private static WorktreeSettings settings(List<String> link, List<String> setup) {
    return new WorktreeSettings(
        link, List.of(), setup.isEmpty() ? List.of() : List.of(setup), Map.of());
  }

  /** What needs no run to be seen through. */
  private static List<Lie> sources() {
    return List.of(
        lie("an importer that was forgotten")
            .gate(GateKind.SCHEMA)
            .file("late.py", "def late():", "    import labs.engine")
            .answers(Verdict.FAIL, "T004"),
        lie("the old module left behind")
            .gate(GateKind.SCHEMA)
            .changed("labs/engine.py", "x = 1")
            .answers(Verdict.FAIL, "T005"),
        lie("a source that only seems to parse")
            .gate(GateKind.SYNTAX)
            .changed("app.py", "from core.engine import start", "", "return start")
            .answers(Verdict.FAIL, "T001"),
        lie("a change besides the move")
            .gate(GateKind.SCOPE)
            .base(it -> it.edited = java.util.Optional.of(java.util.Set.of("app.py")))
            .changed("tests/test_app.py", "def test_runs(): pass")
            .answers(Verdict.FAIL, "T042"),
        lie("a patched name that was forgotten")
            .gate(GateKind.LEFTOVERS)
            .file(
                "tests/test_patch.py",
                "from unittest import mock",
                "",
                "def test_it():",
                "    with mock.patch('labs.engine.start'): pass")
            .answers(Verdict.FAIL, "T040"),
        lie("a source that cannot be read has nothing to log")
            .gate(GateKind.LOG_COVERAGE)
            .changed("core/engine.py", "x = 'never closed")
            .answers(Verdict.ERROR, "T060"));
  }

  /** A slot where whatever lies about stays. */
  private static Workplace uncleaned(Workplace slot) {
    return new OtherCheckout(
        slot,
        commit ->
            SampleRepository.git(
                slot.root(), "checkout", "-q", "--force", "--detach", commit.hex()));
  }
}
