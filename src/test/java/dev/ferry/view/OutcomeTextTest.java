package dev.ferry.view;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ferry.model.Code;
import dev.ferry.model.GateResult;
import dev.ferry.model.ObjectId;
import dev.ferry.model.Outcome;
import dev.ferry.model.Problem;
import dev.ferry.model.Step;
import dev.ferry.model.Verdict;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

final class OutcomeTextTest {
  private static final ObjectId COMMIT = new ObjectId("0123456789".repeat(4));
  private static final Outcome INTEGRATED = new Outcome.Integrated("feat/integrate-labs-a", COMMIT);
  private static final Outcome FAILED =
      new Outcome.Failed(Step.TEST, Problem.at("core/b.py", 12, Code.T004, "labs.old.x"));
  private static final Outcome BLOCKED =
      new Outcome.Blocked(Problem.at("batch_core.tsv", 17, Code.B004, "labs/x.py"));
  private static final Outcome SKIPPED =
      new Outcome.Skipped(Problem.of(Code.R001, "core/a.py", "labs/a.py"));

  private final OutcomeText text = new OutcomeText(Messages.load(), Palette.plain());

  @Test
  void everyOutcomeIsOneSentence() {
    assertThat(text.sentence("labs.a", INTEGRATED))
        .isEqualTo("labs.a is integrated on feat/integrate-labs-a, commit 0123456789.");
    assertThat(text.sentence("labs.a", new Outcome.InPlace()))
        .isEqualTo("labs.a stands in its place already.");
    assertThat(text.sentence("labs.b", FAILED))
        .isEqualTo(
            "labs.b was not integrated: TEST ended with: core/b.py:12 cannot resolve 'labs.old.x'"
                + " (new since base) [FRY-T004].");
    assertThat(text.sentence("labs.x", BLOCKED))
        .isEqualTo(
            "labs.x is blocked: batch_core.tsv:17 source labs/x.py does not exist [FRY-B004].");
    assertThat(text.sentence("labs.a", SKIPPED))
        .isEqualTo(
            "labs.a was left out: destination core/a.py stands and source labs/a.py is gone"
                + " [FRY-R001].");
    assertThat(text.mend(BLOCKED)).startsWith("correct the path, or take the row out");
    assertThat(text.mend(INTEGRATED)).isEmpty();
  }

  @Test
  void manyOutcomesAreATableWithItsSums() {
    List<OutcomeRow> rows = rows();

    assertThat(text.table(rows, 0))
        .isEqualTo(
            """
            integrated  NO WITNESS  labs.a          feat/integrate-labs-a 0123456789
            in place                matriz.core
            failed                  labs.b          TEST: core/b.py:12 cannot resolve 'labs.old.x' (new since base) [FRY-T004]
            blocked                 labs.\\x1b[31mx  batch_core.tsv:17 source labs/x.py does not exist [FRY-B004]
            """);
    assertThat(OutcomeText.sums(rows))
        .isEqualTo("1 integrated (1 without a witness), 1 in place, 1 failed, 1 blocked; 4 in all");
    assertThat(OutcomeText.sums(List.of())).isEqualTo("0 in all");
  }

  @Test
  void aModuleThatOneGateHasAWitnessForIsNotWithoutOne() {
    GateResult seen =
        new GateResult("module-test", Verdict.PASS, true, 3, 3, List.of(), Duration.ZERO);
    GateResult unseen =
        new GateResult("smoke", Verdict.NO_WITNESS, true, 3, 3, List.of(), Duration.ZERO);
    GateResult statically =
        new GateResult("syntax", Verdict.PASS, true, 3, 3, List.of(), Duration.ZERO);

    assertThat(OutcomeText.sums(List.of(new OutcomeRow("a", INTEGRATED, List.of(seen, unseen)))))
        .isEqualTo("1 integrated; 1 in all");
    assertThat(
            OutcomeText.sums(List.of(new OutcomeRow("a", INTEGRATED, List.of(statically, unseen)))))
        .isEqualTo("1 integrated (1 without a witness); 1 in all");
  }

  @Test
  void onATerminalALineIsCutToItsWidth() {
    assertThat(text.table(rows(), 70).lines()).allMatch(line -> line.length() <= 70);
    assertThat(text.table(rows(), 70)).contains("TEST: core/b.py:12 cannot res…\n");
  }

  @Test
  void theDocumentHasEveryProblemWithItsWords() {
    assertThat(text.json(List.of(new OutcomeRow("labs.x", BLOCKED, List.of()))))
        .isEqualTo(
            """
            {"schema":"ferry.outcomes/v1","modules":[{"module":"labs.x","outcome":"blocked",\
            "why":{"code":"FRY-B004","severity":"error","file":"batch_core.tsv","line":17,"column":0,\
            "arguments":["labs/x.py"],"says":"source labs/x.py does not exist",\
            "fix":"correct the path, or take the row out of the batch; git ls-files lists what there is"},\
            "witnessed":true}]}
            """);
  }

  private static List<OutcomeRow> rows() {
    GateResult unseen =
        new GateResult("smoke", Verdict.NO_WITNESS, true, 5, 5, List.of(), Duration.ZERO);
    return List.of(
        new OutcomeRow("labs.a", INTEGRATED, List.of(unseen)),
        new OutcomeRow("matriz.core", new Outcome.InPlace(), List.of()),
        new OutcomeRow("labs.b", FAILED, List.of()),
        new OutcomeRow("labs.\u001b[31mx", BLOCKED, List.of()));
  }
}
