package dev.ferry.run.gating;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ferry.gate.GateKind;
import dev.ferry.model.GateResult;
import dev.ferry.model.Verdict;
import dev.ferry.probe.Revision;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The lane guard as a gate: against base, by the base's contracts. */
final class LanesGateTest {
  private static final String CONTRACT =
      """
      [importlinter]
      root_packages =
          core
          labs
      [importlinter:contract:a]
      name = Core keeps away
      type = forbidden
      source_modules = core
      forbidden_modules = labs
      """;

  @TempDir Path temporary = Path.of("");
  private GatingFixture fixture;

  @BeforeEach
  void sample() {
    fixture = new GatingFixture(temporary);
    fixture.gates = List.of(new ChosenGate.Known(GateKind.LANES));
    fixture
        .repository
        .with("core/__init__.py", "")
        .with("labs/helper.py", "")
        .with(".importlinter", CONTRACT);
  }

  @AfterEach
  void end() {
    fixture.close();
  }

  @Test
  void aMoveThatBreaksNothingPassesWithTheNumberOfContracts() {
    Revision base = fixture.repository.commit("base");
    fixture.moved();

    GateResult result = fixture.onlyResult(base);

    assertThat(result.verdict()).as("%s", result.findings()).isEqualTo(Verdict.PASS);
    assertThat(result.numerator()).isEqualTo(1);
    assertThat(result.denominator()).isEqualTo(1);
  }

  @Test
  void aModuleThatImportsWhatItsNewPackageMayNotIsNamedWithItsLine() {
    fixture.repository.with(
        "labs/engine.py", "import labs.helper\n\n\ndef start(x=0):\n    return x\n");
    Revision base = fixture.repository.commit("base");
    fixture.moved();

    GateResult result = fixture.onlyResult(base);

    assertThat(result.verdict()).isEqualTo(Verdict.FAIL);
    assertThat(GatingFixture.codes(result)).containsExactly("N030");
    assertThat(result.findings().getFirst().file()).isEqualTo("core/engine.py");
    assertThat(result.findings().getFirst().line()).isEqualTo(1);
  }

  @Test
  void whatStandsAtBaseDoesNotBlockUnlessStrict() {
    fixture.repository.with("core/old.py", "import labs.helper\n");
    Revision base = fixture.repository.commit("base");
    fixture.moved();

    GateResult result = fixture.onlyResult(base);
    assertThat(result.verdict()).isEqualTo(Verdict.PASS);
    assertThat(GatingFixture.codes(result)).containsExactly("N035");

    fixture.strict = true;
    assertThat(fixture.onlyResult(base).verdict()).isEqualTo(Verdict.FAIL);
  }
}
