package dev.ferry.run.gating;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ferry.gate.GateKind;
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

/** OpenAPI documents that a move touches, or that the configuration names. */
final class SchemaDocumentsTest {
  private static final String VALID =
      """
      openapi: 3.0.3
      info: {title: cars, version: "1"}
      paths:
        /cars:
          get:
            operationId: labs.engine.start
            responses: {"200": {description: well}}
      """;

  private static final String BROKEN = VALID.replace("description", "summary");

  @TempDir Path temporary = Path.of("");
  private GatingFixture fixture;

  @BeforeEach
  void sample() {
    fixture = new GatingFixture(temporary);
    fixture.gates = List.of(new ChosenGate.Known(GateKind.SCHEMA));
  }

  @AfterEach
  void end() {
    fixture.close();
  }

  private GateResult judge(String before, String after) {
    fixture.repository.with("docs/api.yaml", before);
    Revision base = fixture.repository.commit("base");
    fixture.moved().repository.with("docs/api.yaml", after);
    return fixture.onlyResult(base);
  }

  @Test
  void aTouchedDocumentThatStaysValidIsCounted() {
    fixture.repository.with("docs/api.yaml", VALID);
    Revision base = fixture.repository.commit("base");
    Revision without = fixture.moved().repository.commit("without");
    fixture.repository.with("docs/api.yaml", VALID.replace("labs.engine", "core.engine"));

    GateResult with = fixture.onlyResult(base);

    assertThat(with.verdict()).as(with.toString()).isEqualTo(Verdict.PASS);
    assertThat(with.findings()).isEmpty();
    assertThat(with.denominator())
        .isEqualTo(fixture.judge(base, without).getFirst().denominator() + 1);
    assertThat(with.numerator()).isEqualTo(with.denominator());
  }

  @Test
  void aNewMistakeFailsWithFileLineAndPlace() {
    GateResult result = judge(VALID, BROKEN);

    assertThat(result.verdict()).isEqualTo(Verdict.FAIL);
    assertThat(GatingFixture.codes(result)).containsExactly("T088", "T088");
    Problem first = result.findings().getFirst();
    assertThat(first.file()).isEqualTo("docs/api.yaml");
    assertThat(first.line()).isEqualTo(7);
    assertThat(first.arguments())
        .containsExactly("#/paths/~1cars/get/responses/200", "lacks 'description'");
  }

  @Test
  void whatIsWrongAtBaseIsToldAndDoesNotCount() {
    GateResult result = judge(BROKEN, BROKEN.replace("labs.engine", "core.engine"));

    assertThat(result.verdict()).as(result.toString()).isEqualTo(Verdict.PASS);
    assertThat(GatingFixture.codes(result)).containsExactly("T089");
    assertThat(result.findings().getFirst().arguments().getFirst()).isEqualTo("2");
  }

  @Test
  void strictGatesCountItToo() {
    fixture.strict = true;

    assertThat(judge(BROKEN, BROKEN + "# touched\n").verdict()).isEqualTo(Verdict.FAIL);
  }

  @Test
  void aMistakeThatNamesTheMovedModuleIsTheSameOne() {
    String twice = VALID + "  /more:\n    get: {operationId: labs.engine.start, responses: {}}\n";

    GateResult result = judge(twice, twice.replace("labs.engine", "core.engine"));

    assertThat(result.verdict()).as(result.toString()).isEqualTo(Verdict.PASS);
    assertThat(GatingFixture.codes(result)).containsExactly("T089");
  }

  @Test
  void aDocumentThatCannotBeReadAnyMoreIsAnError() {
    GateResult result = judge(VALID, VALID + "paths: [\n");

    assertThat(result.verdict()).isEqualTo(Verdict.ERROR);
    assertThat(GatingFixture.codes(result)).containsExactly("T090");
  }

  @Test
  void aDocumentThatCouldNotBeReadAtBaseIsTold() {
    GateResult result = judge(VALID + "paths: [\n", VALID + "paths: [ [\n");

    assertThat(result.verdict()).isEqualTo(Verdict.PASS);
    assertThat(GatingFixture.codes(result)).containsExactly("T002");
  }

  @Test
  void aDocumentThatIsNoneAnyMoreFails() {
    GateResult result = judge(VALID, VALID.replace("openapi: 3.0.3", "opened: 3.0.3"));

    assertThat(result.verdict()).isEqualTo(Verdict.FAIL);
    assertThat(GatingFixture.codes(result)).containsExactly("T088");
  }

  @Test
  void anotherVersionIsToldAndNotCounted() {
    GateResult result = judge("swagger: '2.0'\n", "swagger: '2.0'\npaths: 1\n");

    assertThat(result.verdict()).isEqualTo(Verdict.PASS);
    assertThat(GatingFixture.codes(result)).containsExactly("T091");
  }

  @Test
  void aConfiguredDocumentIsCheckedThoughOnlyWhatItRefersToWasTouched() {
    String outer =
        "openapi: 3.1.0\ninfo: {title: a, version: b}\npaths:\n  /a: {$ref: 'parts/a.yaml'}\n";
    fixture.openapi = List.of("docs/outer.yaml");
    fixture
        .repository
        .with("docs/outer.yaml", outer)
        .with("docs/parts/a.yaml", "get: {summary: well}\n");
    Revision base = fixture.repository.commit("base");
    fixture.moved().repository.with("docs/parts/a.yaml", "get: {summary: 1}\n");

    GateResult result = fixture.onlyResult(base);

    assertThat(result.verdict()).as(result.toString()).isEqualTo(Verdict.FAIL);
    assertThat(result.findings().getFirst().file()).isEqualTo("docs/parts/a.yaml");
  }

  @Test
  void aConfiguredDocumentThatIsNotThereIsAnError() {
    fixture.openapi = List.of("docs/none.yaml");
    Revision base = fixture.repository.commit("base");

    GateResult result = fixture.moved().onlyResult(base);

    assertThat(result.verdict()).isEqualTo(Verdict.ERROR);
    assertThat(GatingFixture.codes(result)).containsExactly("T092");
  }
}
