package dev.ferry.run;

import dev.ferry.batch.DoneFile;
import dev.ferry.batch.SkipFile;
import dev.ferry.ledger.Decision;
import dev.ferry.model.Code;
import dev.ferry.model.Problem;
import dev.ferry.model.ProblemException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Leaves rows out, and takes them back in. The decision stands in the file beside the batch, which
 * nothing else replaces; the ledger and the {@code .done} file only follow it.
 */
public final class SkippedRows {
  private final Workbench workbench;
  private final LockedRows rows;

  /**
   * @param named batch files of the command line; else as {@link Workbench#batchFiles} finds them
   */
  public SkippedRows(Workbench workbench, List<String> named) {
    this.workbench = workbench;
    this.rows = new LockedRows(workbench, named);
  }

  /**
   * What was written.
   *
   * @param file as the user knows it
   * @param isTracked whether the repository would have it, so that it is to be committed
   * @param doneFile the {@code .done} file that says otherwise and is not ferry's to write
   */
  public record Written(String file, boolean isTracked, Optional<String> doneFile) {}

  /**
   * Leaves the row of a module out.
   *
   * @throws ProblemException where there is none, where it is done, or a ferry works on its batch
   */
  public Written skip(String module, String why) {
    return rows.locked(
        module,
        (found, file) -> {
          Optional<Problem> done =
              found.batch().leftOut().whySkipped(found.row()).isPresent()
                  ? Optional.empty()
                  : found.done(Code.R062);
          if (done.isPresent()) {
            throw new ProblemException(done.get());
          }
          SkipFile skips = SkipFile.read(file, found.batch().batch());
          skips.add(found.row(), why);
          found.batch().finished().addForScripts(found.row());
          new SkippedRow(found.row(), skips.reason(found.row()).orElse(why))
              .record(
                  workbench.ledger(),
                  Recovery.session(),
                  workbench.base().commit(),
                  workbench.instruments().clock().instant());
          return new Written(skips.shown(), isTracked(file), Optional.empty());
        });
  }

  /**
   * Takes the row of a module back in.
   *
   * @throws ProblemException where there is none, or it is not left out
   */
  public Written undo(String module, String why) {
    return rows.locked(
        module,
        (found, file) -> {
          SkipFile skips = SkipFile.read(file, found.batch().batch());
          if (!skips.remove(found.row())) {
            throw new ProblemException(Problem.of(Code.R063, module));
          }
          boolean gone = found.batch().finished().remove(found.row());
          workbench.ledger().decided(module, Decision.Kind.TAKEN_IN, why);
          return new Written(
              skips.shown(),
              isTracked(file),
              gone
                  ? Optional.empty()
                  : Optional.of(DoneFile.beside(Path.of(found.batch().batch().file())).toString()));
        });
  }

  private boolean isTracked(Path file) {
    return !workbench.repository().leavesAlone(SkipFile.beside(file));
  }
}
