package dev.ferry.run;

import dev.ferry.facts.FileFacts;
import dev.ferry.facts.ResolvedImport;
import dev.ferry.facts.Snapshot;
import dev.ferry.git.Candidate;
import dev.ferry.model.Code;
import dev.ferry.model.Edit;
import dev.ferry.model.EditReason;
import dev.ferry.model.GateResult;
import dev.ferry.model.ObjectId;
import dev.ferry.model.Outcome;
import dev.ferry.model.Problem;
import dev.ferry.model.Severity;
import dev.ferry.model.Step;
import dev.ferry.model.TreeChange;
import dev.ferry.plan.MovePlan;
import dev.ferry.plan.Rename;
import dev.ferry.run.gating.ScaffoldWriter;
import dev.ferry.run.handoff.HeardRuns;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * One unit's whole story: the nine steps, each recorded as it ends. Nothing of it is seen outside
 * before the last step publishes the branch in one go, so a story that stops leaves nothing behind.
 */
final class UnitIntegration {
  private final Workbench workbench;
  private final Candidates candidates;
  private final Judgement judgement;
  private final Repairs repairs;
  private final DocumentMentions mentions;
  private final RunOptions options;
  private final Progress progress;

  UnitIntegration(
      Workbench workbench,
      Candidates candidates,
      Judgement judgement,
      Repairs repairs,
      DocumentMentions mentions,
      RunOptions options,
      Progress progress) {
    this.workbench = workbench;
    this.candidates = candidates;
    this.judgement = judgement;
    this.repairs = repairs;
    this.mentions = mentions;
    this.options = options;
    this.progress = progress;
  }

  /** Works one unit to its end. */
  Outcome integrate(UnitJob job) {
    StepRecorder recorder =
        new StepRecorder(workbench.ledger(), progress, workbench.instruments().clock(), job.unit());
    String branch = candidates.branchOf(job.unit());
    recorder.attemptStarted(Recovery.session(), job, branch);
    return new Story(job, branch, recorder).run();
  }

  /** The state of one story while it is told. */
  private final class Story {
    private final UnitJob job;
    private final String branch;
    private final StepRecorder recorder;
    private final List<TreeChange> changes;
    private final Map<String, String> scaffolds = new TreeMap<>();
    private Optional<String> fix = Optional.empty();

    Story(UnitJob job, String branch, StepRecorder recorder) {
      this.job = job;
      this.branch = branch;
      this.recorder = recorder;
      this.changes = new ArrayList<>(job.plan().changes());
    }

    Outcome run() {
      MovePlan plan = job.plan();
      recorder.begin(Step.REVIEW);
      if (plan.isRefused()) {
        return recorder.stopped(plan.refusals().getFirst(), plan.refusals());
      }
      recorder.done(review());
      recorder.begin(Step.CHECK_DEPS);
      recorder.done(dependencies());
      recorder.begin(Step.CREATE_TESTS);
      createTests();
      recorder.begin(Step.MOVE);
      recorder.done(moved(plan));
      recorder.begin(Step.UPDATE_IMPORTS);
      recorder.done(rewritten(plan));
      recorder.begin(Step.INTEGRATE);
      integrateIntoPackages(plan);
      return testAndCommit();
    }

    private List<Problem> review() {
      List<Problem> notes = new ArrayList<>();
      for (Rename rename : job.plan().renames()) {
        Optional<FileFacts> facts = job.before().facts(rename.source());
        facts.ifPresent(
            known ->
                notes.add(
                    Problem.at(
                        rename.source(),
                        0,
                        Code.R010,
                        Integer.toString(known.lines()),
                        Integer.toString(known.imports().size()))));
      }
      job.plan().notes().stream()
          .filter(note -> note.severity() == Severity.WARNING)
          .forEach(notes::add);
      return notes;
    }

    private List<Problem> dependencies() {
      List<Problem> notes = new ArrayList<>();
      for (Rename rename : job.plan().renames()) {
        List<ResolvedImport> imports = job.before().graph().importsOf(rename.source());
        long dangling = imports.stream().filter(found -> found.target().isDangling()).count();
        notes.add(
            Problem.at(
                rename.source(),
                0,
                Code.R011,
                Long.toString(imports.size() - dangling),
                Integer.toString(imports.size())));
      }
      job.unit()
          .dependsOn()
          .forEach(first -> notes.add(Problem.of(Code.R012, job.unit().id(), first)));
      return notes;
    }

    private void createTests() {
      List<Problem> notes = new ArrayList<>();
      judgement
          .scaffolds(job, recorder.attempt())
          .forEach(
              (source, result) ->
                  notes.add(
                      switch (result) {
                        case ScaffoldWriter.Result.Written(String path, byte[] content) -> {
                          changes.add(new TreeChange.Write(path, "100644", content));
                          scaffolds.put(source, path);
                          yield Problem.at(path, 0, Code.R013, path);
                        }
                        case ScaffoldWriter.Result.Skipped(Problem why) -> why;
                      }));
      if (scaffolds.isEmpty()) {
        recorder.leftOut(notes);
      } else {
        recorder.done(notes);
      }
    }

