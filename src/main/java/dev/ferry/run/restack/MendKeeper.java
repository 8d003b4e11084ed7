package dev.ferry.run.restack;

import dev.ferry.gate.fix.FixScope;
import dev.ferry.git.Candidate;
import dev.ferry.git.CarriedChange;
import dev.ferry.git.CommitText;
import dev.ferry.git.FileDifference;
import dev.ferry.model.Code;
import dev.ferry.model.ObjectId;
import dev.ferry.model.Problem;
import dev.ferry.model.TreeChange;
import dev.ferry.run.KeptMend;
import dev.ferry.run.RunRooms;
import dev.ferry.run.UnitJob;
import dev.ferry.run.Workbench;
import dev.ferry.run.handoff.OperatorTurn;
import dev.ferry.run.handoff.ScopeOfMove;
import java.util.List;
import java.util.Optional;

/**
 * Keeps what the operator changed in an open branch when the branch is derived again: the
 * difference between ferry's derivation on the old base and the branch, merged into the derivation
 * on the new one.
 */
final class MendKeeper {
  private static final String TRAILER = "Ferry-Fix";

  private final Workbench workbench;
  private final RunRooms rooms;

  MendKeeper(Workbench workbench, RunRooms rooms) {
    this.workbench = workbench;
    this.rooms = rooms;
  }

  /** Ferry's part of a branch, without the operator's. */
  interface OwnPart {
    /** Nothing where it cannot be derived on the base that the branch stands on. */
    Optional<Candidate> onTheOldBase();
  }

  /**
   * @param fresh the branch's unit on the new base
   * @param derived ferry's part there
   */
  KeptMend of(OpenBranch branch, UnitJob fresh, Candidate derived, OwnPart own) {
    List<String> trailers = trailers(branch.tip());
    if (trailers.isEmpty()) {
      return KeptMend.NONE;
    }
    Problem lost = Problem.of(Code.R101, branch.name(), workbench.base().name());
    Optional<Candidate> old = own.onTheOldBase();
    if (old.isEmpty()) {
      return KeptMend.lost(lost);
    }
    ObjectId mended = workbench.repository().treeOf(branch.tip());
    return switch (rooms.carried(old.get().tree(), mended, derived.tree())) {
      case CarriedChange.Result.Not _ -> KeptMend.lost(lost);
      case CarriedChange.Result.Clean(List<FileDifference> files) ->
          isAllowed(fresh, files) ? kept(branch, files, trailers) : KeptMend.lost(lost);
    };
  }

  private List<String> trailers(ObjectId tip) {
    return CommitText.of(workbench.repository(), List.of(tip)).values().stream()
        .flatMap(text -> text.values(TRAILER).stream())
        .map(value -> TRAILER + ": " + value)
        .toList();
  }

  /** The configuration may allow less than on the day of the mend. */
  private boolean isAllowed(UnitJob job, List<FileDifference> files) {
    FixScope scope =
        ScopeOfMove.of(
            workbench.configuration(),
            job.unit().moves(),
            job.plan().paths(),
            job.plan().changes(),
            workbench.instruments().toolchain().rulingFiles());
    return scope.judge(files.stream().map(OperatorTurn::asFixed).toList()).isEmpty();
  }

  private KeptMend kept(OpenBranch branch, List<FileDifference> files, List<String> trailers) {
    if (files.isEmpty()) {
      // the new base has it
      return KeptMend.NONE;
    }
    List<TreeChange> changes = files.stream().map(rooms::change).toList();
    Problem note = Problem.of(Code.R100, branch.name(), Integer.toString(files.size()));
    return new KeptMend(changes, trailers, List.of(note));
  }
}
