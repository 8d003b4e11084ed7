package dev.ferry.run.gating;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ferry.gate.GateKind;
import dev.ferry.gate.HistoryVerdict.Followed;
import dev.ferry.model.Code;
import dev.ferry.model.GateResult;
import dev.ferry.model.Problem;
import dev.ferry.model.Verdict;
import dev.ferry.probe.Revision;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Syntax, schema and history, and the order in which gates run. */
final class StaticGatesTest {
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
  void aTouchedSourceThatBreaksIsNamedWithItsLine() {
    only(GateKind.SYNTAX);
    Revision base = fixture.repository.commit("base");
    fixture
        .moved()
        .repository
        .with("app.py", "from core.engine import start\n\ndef run()\n    pass\n");

    GateResult result = fixture.onlyResult(base);

    assertThat(result.verdict()).isEqualTo(Verdict.FAIL);
    assertThat(result.findings())
        .containsExactly(Problem.at("app.py", 3, Code.T001, "expected ':'"));
    assertThat(result.numerator()).isEqualTo(1);
    assertThat(result.denominator()).isEqualTo(2);
  }

  @Test
  void aSourceThatWasBrokenAtBaseDoesNotBlock() {
    only(GateKind.SYNTAX);
    fixture.repository.with("labs/engine.py", "def start(:\n");
    Revision base = fixture.repository.commit("base");
    fixture.moved();

    GateResult result = fixture.onlyResult(base);

    assertThat(result.verdict()).isEqualTo(Verdict.PASS);
    assertThat(GatingFixture.codes(result)).containsExactly("T002");
  }

  @Test
  void strictGatesBlockWhatWasBrokenAtBase() {
    only(GateKind.SYNTAX);
    fixture.strict = true;
    fixture.repository.with("labs/engine.py", "def start(:\n");
    Revision base = fixture.repository.commit("base");

    assertThat(fixture.moved().onlyResult(base).verdict()).isEqualTo(Verdict.FAIL);
  }

  @Test
  void touchedDataFilesAreParsed() {
    only(GateKind.SYNTAX);
    Revision base = fixture.repository.commit("base");
    fixture
        .moved()
        .repository
        .with("a.json", "{\"a\": 1,}")
        .with("b.yaml", "a: [1\n")
        .with("c.toml", "a = \n")
        .with("d.json", "[1, 2]")
        .with("e.yml", "--- !Custom {a: 1}\n---\nb: 2\n")
        .with("f.toml", "[a]\nb = 1979-05-27\n");

    GateResult result = fixture.onlyResult(base);

    assertThat(result.findings())
        .extracting(Problem::file)
        .containsExactlyInAnyOrder("a.json", "b.yaml", "c.toml");
    assertThat(result.denominator()).isEqualTo(8);
  }

  @Test
  void nothingTouchedIsAnError() {
    only(GateKind.SYNTAX);
    Revision base = fixture.repository.commit("base");
    fixture.paths.clear();

    GateResult result = fixture.judge(base, base).getFirst();

    assertThat(result.verdict()).isEqualTo(Verdict.ERROR);
    assertThat(GatingFixture.codes(result)).containsExactly("T003");
  }

  @Test
  void withoutAnInterpreterSyntaxIsUnproven() {
    only(GateKind.SYNTAX);
    fixture.virtualenv = Optional.of("nowhere");
    Revision base = fixture.repository.commit("base");

    GateResult result = fixture.moved().onlyResult(base);

    assertThat(result.verdict()).isEqualTo(Verdict.PASS);
    assertThat(result.proven()).isFalse();
  }

  @Test
  void everyImportResolvesAfterARightMove() {
    only(GateKind.SCHEMA);
    Revision base = fixture.repository.commit("base");

    GateResult result = fixture.moved().onlyResult(base);

    assertThat(result.findings()).isEmpty();
    assertThat(result.verdict()).isEqualTo(Verdict.PASS);
    assertThat(result.denominator()).isEqualTo(2);
  }

  @Test
  void anImporterThatWasForgottenIsNamedWithItsLine() {
    only(GateKind.SCHEMA);
    fixture.repository.with("late.py", "def late():\n    import labs.engine\n");
    Revision base = fixture.repository.commit("base");

    GateResult result = fixture.moved().onlyResult(base);

    assertThat(result.verdict()).isEqualTo(Verdict.FAIL);
    assertThat(result.findings())
        .containsExactly(Problem.at("late.py", 2, Code.T004, "labs.engine"));
  }

  @Test
  void anImportThatDangledAtBaseDoesNotBlock() {
    only(GateKind.SCHEMA);
    fixture
        .repository
        .with(
            "labs/engine.py",
            "from labs.nowhere import x\nfrom .gone import y\nimport not_installed\n")
        .with("app.py", "import labs.engine\n");
    Revision base = fixture.repository.commit("base");
    fixture
        .moved()
        .repository
        .with(
            "core/engine.py",
            "from labs.nowhere import x\nfrom labs.gone import y\nimport not_installed\n")
        .with("app.py", "import core.engine\n");

    assertThat(fixture.onlyResult(base).findings()).isEmpty();
  }

  @Test
  void anImportOfWhatIsNotInstalledIsNew() {
    only(GateKind.SCHEMA);
    Revision base = fixture.repository.commit("base");
    fixture
        .moved()
        .repository
        .with(
            "app.py",
            "import pytest\n"
                + "import json\n"
                + "import no_such_thing\n"
                + "from core.engine import start as run\n");

    GateResult result = fixture.onlyResult(base);

    assertThat(result.findings())
        .containsExactly(Problem.at("app.py", 3, Code.T004, "no_such_thing"));
  }

  @Test
  void aHistoryThatEndsFails() {
    only(GateKind.HISTORY);
    fixture.history = (move, base, candidate) -> new Followed.Ends(move, 41);
    Revision base = fixture.repository.commit("base");

    GateResult result = fixture.moved().onlyResult(base);

    assertThat(result.verdict()).isEqualTo(Verdict.FAIL);
    assertThat(result.findings())
        .containsExactly(
            Problem.at("core/engine.py", 0, Code.T006, "core/engine.py", "labs/engine.py", "41"));
  }

  @Test
  void theFirstGateThatBlocksEndsTheSequence() {
    fixture.gates =
        List.of(new ChosenGate.Known(GateKind.SCHEMA), new ChosenGate.Known(GateKind.SYNTAX));
    Revision base = fixture.repository.commit("base");
    fixture.moved().repository.with("app.py", "import labs.engine\n");

    assertThat(fixture.judgeAgainst(base)).extracting(GateResult::gate).containsExactly("schema");
  }

  @Test
  void allGatesRunWhereAllAreAskedFor() {
    fixture.all = true;
    fixture.gates =
        List.of(new ChosenGate.Known(GateKind.SCHEMA), new ChosenGate.Known(GateKind.SYNTAX));
    Revision base = fixture.repository.commit("base");
    fixture.moved().repository.with("app.py", "import labs.engine\n");

    assertThat(fixture.judgeAgainst(base))
        .extracting(GateResult::verdict)
        .containsExactly(Verdict.FAIL, Verdict.PASS);
  }

  @Test
  void namesOfGatesAreKnownOrAnError() {
    var command = new ChosenGate.Own("acceptance", List.of("make"), Optional.empty());

    GateList list = GateList.of(List.of("syntax", "acceptance", "sintax"), List.of(command));

    assertThat(list.gates()).extracting(ChosenGate::name).containsExactly("syntax", "acceptance");
    assertThat(list.problems()).extracting(Problem::code).containsExactly(Code.T027);
  }
}
