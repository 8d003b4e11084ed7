package dev.ferry.gate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ferry.lanes.Contract;
import dev.ferry.lanes.ContractResult;
import dev.ferry.lanes.ContractResult.Status;
import dev.ferry.lanes.LaneConfiguration;
import dev.ferry.lanes.LaneConfigurationReader;
import dev.ferry.lanes.LaneReport;
import dev.ferry.lanes.Violation;
import dev.ferry.model.Code;
import dev.ferry.model.GateResult;
import dev.ferry.model.Problem;
import dev.ferry.model.Verdict;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class LaneVerdictTest {
  private static final Duration TOOK = Duration.ofMillis(11);
  private static final Violation UNDECLARED = new Violation.Undeclared(List.of("core.x"));
  private static final Problem TOLD = Problem.of(Code.N033, "core.x", "one");

  private static LaneConfiguration configuration() {
    String text =
        """
        [importlinter]
        root_package = core
        [importlinter:contract:1]
        name = one
        type = independence
        modules = core.a
        """;
    return LaneConfigurationReader.read(
            ".importlinter", Optional.of(text.getBytes(StandardCharsets.UTF_8)))
        .configuration()
        .orElseThrow();
  }

  private static ContractResult result(
      Status status, int standing, List<Violation> violations, Problem... problems) {
    Contract contract = configuration().contracts().getFirst();
    return new ContractResult(contract, status, violations, 7, 0, standing, List.of(problems));
  }

  private static ContractResult kept() {
    return result(Status.KEPT, 0, List.of());
  }

  private static ContractResult broken() {
    return result(Status.BROKEN, 0, List.of(UNDECLARED));
  }

  private static GateResult judge(
      List<Problem> ofTheTree, List<Problem> notes, ContractResult... results) {
    LaneReport report = new LaneReport(configuration(), 9, 9, List.of(results), ofTheTree);
    return LaneVerdict.judge(report, notes, TOOK);
  }

  private static void is(
      GateResult result, Verdict verdict, long kept, long all, Problem... findings) {
    assertThat(result)
        .isEqualTo(new GateResult("lanes", verdict, true, kept, all, List.of(findings), TOOK));
  }

  @Test
  void everyContractKeptPassesAndOneBrokenFails() {
    is(judge(List.of(), List.of(), kept(), kept()), Verdict.PASS, 2, 2);
    is(judge(List.of(), List.of(), kept(), broken()), Verdict.FAIL, 1, 2, TOLD);
  }

  @Test
  void noContractAndOneThatCannotBeJudgedAreErrors() {
    is(judge(List.of(), List.of()), Verdict.ERROR, 0, 0, Problem.of(Code.T003, "lanes"));
    Problem why = Problem.of(Code.N015, "one", "core.gone");
    ContractResult unjudged = result(Status.ERROR, 0, List.of(), why);
    is(judge(List.of(), List.of(), kept(), unjudged), Verdict.ERROR, 1, 2, why);
    is(judge(List.of(), List.of(), broken(), unjudged), Verdict.ERROR, 0, 2, TOLD, why);
  }

  @Test
  void aRootThatIsNotThereIsAnErrorAndOtherNotesAreNone() {
    Problem root = Problem.of(Code.N008, "core", "");
    Problem note = Problem.of(Code.N023, "3");
    Problem other = Problem.of(Code.N025, "setup.cfg", ".importlinter");
    is(judge(List.of(root), List.of(), kept()), Verdict.ERROR, 1, 1, root);
    is(judge(List.of(note), List.of(other), kept()), Verdict.PASS, 1, 1, note, other);
    is(judge(List.of(note), List.of(), broken()), Verdict.FAIL, 0, 1, TOLD, note);
  }

  @Test
  void whatStandsAtBaseIsCountedAndTold() {
    Problem standing = Problem.of(Code.N035, "5");
    ContractResult some = result(Status.KEPT, 2, List.of());
    is(
        judge(List.of(), List.of(), some, result(Status.BROKEN, 3, List.of(UNDECLARED))),
        Verdict.FAIL,
        1,
        2,
        TOLD,
        standing);
    is(
        judge(List.of(), List.of(), result(Status.KEPT, 1, List.of())),
        Verdict.PASS,
        1,
        1,
        Problem.of(Code.N035, "1"));
  }

  @Test
  void contractsThatCannotBeReadAreAnError() {
    Problem why = Problem.of(Code.N008, "core", "");
    is(LaneVerdict.unreadable(List.of(why), TOOK), Verdict.ERROR, 0, 0, why);
  }
}
