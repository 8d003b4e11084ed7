package dev.ferry.run;

import dev.ferry.git.WithdrawalMarks;
import dev.ferry.ledger.Attempt;
import dev.ferry.ledger.Decision;
import dev.ferry.model.Code;
import dev.ferry.model.Outcome;
import dev.ferry.model.Problem;
import dev.ferry.model.Step;
import java.nio.file.Files;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Modules that runs leave out until somebody asks for them by name: those in quarantine, which
 * failed too often in a row, and those that were reverted. A withdrawn branch is known by its mark
 * in git, also where the ledger is lost.
 */
final class HeldModules {
  private HeldModules() {}

  /** Each with the reason; nothing, and no ledger begun, where nothing was recorded yet. */
  static Map<String, Problem> of(Workbench workbench) {
    Map<String, Problem> held = new LinkedHashMap<>();
    new WithdrawalMarks(workbench.repository())
        .modules()
        .forEach((module, why) -> held.put(module, Problem.of(Code.R065, module, why)));
    if (!Files.exists(workbench.home().resolve(Workbench.LEDGER))) {
      return held;
    }
    int most = workbench.configuration().limits().failures();
    if (most > 0) {
      quarantine(workbench, most, held);
    }
    for (Decision reverted : workbench.ledger().reverted()) {
      held.put(reverted.module(), Problem.of(Code.R065, reverted.module(), reverted.why()));
    }
    return held;
  }

  /** What the machine is to blame for, and waiting for others, count neither way. */
  private static void quarantine(Workbench workbench, int most, Map<String, Problem> held) {
    Map<String, Integer> failures = new LinkedHashMap<>();
    for (Attempt attempt : workbench.ledger().failedAgain(most)) {
      String module = attempt.start().move().module();
      if (attempt.outcome().orElse(null) instanceof Outcome.Failed(Step step, Problem why)
          && FailureClass.of(attempt) != FailureClass.INFRASTRUCTURE
          && why.code() != Code.R029) {
        int count = failures.merge(module, 1, Integer::sum);
        if (count >= most) {
          held.put(
              module,
              Problem.of(Code.R064, module, Integer.toString(count), step.name(), why.code().id()));
        }
      }
    }
  }
}
