package dev.ferry.view;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ferry.ledger.StepEnd;
import dev.ferry.model.Code;
import dev.ferry.model.GateResult;
import dev.ferry.model.Problem;
import dev.ferry.model.Step;
import dev.ferry.model.Verdict;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class GateTextTest {
  private final Messages messages = Messages.load();
  private final GateText text = new GateText(messages, Palette.plain());

  @Test
  void everyVerdictHasItsLine() {
    String lines =
        text.render(gate("syntax", Verdict.PASS, true, 3, 3))
            + text.render(
                gate(
                    "schema",
                    Verdict.FAIL,
                    true,
                    11,
                    12,
                    Problem.at("core/x.py", 12, Code.T004, "labs.old.x")))
            + text.render(
                gate(
                    "module-test", Verdict.NO_WITNESS, true, 0, 0, Problem.of(Code.T024, "core.x")))
            + text.render(gate("smoke", Verdict.ERROR, true, 0, 0, Problem.of(Code.T014)))
            + text.render(gate("acceptance", Verdict.PASS, false, 1, 1))
            + text.render(gate("endpoints", Verdict.SKIPPED, true, 0, 0));

    assertThat(lines)
        .isEqualTo(
            """
            PASS             syntax       3/3 (100.0%)  1.50 s
            FAIL             schema       11/12 (91.6%)  1.50 s
              schema  core/x.py:12 cannot resolve 'labs.old.x' (new since base)
            NO WITNESS       module-test  1.50 s
              module-test  no test reaches core.x
            ERROR            smoke        1.50 s
              smoke  no test ran
            PASS (unproven)  acceptance   1/1 (100.0%)  1.50 s
            SKIPPED          endpoints    1.50 s
            """);
  }

  @Test
  void onlyTheWholeIsAHundredPercent() {
    assertThat(Spans.share(9_999, 10_000)).isEqualTo("9999/10000 (99.9%)");
    assertThat(Spans.share(18, 21)).isEqualTo("18/21 (85.7%)");
    assertThat(Spans.share(0, 0)).isEqualTo("0/0");
  }

  @Test
  void verdictsHaveColoursWhereTheyAreWanted() {
    Palette colours = Palette.choose(Palette.When.ALWAYS, Map.of(), false);

    assertThat(
            new GateText(messages, colours).render(gate("smoke", Verdict.NO_WITNESS, true, 0, 0)))
        .isEqualTo("\u001b[33mNO WITNESS\u001b[0m       smoke        \u001b[2m1.50 s\u001b[0m\n");
  }

  @Test
  void stepsAreNumberedAndTellTheirNotes() {
    StepText steps = new StepText(messages, Palette.plain());

    assertThat(
            steps.render(new StepEnd(Step.REVIEW, StepEnd.Result.DONE, List.of(), seconds(0)))
                + steps.render(
                    new StepEnd(
                        Step.CREATE_TESTS,
                        StepEnd.Result.LEFT_OUT,
                        List.of(Problem.of(Code.T024, "core.x")),
                        Duration.ofMillis(12_340)))
                + steps.render(
                    new StepEnd(
                        Step.UPDATE_IMPORTS, StepEnd.Result.STOPPED, List.of(), seconds(185))))
        .isEqualTo(
            """
            [1/9] REVIEW          done      0.00 s
            [3/9] CREATE_TESTS    left out  12.3 s
                  no test reaches core.x
            [5/9] UPDATE_IMPORTS  stopped   3 min 05 s
            """);
    assertThat(Spans.text(Duration.ofMinutes(127))).isEqualTo("2 h 07 min");
  }

  private static Duration seconds(int seconds) {
    return Duration.ofSeconds(seconds);
  }

  private static GateResult gate(
      String name, Verdict verdict, boolean proven, long part, long whole, Problem... findings) {
    return new GateResult(
        name, verdict, proven, part, whole, List.of(findings), Duration.ofMillis(1500));
  }
}
