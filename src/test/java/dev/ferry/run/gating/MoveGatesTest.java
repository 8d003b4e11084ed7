package dev.ferry.run.gating;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ferry.gate.GateKind;
import dev.ferry.model.Code;
import dev.ferry.model.GateResult;
import dev.ferry.model.Problem;
import dev.ferry.model.Verdict;
import dev.ferry.probe.Revision;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a move leaves behind, touches besides, and logs. */
final class MoveGatesTest {
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

  private void only(GateKind kind) {
    fixture.gates = List.of(new ChosenGate.Known(kind));
  }

  @Test
  void aPatchedNameThatWasForgottenBlocks() {
    only(GateKind.LEFTOVERS);
    fixture.repository.with(
        "tests/test_patch.py",
        "from unittest import mock\n\n\ndef test_it():\n"
            + "    with mock.patch('labs.engine.start'):\n        pass\n");
    Revision base = fixture.repository.commit("base");

    GateResult result = fixture.moved().onlyResult(base);

    assertThat(result.verdict()).isEqualTo(Verdict.FAIL);
    assertThat(result.findings())
        .containsExactly(
            Problem.at("tests/test_patch.py", 5, Code.T040, "labs.engine", "core.engine"));
    assertThat(result.denominator()).isEqualTo(2);
    assertThat(result.numerator()).isEqualTo(1);
  }

  @Test
  void entryPointsAndBuildFilesBlockAndDocumentsAreTold() {
    only(GateKind.LEFTOVERS);
    fixture
        .repository
        .with("pyproject.toml", "[project.scripts]\nrun = \"labs.engine:start\"\n")
        .with("Makefile", "check:\n\tpython labs/engine.py\n\n# labs/engine.py is fast\n")
        .with(".github/workflows/ci.yml", "steps:\n  - run: python -m labs.engine\n")
        .with("docs/engine.md", "See `labs.engine` in labs/engine.py.\n")
        .with("settings.yaml", "engine: labs.engine\n")
        .with("table.py", "ENGINES = {'fast': 'labs.engine'}  # labs.engine\n");
    Revision base = fixture.repository.commit("base");

    GateResult result = fixture.moved().onlyResult(base);

    assertThat(result.findings())
        .extracting(each -> each.code() + " " + each.file() + ":" + each.line())
        .containsExactlyInAnyOrder(
            "T040 pyproject.toml:2",
            "T040 Makefile:2",
            "T040 .github/workflows/ci.yml:2",
            "T041 settings.yaml:1",
            "T041 table.py:1",
            "T059 Makefile:4",
            "T059 docs/engine.md:1",
            "T059 docs/engine.md:1",
            "T059 table.py:1");
  }

  @Test
  void aNameThatIsStillThereIsNoLeftover() {
    only(GateKind.LEFTOVERS);
    fixture.repository.with("Makefile", "check:\n\tpython labs/engine.py\n");
    Revision base = fixture.repository.commit("base");
    fixture.moved().repository.with("labs/engine.py", "from core.engine import *\n");

    assertThat(fixture.onlyResult(base).verdict()).isEqualTo(Verdict.PASS);
  }

  @Test
  void aChangeOutsideOfTheMoveFails() {
    only(GateKind.SCOPE);
    fixture.repository.with("other.py", "x = 1\n").with("gone.py", "y = 1\n");
    Revision base = fixture.repository.commit("base");
    fixture
        .moved()
        .repository
        .with("other.py", "x = 2\n")
        .with("new.txt", "z\n")
        .without("gone.py");
    Revision candidate = fixture.repository.commit("move");
    GateRequest request = fixture.request(base, candidate);

    GateResult result = new ScopeGate().judge(within(request, java.util.Set.of("app.py")));

    assertThat(result.verdict()).isEqualTo(Verdict.FAIL);
    assertThat(result.findings())
        .containsExactly(
            Problem.at("gone.py", 0, Code.T042, "deleted"),
            Problem.at("new.txt", 0, Code.T042, "added"),
            Problem.at("other.py", 0, Code.T042, "changed"));
    assertThat(result.numerator()).isEqualTo(3);
    assertThat(result.denominator()).isEqualTo(6);
  }

  @Test
  void aMoveAndItsReferencesAreInScope() {
    only(GateKind.SCOPE);
    Revision base = fixture.repository.commit("base");

    GateResult result = fixture.moved().onlyResult(base);

    assertThat(result.verdict()).isEqualTo(Verdict.PASS);
    assertThat(result.denominator()).isEqualTo(3);
  }

  @Test
  void nothingChangedIsAnError() {
    only(GateKind.SCOPE);
    Revision base = fixture.repository.commit("base");

    assertThat(fixture.judge(base, base).getFirst().verdict()).isEqualTo(Verdict.ERROR);
  }

  private static GateRequest within(GateRequest request, java.util.Set<String> edited) {
    Candidate all = request.candidate();
    Candidate candidate =
        new Candidate(
            all.base(),
            all.revision(),
            all.before(),
            all.after(),
            all.moves(),
            all.paths(),
            all.modules(),
            edited,
            all.scaffolds());
    return new GateRequest(
        request.settings(),
        candidate,
        request.workplace(),
        request.environment(),
        request.checkout(),
        request.logs(),
        request.baseResults(),
        request.progress());
  }

  private static final String SILENT =
      "def start(a):\n    b = a\n    c = b\n    d = c\n    e = d\n    return e\n";

  @Test
  void aModuleThatLogsAsLittleAsAtBasePasses() {
    only(GateKind.LOG_COVERAGE);
    fixture.repository.with("labs/engine.py", SILENT);
    Revision base = fixture.repository.commit("base");

    GateResult result = fixture.moved().onlyResult(base);

    assertThat(result.verdict()).isEqualTo(Verdict.PASS);
    assertThat(result.numerator()).isZero();
    assertThat(result.denominator()).isEqualTo(1);
  }

  @Test
  void aModuleThatLogsLessThanAtBaseFails() {
    only(GateKind.LOG_COVERAGE);
    fixture.repository.with("labs/engine.py", SILENT.replace("b = a", "logger.info(a)"));
    Revision base = fixture.repository.commit("base");
    fixture.moved().repository.with("core/engine.py", SILENT);

    GateResult result = fixture.onlyResult(base);

    assertThat(result.verdict()).isEqualTo(Verdict.FAIL);
    assertThat(result.findings())
        .containsExactly(
            Problem.at("core/engine.py", 1, Code.T043, "0.0%", "85%", "100.0%", "start()"));
  }

  @Test
  void strictCountsWhatWasSilentAtBase() {
    only(GateKind.LOG_COVERAGE);
    fixture.strict = true;
    fixture.repository.with("labs/engine.py", SILENT);
    Revision base = fixture.repository.commit("base");

    assertThat(fixture.moved().onlyResult(base).verdict()).isEqualTo(Verdict.FAIL);
  }

  @Test
  void aModuleWithNothingToLogIsSkippedAndSaysSo() {
    only(GateKind.LOG_COVERAGE);
    Revision base = fixture.repository.commit("base");

    GateResult result = fixture.moved().onlyResult(base);

    assertThat(result.verdict()).isEqualTo(Verdict.SKIPPED);
    assertThat(GatingFixture.codes(result)).containsExactly("T044");
  }

  @Test
  void aCommitWithoutAReportIsAnError() {
    only(GateKind.SELF_REPORT);
    Revision base = fixture.repository.commit("base");

    GateResult result = fixture.moved().onlyResult(base);

    assertThat(result.verdict()).isEqualTo(Verdict.ERROR);
    assertThat(GatingFixture.codes(result)).containsExactly("T046");
  }
}
