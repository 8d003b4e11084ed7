package dev.ferry.run.gating;

import static dev.ferry.run.gating.Lie.lie;

import dev.ferry.model.Verdict;
import java.util.List;
import java.util.Optional;

/** Commands of the repository's own that say that all is well. */
final class LiesAboutCommands {
  private static final Optional<String> NO_RESULTS = Optional.empty();
  private static final String GREEN =
      "<testsuite><testcase classname='tests.test_app' name='test_runs'/></testsuite>";

  private LiesAboutCommands() {}

  private static Lie.Draft script(String name, Optional<String> junit, String script) {
    return lie(name).command(junit, "sh", "-c", script);
  }

  static List<Lie> rows() {
    return List.of(
        script(
                "All 7 gates passed, without pytest",
                NO_RESULTS,
                "pytest -q || true; echo 'All 7 gates passed'")
            .base(it -> it.environmentAt(it.place.resolve("env"), false))
            .base(it -> it.variables.put("PATH", "/usr/bin:/bin"))
            .answers("PASS (unproven)", "T019"),
        script("an exit code of 0 that was never seen to be another", NO_RESULTS, "exit 0")
            .answers("PASS (unproven)", "T019"),
        script("a probe that is not there", NO_RESULTS, "./scripts/probe_rate_limits.sh")
            .answers(Verdict.ERROR, "T020"),
        script(
                "a probe that is not there, and skipped over",
                NO_RESULTS,
                "test -x scripts/probe.sh || { echo skipping; exit 0; }")
            .answers("PASS (unproven)", "T019"),
        script("a program of the command is missing", NO_RESULTS, "no-such-program-anywhere")
            .answers(Verdict.ERROR, "T020"),
        lie("a command that is missing")
            .command(NO_RESULTS, "no-such-program")
            .answers(Verdict.ERROR, "E006"),
        script("a command that fails at base too", NO_RESULTS, "exit 3")
            .answers(Verdict.NO_WITNESS, "T021"),
        script("a failure that the exit code hides", NO_RESULTS, "pytest -q tests || true")
            .file("tests/test_old.py", "def test_old():", "    import labs.engine")
            .answers(Verdict.FAIL, "T008"),
        script("results in place that another run left", Optional.of("build/junit.xml"), "true")
            .file("build/junit.xml", GREEN)
            .answers("PASS (unproven)", "T019"),
        script(
                "results that are copied from another run",
                Optional.of("out.xml"),
                "cp kept.xml out.xml")
            .file("kept.xml", GREEN)
            .answers(Verdict.NO_WITNESS, "T024"),
        script("results that are empty", Optional.of("out.xml"), ": > out.xml")
            .answers("PASS (unproven)", "T019"),
        script(
                "results at base, none at the candidate",
                NO_RESULTS,
                "test -f core/engine.py || pytest -q tests")
            .answers(Verdict.ERROR, "T022"));
  }
}
