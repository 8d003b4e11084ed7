package dev.ferry.view;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ferry.ledger.Attempt;
import dev.ferry.ledger.StepEnd;
import dev.ferry.model.Code;
import dev.ferry.model.GateResult;
import dev.ferry.model.Move;
import dev.ferry.model.ObjectId;
import dev.ferry.model.Outcome;
import dev.ferry.model.Problem;
import dev.ferry.model.Step;
import dev.ferry.model.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class AttemptTextTest {
  private static final Instant START = Instant.parse("2026-11-22T14:00:00Z");
  private static final ObjectId BASE = new ObjectId("c4acf018f0".repeat(4));

  private final AttemptText text =
      new AttemptText(Messages.load(), Palette.plain(), ZoneOffset.UTC);

  @Test
  void theLogHasALineAnAttempt() {
    assertThat(text.log(List.of(failed(), unfinished()), 0))
        .isEqualTo(
            """
            2026-11-22 14:00:00  failed      12.5 s  labs.a  TEST: core/a.py:3 cannot resolve 'labs.b' (new since base) [FRY-T004]
            2026-11-22 14:00:00  unfinished          labs.a
            """);
  }

  @Test
  void anAttemptIsToldFromItsStartToItsEnd() {
    assertThat(text.show(failed()))
        .startsWith(
            """
            labs.a
            source   labs/a.py
            to       core/a.py
            batch    batch_core.tsv
            base     c4acf018f0
            started  2026-11-22 14:00:00
            [7/9] TEST            stopped   12.0 s
            FAIL             schema       1/2 (50.0%)  0.10 s
              schema  core/a.py:3 cannot resolve 'labs.b' (new since base)
            labs.a was not integrated: TEST ended with: core/a.py:3 cannot resolve 'labs.b' (new since base) [FRY-T004].
              fix:\
            """);
  }

  @Test
  void anAttemptWithoutAnEndingSaysSo() {
    assertThat(text.show(unfinished()))
        .endsWith(
            "The attempt has no ending: it still runs, or its process was killed;"
                + " the next run takes it up.\n");
  }

  @Test
  void programsGetVersionedDocuments() {
    assertThat(text.logJson(List.of(unfinished())))
        .isEqualTo(
            """
            {"schema":"ferry.log/v1","attempts":[{"id":"1","session":"s","batch":"batch_core.tsv",\
            "module":"labs.a","source":"labs/a.py","destination":"core/a.py",\
            "base":"c4acf018f0c4acf018f0c4acf018f0c4acf018f0","started":"2026-11-22T14:00:00Z",\
            "ended":null,"outcome":null}]}
            """);
    assertThat(text.showJson(List.of(failed()), List.of()))
        .contains(
            "\"steps\":[{\"step\":\"TEST\",\"result\":\"stopped\",\"milliseconds\":12000,\"notes\":[]}]")
        .contains(
            "\"gates\":[{\"gate\":\"schema\",\"verdict\":\"FAIL\",\"proven\":true,\"numerator\":1,")
        .endsWith("}]}],\"decisions\":[]}\n");
  }

  private static Attempt failed() {
    Problem why = Problem.at("core/a.py", 3, Code.T004, "labs.b");
    return new Attempt(
        start(),
        List.of(new StepEnd(Step.TEST, StepEnd.Result.STOPPED, List.of(), Duration.ofSeconds(12))),
        List.of(
            new GateResult(
                "schema", Verdict.FAIL, true, 1, 2, List.of(why), Duration.ofMillis(100))),
        Optional.of(new Outcome.Failed(Step.TEST, why)),
        Optional.of(START.plusMillis(12_500)));
  }

  private static Attempt unfinished() {
    return new Attempt(start(), List.of(), List.of(), Optional.empty(), Optional.empty());
  }

  private static Attempt.Start start() {
    return new Attempt.Start(
        "1", "s", "batch_core.tsv", new Move("labs.a", "labs/a.py", "core/a.py"), BASE, START);
  }
}