    private List<Problem> moved(MovePlan plan) {
      List<Problem> notes = new ArrayList<>();
      for (Rename rename : plan.renames()) {
        notes.add(
            Problem.at(
                rename.source(),
                0,
                Code.R014,
                rename.destination(),
                Integer.toString(rename.similarity())));
      }
      return notes;
    }

    private List<Problem> rewritten(MovePlan plan) {
      long files = plan.edits().stream().map(Edit::path).distinct().count();
      List<Problem> notes = new ArrayList<>();
      notes.add(Problem.of(Code.R015, Integer.toString(plan.edits().size()), Long.toString(files)));
      plan.notes().stream().filter(note -> note.severity() == Severity.NOTE).forEach(notes::add);
      return notes;
    }

    private void integrateIntoPackages(MovePlan plan) {
      List<Problem> notes = new ArrayList<>();
      for (TreeChange change : plan.changes()) {
        boolean isNew =
            change instanceof TreeChange.Write
                && !job.before().listing().containsFile(change.path())
                && plan.renames().stream()
                    .noneMatch(rename -> rename.destination().equals(change.path()));
        if (isNew) {
          notes.add(Problem.at(change.path(), 0, Code.R016, change.path()));
        }
      }
      long exports =
          plan.edits().stream().filter(edit -> edit.reason() == EditReason.EXPORT).count();
      if (exports > 0) {
        notes.add(Problem.of(Code.R017, Long.toString(exports)));
      }
      if (notes.isEmpty()) {
        recorder.leftOut(Problem.of(Code.R018, job.unit().id()));
      } else {
        recorder.done(notes);
      }
    }

    private Outcome testAndCommit() {
      recorder.begin(Step.TEST);
      Candidate candidate = candidates.build(job, changes, options.twoCommits());
      Snapshot after = job.before().after(changes);
      HeardRuns runs = new HeardRuns(recorder);
      List<GateResult> gates =
          judgement.judge(job, candidate, after, scaffolds, recorder.attempt(), runs);
      Optional<GateResult> blocking = judgement.blocking(gates);
      if (blocking.isEmpty()) {
        return documentAndCommit(candidate, gates, List.of());
      }
      var trial = new Repairs.Trial(candidate, changes, scaffolds, gates, runs);
      return switch (repairs.mend(job, trial, recorder)) {
        case Repairs.End.NotAsked _ -> stoppedBy(blocking.get());
        case Repairs.End.Failed(Problem sentence, List<Problem> all) ->
            recorder.stopped(sentence, all);
        case Repairs.End.Mended mended -> {
          changes.clear();
          changes.addAll(mended.changes());
          fix = Optional.of(mended.trailer());
          yield documentAndCommit(mended.candidate(), mended.gates(), List.of(mended.note()));
        }
      };
    }

    private Outcome documentAndCommit(
        Candidate candidate, List<GateResult> gates, List<Problem> fixes) {
      List<Problem> notes = new ArrayList<>(fixes);
      notes.add(Problem.of(Code.R019, Integer.toString(gates.size())));
      recorder.done(notes);
      recorder.begin(Step.DOCUMENT);
      document();
      recorder.begin(Step.COMMIT);
      return commit(candidate, gates, fixes);
    }

    private Outcome stoppedBy(GateResult gate) {
      Problem first =
          gate.findings().stream()
              .min(Comparator.comparing(Problem::severity))
              .orElseGet(() -> Problem.of(Code.R020, gate.gate()));
      return recorder.stopped(first, List.of(Problem.of(Code.R020, gate.gate()), first));
    }

    private void document() {
      List<Problem> found = mentions.of(job.unit().moves(), job.plan().edits());
      if (found.isEmpty()) {
        recorder.leftOut(Problem.of(Code.R021, job.unit().id()));
      } else {
        recorder.done(found);
      }
    }

    private Outcome commit(Candidate candidate, List<GateResult> gates, List<Problem> fixes) {
      List<Problem> notes = new ArrayList<>(job.plan().notes());
      notes.addAll(fixes);
      Report report =
          new Report(
              job.unit().moves(), branch, job.parent(), candidate.tree(), changes, gates, notes);
      return switch (candidates.publish(job, candidate, gates, report, fix)) {
        case Candidates.Published.Yes(ObjectId commit) -> {
          recorder.done(List.of(Problem.of(Code.R022, commit.abbreviated(), branch)));
          yield recorder.ended(new Outcome.Integrated(branch, commit));
        }
        case Candidates.Published.No(Problem why) -> recorder.stopped(why, List.of(why));
      };
    }
  }

  /** Where every moved file stands afterwards, from its path before. */
  static Map<String, String> paths(MovePlan plan) {
    Map<String, String> paths = new java.util.LinkedHashMap<>();
    plan.renames().forEach(rename -> paths.put(rename.source(), rename.destination()));
    return paths;
  }
}
