package dev.ferry.run.restack;

import dev.ferry.facts.Snapshot;
import dev.ferry.git.Candidate;
import dev.ferry.git.Done;
import dev.ferry.git.DoneJudge;
import dev.ferry.git.MergedTree;
import dev.ferry.ledger.Attempt;
import dev.ferry.model.Code;
import dev.ferry.model.Move;
import dev.ferry.model.ObjectId;
import dev.ferry.model.Problem;
import dev.ferry.model.TreeChange;
import dev.ferry.model.Unit;
import dev.ferry.plan.MovePlan;
import dev.ferry.run.Candidates;
import dev.ferry.run.Judgement;
import dev.ferry.run.KeptMend;
import dev.ferry.run.MoveSettings;
import dev.ferry.run.RunRooms;
import dev.ferry.run.UnitJob;
import dev.ferry.run.Workbench;
import dev.ferry.run.gating.ScaffoldWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Derives open branches on the base of today, and compares each with what merging it would give.
 * Writes no ref. For one thread.
 */
final class Derivations {
  private final Workbench workbench;
  private final RunRooms rooms;
  private final Judgement judgement;
  private final Candidates candidates;
  private final MendKeeper mends;
  private final Map<String, OpenBranch> open = new LinkedHashMap<>();
  private final Map<String, Derivation> derived = new LinkedHashMap<>();
  private @Nullable Snapshot atBase;

  /**
   * @param open all open branches
   */
  Derivations(Workbench workbench, RunRooms rooms, Judgement judgement, List<OpenBranch> open) {
    this.workbench = workbench;
    this.rooms = rooms;
    this.judgement = judgement;
    this.candidates = rooms.candidates();
    this.mends = new MendKeeper(workbench, rooms);
    open.forEach(branch -> this.open.put(branch.name(), branch));
  }

  /** Where a branch's unit is derived. */
  sealed interface Ground {
    /**
     * @param below what is derived there itself
     */
    record On(ObjectId parent, Snapshot before, Optional<Derivation.Derived> below)
        implements Ground {}

    /** What it stood on is not to be had. */
    record Gone(Problem why) implements Ground {}
  }

  /** What it stands on must have been derived before. */
  Derivation derive(OpenBranch branch) {
    Derivation result = fresh(branch);
    derived.put(branch.name(), result);
    return result;
  }

  private Derivation fresh(OpenBranch branch) {
    String base = workbench.base().name();
    if (hasLanded(branch.moves(), branch.name())) {
      return settled(branch, RestackEnd.Kind.LANDED, Problem.of(Code.G056, branch.name(), base));
    }
    if (branch.notOurs().isPresent()) {
      return settled(branch, RestackEnd.Kind.LEFT_ALONE, branch.notOurs().get());
    }
    return switch (ground(branch)) {
      case Ground.Gone(Problem why) -> settled(branch, RestackEnd.Kind.LEFT_ALONE, why);
      case Ground.On on -> derive(branch, on);
    };
  }

  private static Derivation settled(OpenBranch branch, RestackEnd.Kind kind, Problem told) {
    return new Derivation.Settled(branch, RestackEnd.of(branch, kind, told));
  }

  private Derivation derive(OpenBranch branch, Ground.On ground) {
    UnitJob job = job(branch, ground.parent(), ground.before());
    if (job.plan().isRefused()) {
      Problem told = Problem.of(Code.R098, branch.name(), workbench.base().name());
      RestackEnd end = RestackEnd.of(branch, RestackEnd.Kind.STOPPED, told);
      return new Derivation.Settled(branch, end.because(job.plan().refusals().getFirst()));
    }
    List<TreeChange> changes = changes(job, branch);
    Candidate own = candidates.build(job, changes, branch.twoCommits());
    KeptMend mend = mends.of(branch, job, own, () -> onTheOldBase(branch));
    Candidate candidate =
        mend.changes().isEmpty()
            ? own
            : candidates.build(job, mend.after(changes), branch.twoCommits());
    return new Derivation.Derived(
        branch, ground.parent(), ground.below(), mend, candidate, differs(branch, candidate));
  }

