package dev.ferry.run;

import dev.ferry.git.CommitPatch;
import dev.ferry.git.ModuleCommits;
import dev.ferry.git.ModuleCommits.Made;
import dev.ferry.model.Code;
import dev.ferry.model.ObjectId;
import dev.ferry.model.Outcome.Integrated;
import dev.ferry.model.Problem;
import dev.ferry.model.ProblemException;
import java.util.List;

/** What the integration of a module changed. */
public final class ModulePatch {
  private final Workbench workbench;

  public ModulePatch(Workbench workbench) {
    this.workbench = workbench;
  }

  /**
   * The patch of the module's commits, without those that they are stacked on.
   *
   * @throws ProblemException where no batch has the module, or where it is not integrated
   */
  public byte[] of(String module) {
    IntegratedModules modules = IntegratedModules.of(workbench);
    Integrated integrated =
        modules.find(module).orElseThrow(() -> new ProblemException(modules.missing(module)));
    ObjectId from = before(integrated.commit(), module);
    return CommitPatch.between(workbench.repository(), from, integrated.commit());
  }

  /** A module may have two commits: one that moves, one that edits. */
  private ObjectId before(ObjectId commit, String module) {
    ObjectId base = workbench.base().commit();
    List<Made> made = ModuleCommits.above(workbench.repository(), base, List.of(commit));
    ObjectId from = parent(commit);
    for (Made earlier : made.reversed()) {
      if (earlier.commit().equals(from) && earlier.modules().contains(module)) {
        from = parent(from);
      }
    }
    return from;
  }

  private ObjectId parent(ObjectId commit) {
    return workbench
        .repository()
        .resolve(commit.hex() + "^1")
        .orElseThrow(() -> new ProblemException(Problem.of(Code.G006, commit.hex() + "^1")));
  }
}
