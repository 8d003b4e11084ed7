package dev.ferry.run.gating;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ferry.gate.GateKind;
import dev.ferry.model.Code;
import dev.ferry.model.GateResult;
import dev.ferry.model.Verdict;
import dev.ferry.probe.Limits;
import dev.ferry.probe.Revision;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The test that is written for a module before it moves. */
final class ScaffoldWriterTest {
  private static final String PATH = "tests/integration/test_core_engine.py";

  @TempDir Path temporary = Path.of("");
  private GatingFixture fixture;

  @BeforeEach
  void sample() {
    fixture = new GatingFixture(temporary);
    fixture.gates = List.of(new ChosenGate.Known(GateKind.MODULE_TEST));
    fixture
        .repository
        .without("tests/test_app.py")
        .with(
            "labs/engine.py",
            """
            import os
            from pathlib import Path

            LIMIT = 3
            _hidden = 1


            class Engine:
                pass


            def start(speed, *, gear=1, **more):
                print('starting')
                return speed
            """);
  }

  @AfterEach
  void end() {
    fixture.close();
  }

  private ScaffoldWriter.Result write(Revision base) {
    return new ScaffoldWriter(fixture.machine())
        .write(
            new ScaffoldWriter.Request(
                base,
                fixture.repository.snapshot(base),
                GatingFixture.MOVE,
                "labs.engine",
                "core.engine",
                "tests/integration/test_{destination}.py"),
            new ScaffoldWriter.Surroundings(
                fixture.workplace(),
                fixture.environment(),
                fixture.repository.root(),
                fixture.worktree,
                List.of(),
                Limits.USUAL,
                fixture.place.resolve("logs")));
  }

  private String written(Revision base) {
    ScaffoldWriter.Result result = write(base);
    assertThat(result).isInstanceOf(ScaffoldWriter.Result.Written.class);
    var written = (ScaffoldWriter.Result.Written) result;
    assertThat(written.path()).isEqualTo(PATH);
    return new String(written.content(), StandardCharsets.UTF_8);
  }

  private Code skipped(Revision base) {
    ScaffoldWriter.Result result = write(base);
    assertThat(result).isInstanceOf(ScaffoldWriter.Result.Skipped.class);
    return ((ScaffoldWriter.Result.Skipped) result).why().code();
  }

  @Test
  void namesWhatTheModuleOffersAndNothingItImports() {
    String test = written(fixture.repository.commit("base"));

    assertThat(test)
        .contains("MODULE = \"core.engine\"")
        .contains("\"Engine\": (\"class\", None)")
        .contains("\"LIMIT\": (\"value\", \"int\")")
        .contains(
            "\"start\": (\"function\", [\"POSITIONAL_OR_KEYWORD speed\", \"KEYWORD_ONLY gear =\","
                + " \"VAR_KEYWORD more\"])")
        .doesNotContain("Path", "\"os\"", "_hidden", "assert True");
  }

  @Test
  void theWrittenTestPassesARightMoveAndIsItsWitness() {
    Revision base = fixture.repository.commit("base");
    String test = written(base);
    fixture.moved().repository.with(PATH, test);
    fixture.scaffolds.put(GatingFixture.MOVE.source(), PATH);

    GateResult result = fixture.onlyResult(base);

    assertThat(result.verdict()).as(fixture.logs()).isEqualTo(Verdict.PASS);
    assertThat(result.denominator()).as("the import and three names").isEqualTo(4);
  }

  @Test
  void theWrittenTestFailsWhereANameOrAParameterIsLost() {
    Revision base = fixture.repository.commit("base");
    String test = written(base);
    fixture
        .moved()
        .repository
        .with(PATH, test)
        .with("core/engine.py", "LIMIT = 3\n\n\ndef start(speed):\n    return speed\n");
    fixture.scaffolds.put(GatingFixture.MOVE.source(), PATH);

    GateResult result = fixture.onlyResult(base);

    assertThat(result.verdict()).as(fixture.logs()).isEqualTo(Verdict.FAIL);
    assertThat(result.findings()).hasSize(2);
  }

  @Test
  void theWrittenTestFailsWhereADefaultOrTheTypeOfAConstantIsLost() {
    Revision base = fixture.repository.commit("base");
    String test = written(base);
    fixture
        .moved()
        .repository
        .with(PATH, test)
        .with(
            "core/engine.py",
            """
            LIMIT = "3"


            class Engine:
                pass


            def start(speed, *, gear, **more):
                return speed
            """);
    fixture.scaffolds.put(GatingFixture.MOVE.source(), PATH);

    GateResult result = fixture.onlyResult(base);

    assertThat(result.verdict()).as(fixture.logs()).isEqualTo(Verdict.FAIL);
    assertThat(result.findings())
        .hasSize(2)
        .anyMatch(finding -> finding.arguments().getFirst().contains("[LIMIT]"))
        .anyMatch(finding -> finding.arguments().getFirst().contains("[start]"));
  }

  @Test
  void aModuleWithoutPublicNamesGetsATestOfItsImport() {
    fixture.repository.with("labs/engine.py", "print('side effect only')\n");

    assertThat(written(fixture.repository.commit("base")))
        .contains("importlib.import_module(MODULE)")
        .doesNotContain("inspect", "pytest");
  }

  @Test
  void noTestIsWrittenWhereBaseDoesNotImport() {
    fixture.repository.with("labs/engine.py", "import not_installed_anywhere\n");

    assertThat(skipped(fixture.repository.commit("base"))).isEqualTo(Code.T030);
  }

  @Test
  void noTestIsWrittenForAModuleThatEndsTheInterpreter() {
    fixture.repository.with("labs/engine.py", "import os\n\nos._exit(0)\n");

    assertThat(skipped(fixture.repository.commit("base"))).isEqualTo(Code.T030);
  }

  @Test
  void anExistingTestIsNeverReplaced() {
    fixture.repository.with(PATH, "def test_own():\n    pass\n");

    assertThat(skipped(fixture.repository.commit("base"))).isEqualTo(Code.T031);
  }

  @Test
  void noTestIsWrittenWithoutAnEnvironment() {
    fixture.virtualenv = Optional.of("nowhere");

    assertThat(skipped(fixture.repository.commit("base"))).isEqualTo(Code.T032);
  }
}