  /** What ferry makes of a branch where it stands. */
  private Optional<Candidate> onTheOldBase(OpenBranch branch) {
    UnitJob job = job(branch, branch.parent(), workbench.snapshot(branch.parent()));
    return job.plan().isRefused()
        ? Optional.empty()
        : Optional.of(candidates.build(job, changes(job, branch), branch.twoCommits()));
  }

  /** Ferry's own changes, tests that it writes among them. */
  private List<TreeChange> changes(UnitJob job, OpenBranch branch) {
    List<TreeChange> changes = new ArrayList<>(job.plan().changes());
    judgement
        .scaffolds(job, "restack-" + branch.tip().abbreviated())
        .values()
        .forEach(
            result -> {
              if (result instanceof ScaffoldWriter.Result.Written(String path, byte[] content)) {
                changes.add(new TreeChange.Write(path, "100644", content));
              }
            });
    return changes;
  }

  private Optional<Problem> differs(OpenBranch branch, Candidate candidate) {
    String base = workbench.base().name();
    return switch (rooms.merged(workbench.base().commit(), branch.tip())) {
      case MergedTree.Result.Clean(ObjectId tree) ->
          tree.equals(candidate.tree())
              ? Optional.empty()
              : Optional.of(Problem.of(Code.G054, base));
      case MergedTree.Result.Conflicts _ -> Optional.of(Problem.of(Code.G053, base));
      case MergedTree.Result.Unknown(String why) -> Optional.of(Problem.of(Code.G055, why));
    };
  }

  /** The move of a branch, planned anew. */
  UnitJob job(OpenBranch branch, ObjectId parent, Snapshot before) {
    MovePlan plan =
        workbench
            .instruments()
            .planner()
            .plan(before, branch.moves(), MoveSettings.of(workbench.configuration().rewriting()));
    List<String> below =
        parent.equals(workbench.base().commit())
            ? List.of()
            : branch.below().stream().map(under -> under.moves().getFirst().module()).toList();
    Unit unit = new Unit(branch.module(), Unit.Kind.ROWS, branch.moves(), below);
    String batch =
        workbench.ledger().attemptsAt(branch.module()).stream()
            .map(Attempt::start)
            .map(Attempt.Start::batch)
            .filter(name -> !name.isEmpty())
            .reduce((older, newer) -> newer)
            .orElse("");
    return new UnitJob(unit, batch, parent, before, plan, Optional.of(branch.tip()), KeptMend.NONE);
  }

  private Ground ground(OpenBranch branch) {
    if (branch.below().isEmpty()) {
      return base();
    }
    OpenBranch.Below below = branch.below().get();
    Ground gone = new Ground.Gone(Problem.of(Code.R099, branch.name(), below.branch()));
    return switch (derived.get(below.branch())) {
      case Derivation.Derived under ->
          new Ground.On(
              under.candidate().commit(), rooms.snapshot(under.candidate()), Optional.of(under));
      case Derivation.Settled(OpenBranch _, RestackEnd end) ->
          end.kind() == RestackEnd.Kind.LANDED ? base() : gone;
      case null -> {
        OpenBranch there = open.get(below.branch());
        if (there != null) {
          // it stands on this base already, as after a run that was killed between the two
          yield there.notOurs().isPresent() ? gone : at(there.tip());
        }
        yield hasLanded(below.moves(), below.branch()) ? base() : gone;
      }
    };
  }

  /** The base of today. */
  Ground.On base() {
    Snapshot known = atBase;
    if (known == null) {
      known = workbench.snapshot(workbench.base().commit());
      atBase = known;
    }
    return new Ground.On(workbench.base().commit(), known, Optional.empty());
  }

  /** A commit that is in the user's repository. */
  Ground.On at(ObjectId commit) {
    return commit.equals(workbench.base().commit())
        ? base()
        : new Ground.On(commit, workbench.snapshot(commit), Optional.empty());
  }

  private boolean hasLanded(List<Move> moves, String branch) {
    List<DoneJudge.Question> questions =
        moves.stream().map(move -> new DoneJudge.Question(move, branch)).toList();
    String base = workbench.base().name();
    return new DoneJudge(workbench.repository())
        .judge(workbench.base(), questions).stream()
            .allMatch(done -> done instanceof Done.Landed(String at) && at.equals(base));
  }
}
