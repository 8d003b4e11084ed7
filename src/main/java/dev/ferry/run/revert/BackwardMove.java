package dev.ferry.run.revert;

import dev.ferry.facts.Snapshot;
import dev.ferry.git.Candidate;
import dev.ferry.model.Code;
import dev.ferry.model.GateResult;
import dev.ferry.model.Move;
import dev.ferry.model.ObjectId;
import dev.ferry.model.Outcome;
import dev.ferry.model.Problem;
import dev.ferry.model.ProblemException;
import dev.ferry.model.ShimMark;
import dev.ferry.model.Step;
import dev.ferry.model.TreeChange;
import dev.ferry.model.TreeEntry;
import dev.ferry.model.Unit;
import dev.ferry.plan.MoveOptions;
import dev.ferry.plan.MovePlan;
import dev.ferry.run.BranchName;
import dev.ferry.run.Candidates;
import dev.ferry.run.CommitMessage;
import dev.ferry.run.Judgement;
import dev.ferry.run.LogDigests;
import dev.ferry.run.MoveSettings;
import dev.ferry.run.Progress;
import dev.ferry.run.Recovery;
import dev.ferry.run.Report;
import dev.ferry.run.RunRooms;
import dev.ferry.run.StepRecorder;
import dev.ferry.run.UnitJob;
import dev.ferry.run.Workbench;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Moves a landed module back: a move derived anew from the present base, as every move is, with its
 * references rewritten and its gates passed. What was written into the module since stays.
 */
public final class BackwardMove {
  /** Where such moves are published. */
  public static final BranchName BRANCH = new BranchName("ferry/revert-{module}");

  private final Workbench workbench;
  private final Progress progress;

  BackwardMove(Workbench workbench, Progress progress) {
    this.workbench = workbench;
    this.progress = progress;
  }

  /**
   * Makes the branch, or says what stopped it.
   *
   * @param forward the move that is taken back
   * @throws ProblemException where the move backwards cannot be planned
   */
  Outcome carryOut(Move forward, String why) {
    ObjectId base = workbench.base().commit();
    workbench.repository().pin(base);
    Snapshot before = workbench.snapshot(base);
    List<TreeChange> shims = shimsAt(before, forward.source());
    UnitJob job = job(forward, base, before, shims);
    CommitMessage message =
        new CommitMessage(
            "revert(integration): move {module} back to {destination}",
            workbench.configuration().publication().task(),
            Optional.of(new CommitMessage.TakenBack(forward.module(), why)));
    try (RunRooms rooms = new RunRooms(workbench)) {
      return new Story(
              job, shims, rooms.candidates(BRANCH, message), rooms.place().judgement(false))
          .run();
    }
  }

  private UnitJob job(Move forward, ObjectId base, Snapshot before, List<TreeChange> shims) {
    List<String> names = before.modules().namesOf(forward.destination());
    Move back =
        new Move(
            names.isEmpty() ? forward.destination() : names.getFirst(),
            forward.destination(),
            forward.source());
    MoveOptions options =
        new MoveOptions(
            MoveSettings.of(workbench.configuration().rewriting()).rewriting(), Optional.empty());
    MovePlan plan =
        workbench.instruments().planner().plan(before.after(shims), List.of(back), options);
    if (plan.isRefused()) {
      throw new ProblemException(plan.refusals());
    }
    Unit unit = new Unit(forward.module(), Unit.Kind.ROWS, List.of(back), List.of());
    return new UnitJob(unit, "", base, before, with(shims, plan));
  }

  /** Files that only keep the old name working make way for the module itself. */
  private static List<TreeChange> shimsAt(Snapshot before, String source) {
    List<TreeChange> shims = new ArrayList<>();
    for (TreeEntry entry : before.listing().entries()) {
      boolean there = entry.path().equals(source) || entry.path().startsWith(source + "/");
      if (there && before.content(entry.path()).flatMap(ShimMark::of).isPresent()) {
        shims.add(new TreeChange.Delete(entry.path()));
      }
    }
    return shims;
  }

  private static MovePlan with(List<TreeChange> shims, MovePlan plan) {
    List<TreeChange> changes = new ArrayList<>(shims);
    changes.addAll(plan.changes());
    return new MovePlan(
        plan.moves(),
        changes,
        plan.edits(),
        plan.refusals(),
        plan.notes(),
        plan.renames(),
        plan.shims());
  }

  /** The story of one such move, recorded step by step. */
  private final class Story {
    private final UnitJob job;
    private final List<TreeChange> shims;
    private final Candidates candidates;
    private final Judgement judgement;
    private final StepRecorder recorder;
    private final String branch;

    Story(UnitJob job, List<TreeChange> shims, Candidates candidates, Judgement judgement) {
      this.job = job;
      this.shims = shims;
      this.candidates = candidates;
      this.judgement = judgement;
      this.branch = candidates.branchOf(job.unit());
      this.recorder =
          new StepRecorder(
              workbench.ledger(), progress, workbench.instruments().clock(), job.unit());
    }

    Outcome run() {
      recorder.attemptStarted(Recovery.session(), job, branch);
      recorder.begin(Step.MOVE);
      recorder.done(List.of());
      recorder.begin(Step.UPDATE_IMPORTS);
      recorder.done(job.plan().notes());
      recorder.begin(Step.TEST);
      List<TreeChange> changes = job.plan().changes();
      Candidate candidate =
          shims.isEmpty()
              ? candidates.build(job, changes, false)
              : candidates.buildBehind(shims, job, changes);
      List<GateResult> gates =
          judgement.judge(
              job, candidate, job.before().after(changes), Map.of(), recorder.attempt(), recorder);
      Optional<GateResult> blocking = judgement.blocking(gates);
      if (blocking.isPresent()) {
        String gate = blocking.get().gate();
        return recorder.stopped(
            Problem.of(Code.R075, gate, job.unit().id(), job.unit().first().module()),
            blocking.get().findings());
      }
      recorder.done(List.of(Problem.of(Code.R019, Integer.toString(gates.size()))));
      recorder.begin(Step.COMMIT);
      return publish(candidate, changes, gates);
    }

    private Outcome publish(Candidate candidate, List<TreeChange> changes, List<GateResult> gates) {
      Report report =
          new Report(
              job.unit().moves(),
              branch,
              job.parent(),
              candidate.tree(),
              Report.Work.of(job, changes),
              gates,
              job.plan().notes());
      List<String> logs =
          new LogDigests(workbench.home()).keep(recorder.attempt()).stream().toList();
      return switch (candidates.publish(job, candidate, gates, report, logs)) {
        case Candidates.Published.Yes(ObjectId commit) -> {
          recorder.done(List.of(Problem.of(Code.R022, commit.abbreviated(), branch)));
          yield recorder.ended(new Outcome.Integrated(branch, commit));
        }
        case Candidates.Published.No(Problem reason) -> recorder.stopped(reason, List.of(reason));
      };
    }
  }
}
