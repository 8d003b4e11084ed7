package dev.ferry.run;

import dev.ferry.git.Base;
import dev.ferry.git.Done;
import dev.ferry.git.DoneJudge;
import dev.ferry.git.Repository;
import dev.ferry.model.Move;
import dev.ferry.model.ObjectId;
import dev.ferry.model.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Finds branches that earlier runs published, judged by their trees. */
public final class PublishedBranches {
  private final DoneJudge judge;
  private final Base base;
  private final Repository repository;
  private final BranchName names;

  public PublishedBranches(Repository repository, Base base, BranchName names) {
    this.judge = new DoneJudge(repository);
    this.base = base;
    this.repository = repository;
    this.names = names;
  }

  /** For each move its branch, where it has one that carries it out. */
  List<Optional<Outcome.Integrated>> find(List<Move> moves) {
    if (moves.isEmpty()) {
      return List.of();
    }
    UnitBranches branches = new UnitBranches(repository, base.commit(), names);
    List<DoneJudge.Question> questions =
        moves.stream()
            .map(move -> new DoneJudge.Question(move, branches.of(move.module())))
            .toList();
    List<Optional<Outcome.Integrated>> found = new ArrayList<>();
    for (Done done : judge.judge(base, questions)) {
      found.add(
          done instanceof Done.OnBranch(String branch, ObjectId commit)
              ? Optional.of(new Outcome.Integrated(branch, commit))
              : Optional.empty());
    }
    return found;
  }
}
