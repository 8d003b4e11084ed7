package dev.ferry.run;

import dev.ferry.git.WithdrawalMarks;
import dev.ferry.ledger.Attempt;
import dev.ferry.model.BatchRow;
import dev.ferry.model.Code;
import dev.ferry.model.Outcome;
import dev.ferry.model.Problem;
import dev.ferry.model.ProblemException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Chooses the rows that are worked anew. Earlier attempts stay recorded. */
final class RetriedRows {
  private final Workbench workbench;
  private final List<OpenBatch> batches;
  private final Progress progress;

  /**
   * @param progress hears which modules are left out
   */
  RetriedRows(Workbench workbench, List<OpenBatch> batches, Progress progress) {
    this.workbench = workbench;
    this.batches = batches;
    this.progress = progress;
  }

  /**
   * The batches with nothing but those rows.
   *
   * @throws ProblemException where there is nothing to work, or a name is none
   */
  List<OpenBatch> chosen(Retry retry) {
    return switch (retry) {
      case Retry.Named(List<String> modules) -> named(modules);
      case Retry.Failed(Optional<FailureClass> only) -> failed(only);
    };
  }

  private List<OpenBatch> named(List<String> modules) {
    List<Problem> wrong = new ArrayList<>();
    for (String module : modules) {
      Optional<FoundRow> found = FoundRow.find(batches, module);
      if (found.isEmpty()) {
        wrong.add(Problem.of(Code.R032, module));
      } else {
        found.get().done(Code.R069).ifPresent(wrong::add);
      }
    }
    if (!wrong.isEmpty()) {
      throw new ProblemException(wrong);
    }
    new WithdrawalMarks(workbench.repository()).forget(modules);
    return only(new HashSet<>(modules));
  }

  private List<OpenBatch> failed(Optional<FailureClass> only) {
    Set<String> failed = new HashSet<>();
    for (Attempt attempt : workbench.ledger().lastOfEach()) {
      if (attempt.outcome().orElse(null) instanceof Outcome.Failed
          && only.map(FailureClass.of(attempt)::equals).orElse(true)) {
        failed.add(attempt.start().move().module());
      }
    }
    Set<String> chosen = new HashSet<>();
    for (OpenBatch open : batches) {
      for (BatchRow row : open.batch().rows()) {
        if (failed.contains(row.move().module()) && !open.isDone(row)) {
          open.leftOut()
              .whyHeld(row)
              .ifPresentOrElse(progress::told, () -> chosen.add(row.move().module()));
        }
      }
    }
    if (chosen.isEmpty()) {
      throw new ProblemException(
          only.map(kind -> Problem.of(Code.R068, kind.name().toLowerCase(Locale.ROOT)))
              .orElseGet(() -> Problem.of(Code.R068)));
    }
    return only(chosen);
  }

  private List<OpenBatch> only(Set<String> modules) {
    return batches.stream()
        .map(open -> open.only(row -> modules.contains(row.move().module()) && !open.isDone(row)))
        .filter(open -> !open.batch().rows().isEmpty())
        .toList();
  }
}
