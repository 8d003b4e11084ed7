package dev.ferry.run.revert;

import dev.ferry.batch.DoneFile;
import dev.ferry.git.CommitText;
import dev.ferry.git.Done;
import dev.ferry.git.DoneJudge;
import dev.ferry.git.Withdrawal;
import dev.ferry.ledger.Attempt;
import dev.ferry.ledger.Decision;
import dev.ferry.model.BatchRow;
import dev.ferry.model.Code;
import dev.ferry.model.ObjectId;
import dev.ferry.model.Outcome;
import dev.ferry.model.Outcome.Integrated;
import dev.ferry.model.Problem;
import dev.ferry.model.ProblemException;
import dev.ferry.run.BranchName;
import dev.ferry.run.CommitMessage;
import dev.ferry.run.FoundRow;
import dev.ferry.run.LockedRows;
import dev.ferry.run.Progress;
import dev.ferry.run.Workbench;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Takes back what was done with a module: a branch that nobody else has is withdrawn; what the base
 * has is moved back by a branch of its own.
 */
public final class Reversal {
  private final Workbench workbench;
  private final LockedRows rows;
  private final Progress progress;
  private final BranchName names;

  /**
   * @param named batch files of the command line; else as {@link Workbench#batchFiles} finds them
   */
  public Reversal(Workbench workbench, List<String> named, Progress progress) {
    this.workbench = workbench;
    this.rows = new LockedRows(workbench, named);
    this.progress = progress;
    this.names = new BranchName(workbench.configuration().publication().branch());
  }

  /** What a reversal came to. */
  public sealed interface Reverted {
    /**
     * The branch is gone.
     *
     * @param doneFile the {@code .done} file that still names the row and is not ferry's to write
     */
    record Withdrawn(String branch, ObjectId commit, Optional<String> doneFile)
        implements Reverted {}

    /**
     * A branch moves the module back.
     *
     * @param end integrated on that branch, or what stopped it
     * @param former the branch that once brought the module, where it has to stay
     * @param doneFile the {@code .done} file that still names the row and is not ferry's to write
     */
    record MovedBack(Outcome end, Optional<String> former, Optional<String> doneFile)
        implements Reverted {}
  }

  /**
   * Reverts a module.
   *
   * @throws ProblemException where there is nothing to revert, or somebody else has a share in it
   */
  public Reverted revert(String module, String why) {
    return rows.locked(
        module,
        (found, file) -> {
          Outcome standing = found.batch().standing().get(found.row());
          String branch = names.of(module);
          if (standing instanceof Integrated(String where, ObjectId commit)
              && where.equals(branch)) {
            return withdraw(found, file, new Integrated(branch, commit), why);
          }
          requireLanded(found.row());
          return moveBack(found, file, why);
        });
  }

  private Reverted withdraw(FoundRow found, Path file, Integrated standing, String why) {
    String module = found.row().move().module();
    notAsFerryLeftIt(module, standing).ifPresent(Reversal::refuse);
    Withdrawal withdrawal =
        new Withdrawal(workbench.repository(), workbench.configuration().limits().step());
    withdrawal
        .obstacle(
            module,
            standing.branch(),
            standing.commit(),
            workbench.ledger().pushedTo(standing.branch()))
        .ifPresent(Reversal::refuse);
    // recorded first: where ferry is killed now, the branch still shows the row to be integrated
    boolean gone = found.batch().finished().remove(found.row());
    workbench.ledger().decided(module, Decision.Kind.REVERTED, why);
    Optional<Problem> changed =
        withdrawal.withdraw(
            module,
            standing.branch(),
            standing.commit(),
            new CommitMessage.TakenBack(module, why).why());
    if (changed.isPresent()) {
      found.batch().finished().add(found.row());
      workbench.ledger().decided(module, Decision.Kind.TAKEN_IN, "the branch changed meanwhile");
      refuse(changed.get());
    }
    return new Reverted.Withdrawn(
        standing.branch(),
        standing.commit(),
        gone ? Optional.empty() : Optional.of(DoneFile.beside(file).toString()));
  }

