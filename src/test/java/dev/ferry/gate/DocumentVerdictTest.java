package dev.ferry.gate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ferry.gate.DocumentVerdict.Judged;
import dev.ferry.gate.openapi.Mistake;
import dev.ferry.gate.openapi.OpenApiDocument.Checked;
import dev.ferry.model.Code;
import dev.ferry.model.GateResult;
import dev.ferry.model.Problem;
import dev.ferry.model.Verdict;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** OpenAPI documents, compared with what they were at base. */
final class DocumentVerdictTest {
  private static final Duration TOOK = Duration.ofMillis(9);
  private static final Map<String, String> MOVED = Map.of("labs.a", "core.a");

  private static GateResult imports(Verdict verdict, long good, long all, Problem... findings) {
    return new GateResult(
        "schema", verdict, true, good, all, List.of(findings), Duration.ofMillis(1));
  }

  private static Mistake mistake(int number) {
    return new Mistake("api.yaml", number, "/" + number, "wrong");
  }

  private static Optional<Checked> read(Mistake... mistakes) {
    return Optional.of(new Checked.Read(true, List.of(mistakes)));
  }

  private static GateResult judge(
      GateResult imports, Optional<Checked> now, Optional<Checked> before, boolean strict) {
    return DocumentVerdict.judge(
        imports, List.of(new Judged("api.yaml", now, before)), MOVED, strict, TOOK);
  }

  private static GateResult judge(Optional<Checked> now, Optional<Checked> before) {
    return judge(imports(Verdict.PASS, 4, 4), now, before, false);
  }

  private static void is(
      GateResult result, Verdict verdict, long good, long all, Problem... findings) {
    assertThat(result)
        .isEqualTo(new GateResult("schema", verdict, true, good, all, List.of(findings), TOOK));
  }

  private static Problem fresh(int number) {
    return Problem.at("api.yaml", number, Code.T088, "#/" + number, "wrong");
  }

  private static Problem standing(int count, int first) {
    return Problem.at("api.yaml", first, Code.T089, "" + count, "#/" + first, "wrong");
  }

  @Test
  void withoutDocumentsTheImportsAreAll() {
    GateResult imports = imports(Verdict.PASS, 4, 4);
    assertThat(DocumentVerdict.judge(imports, List.of(), MOVED, false, TOOK)).isSameAs(imports);
  }

  @Test
  void whatIsNewFailsAndWhatStoodIsTold() {
    is(judge(read(), read()), Verdict.PASS, 5, 5);
    is(judge(read(mistake(1)), read()), Verdict.FAIL, 4, 5, fresh(1));
    is(judge(read(mistake(1)), Optional.empty()), Verdict.FAIL, 4, 5, fresh(1));
    is(judge(read(mistake(1)), read(mistake(1))), Verdict.PASS, 5, 5, standing(1, 1));
    is(
        judge(read(mistake(1), mistake(2), mistake(3)), read(mistake(1), mistake(3))),
        Verdict.FAIL,
        4,
        5,
        fresh(2),
        standing(2, 1));
    is(judge(read(), read(mistake(1))), Verdict.PASS, 5, 5);
  }

  @Test
  void strictLooksAtNoBase() {
    is(
        judge(imports(Verdict.PASS, 4, 4), read(mistake(1)), read(mistake(1)), true),
        Verdict.FAIL,
        4,
        5,
        fresh(1));
    Optional<Checked> broken = Optional.of(new Checked.Unreadable(3, "why"));
    is(
        judge(imports(Verdict.PASS, 4, 4), broken, broken, true),
        Verdict.ERROR,
        4,
        5,
        Problem.at("api.yaml", 3, Code.T090, "why"));
  }

  @Test
  void twentyAreToldAndHowManyMoreThereAre() {
    Mistake[] twenty =
        IntStream.rangeClosed(1, 20).mapToObj(it -> mistake(it)).toArray(Mistake[]::new);
    assertThat(judge(read(twenty), read()).findings())
        .containsExactlyElementsOf(IntStream.rangeClosed(1, 20).mapToObj(it -> fresh(it)).toList());
    Mistake[] more =
        IntStream.rangeClosed(1, 23).mapToObj(it -> mistake(it)).toArray(Mistake[]::new);
    List<Problem> told = judge(read(more), read()).findings();
    assertThat(told).hasSize(21);
    assertThat(told.getLast()).isEqualTo(Problem.at("api.yaml", 0, Code.T093, "3"));
  }

  @Test
  void aMistakeIsTheSameUnderTheNewName() {
    Mistake was = new Mistake("api.yaml", 1, "/labs.a", "labs.a is wrong");
    Mistake is = new Mistake("api.yaml", 2, "/core.a", "core.a is wrong");
    is(
        judge(read(is), read(was)),
        Verdict.PASS,
        5,
        5,
        Problem.at("api.yaml", 2, Code.T089, "1", "#/core.a", "core.a is wrong"));
    is(
        judge(read(new Mistake("other.yaml", 1, "/labs.a", "labs.a is wrong")), read(was)),
        Verdict.FAIL,
        4,
        5,
        Problem.at("other.yaml", 1, Code.T088, "#/labs.a", "labs.a is wrong"));
  }

  @Test
  void whatCannotBeReadIsAnErrorUnlessItStoodSo() {
    Optional<Checked> broken = Optional.of(new Checked.Unreadable(3, "why"));
    is(judge(broken, read()), Verdict.ERROR, 4, 5, Problem.at("api.yaml", 3, Code.T090, "why"));
    is(judge(broken, broken), Verdict.PASS, 5, 5, Problem.at("api.yaml", 3, Code.T002));
    is(judge(Optional.empty(), read()), Verdict.ERROR, 4, 5, Problem.at("api.yaml", 0, Code.T092));
  }

  @Test
  void anotherVersionIsToldAndDoesNotCount() {
    Optional<Checked> other = Optional.of(new Checked.OtherVersion("3.2.0"));
    is(judge(other, read()), Verdict.PASS, 4, 4, Problem.at("api.yaml", 0, Code.T091, "3.2.0"));
    is(
        judge(imports(Verdict.NO_WITNESS, 0, 0), other, read(), false),
        Verdict.NO_WITNESS,
        0,
        0,
        Problem.at("api.yaml", 0, Code.T091, "3.2.0"));
  }

  @Test
  void theImportsVerdictStaysAndComesAfterTheDocuments() {
    Problem nothing = Problem.of(Code.T003, "schema");
    is(judge(imports(Verdict.ERROR, 0, 0, nothing), read(), read(), false), Verdict.PASS, 1, 1);
    is(
        judge(imports(Verdict.ERROR, 0, 0, nothing), read(mistake(1)), read(), false),
        Verdict.FAIL,
        0,
        1,
        fresh(1));
    Problem missing = Problem.of(Code.T003, "x");
    is(
        judge(imports(Verdict.FAIL, 3, 4, missing), read(mistake(1)), read(mistake(1)), false),
        Verdict.FAIL,
        4,
        5,
        missing,
        standing(1, 1));
    is(
        judge(imports(Verdict.ERROR, 3, 4, missing), read(mistake(1)), read(), false),
        Verdict.ERROR,
        3,
        5,
        fresh(1),
        missing);
  }
}