  /**
   * The tip is the commit that ferry recorded or, where it lost that, that its report describes.
   */
  private Optional<Problem> notAsFerryLeftIt(String module, Integrated standing) {
    Optional<ObjectId> recorded = Optional.empty();
    for (Attempt attempt : workbench.ledger().attemptsAt(module)) {
      if (attempt.outcome().orElse(null) instanceof Integrated(String branch, ObjectId commit)
          && branch.equals(standing.branch())) {
        recorded = Optional.of(commit);
      }
    }
    boolean ours =
        recorded.isPresent()
            ? recorded.get().equals(standing.commit())
            : hasItsReport(standing.commit());
    if (ours) {
      return Optional.empty();
    }
    String tip = standing.commit().abbreviated();
    return Optional.of(
        recorded
            .map(left -> Problem.of(Code.R073, module, standing.branch(), tip, left.abbreviated()))
            .orElseGet(() -> Problem.of(Code.R073, module, standing.branch(), tip)));
  }

  private boolean hasItsReport(ObjectId commit) {
    CommitText text = CommitText.of(workbench.repository(), List.of(commit)).get(commit);
    if (text == null) {
      return false;
    }
    String tree = "\"tree\" : \"" + workbench.repository().treeOf(commit).hex() + "\"";
    return text.values("Ferry-Report").stream()
        .filter(digest -> digest.matches("sha256:[0-9a-f]{64}"))
        .map(
            digest ->
                workbench.home().resolve("reports").resolve(digest.replace(':', '-') + ".json"))
        .anyMatch(report -> holds(report, tree));
  }

  private static boolean holds(Path report, String text) {
    try {
      return Files.readString(report).contains(text);
    } catch (java.io.IOException none) {
      return false;
    }
  }

  private void requireLanded(BatchRow row) {
    String module = row.move().module();
    DoneJudge.Question question = new DoneJudge.Question(row.move(), names.of(module));
    Done done =
        new DoneJudge(workbench.repository()).judge(workbench.base(), List.of(question)).getFirst();
    if (!(done instanceof Done.Landed(String ref))) {
      throw new ProblemException(Problem.of(Code.R076, module));
    }
    if (!ref.equals(workbench.base().name())) {
      throw new ProblemException(Problem.of(Code.R079, module, ref, workbench.base().name()));
    }
  }

  private Reverted moveBack(FoundRow found, Path file, String why) {
    String module = found.row().move().module();
    Outcome end = new BackwardMove(workbench, progress).carryOut(found.row().move(), why);
    if (!(end instanceof Integrated)) {
      return new Reverted.MovedBack(end, Optional.empty(), Optional.empty());
    }
    boolean gone = found.batch().finished().remove(found.row());
    workbench.ledger().decided(module, Decision.Kind.REVERTED, why);
    return new Reverted.MovedBack(
        end,
        tidied(module),
        gone ? Optional.empty() : Optional.of(DoneFile.beside(file).toString()));
  }

  /** What brought the module is in the base; its branch would only stand in the next one's way. */
  private Optional<String> tidied(String module) {
    String branch = names.of(module);
    Optional<ObjectId> tip =
        workbench.repository().resolveRefs(List.of("refs/heads/" + branch)).getFirst();
    if (tip.isEmpty()) {
      return Optional.empty();
    }
    Withdrawal withdrawal =
        new Withdrawal(workbench.repository(), workbench.configuration().limits().step());
    Optional<Problem> obstacle =
        notAsFerryLeftIt(module, new Integrated(branch, tip.get()))
            .or(() -> withdrawal.inUse(module, branch, tip.get(), workbench.base().name()))
            .or(() -> withdrawal.withdraw(branch, tip.get()));
    return obstacle.map(why -> branch);
  }

  private static void refuse(Problem why) {
    throw new ProblemException(why);
  }
}
