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
 * For one thread.
 */
public final class UnitStory {
  private final Tools tools;
  private final StepRecorder recorder;
  private final String branch;
  private final Map<String, TreeChange.Write> scaffolds = new TreeMap<>();
  private UnitJob job;

  /** What stories are told with. */
  public record Tools(
      Workbench workbench,
      Candidates candidates,
      Judgement judgement,
      DocumentMentions mentions,
      RunOptions options,
      Progress progress) {}

  private UnitStory(Tools tools, UnitJob job, StepRecorder recorder, String branch) {
    this.tools = tools;
    this.job = job;
    this.recorder = recorder;
    this.branch = branch;
  }

  /** Begins an attempt at a unit. */
  static UnitStory begin(Tools tools, UnitJob job) {
    Workbench workbench = tools.workbench();
    StepRecorder recorder =
        new StepRecorder(
            workbench.ledger(), tools.progress(), workbench.instruments().clock(), job.unit());
    String branch = tools.candidates().branchOf(job.unit());
    recorder.attemptStarted(Recovery.session(), job, branch);
    return new UnitStory(tools, job, recorder, branch);
  }

  UnitJob job() {
    return job;
  }

  String branch() {
    return branch;
  }

  StepRecorder recorder() {
    return recorder;
  }

  /** Goes on with the same unit on another commit; what was written for it stays. */
  void standsOn(UnitJob again) {
    job = again;
  }

  /** The steps before the gates; an outcome where they do not come to their end. */
  Optional<Outcome> prepare() {
    MovePlan plan = job.plan();
    recorder.begin(Step.REVIEW);
    if (plan.isRefused()) {
      return Optional.of(refused());
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
    recorder.begin(Step.TEST);
    return Optional.empty();
  }

  /** The end where the moves cannot be made. */
  Outcome refused() {
    List<Problem> why = job.plan().refusals();
    return recorder.stopped(why.getFirst(), why);
  }

  /** Everything that the unit's commit changes. */
  List<TreeChange> changes() {
    List<TreeChange> changes = new ArrayList<>(job.plan().changes());
    changes.addAll(scaffolds.values());
    return job.mend().after(changes);
  }

  /** The tests that were written for moves, by the move's source. */
  Map<String, String> written() {
    Map<String, String> written = new TreeMap<>();
    scaffolds.forEach((source, change) -> written.put(source, change.path()));
    return written;
  }

  Candidate build() {
    return tools.candidates().build(job, changes(), tools.options().twoCommits());
  }

  /** Builds the unit's commit and has every gate judge it. */
  Repairs.Trial judged() {
    Candidate candidate = build();
    Snapshot after = job.before().after(changes());
    HeardRuns runs = new HeardRuns(recorder);
    List<GateResult> gates =
        tools.judgement().judge(job, candidate, after, written(), recorder.attempt(), runs);
    return new Repairs.Trial(candidate, changes(), written(), gates, runs);
  }

  /** Has the gates that only read judge the unit's commit. */
  List<GateResult> judgedByReading(Candidate candidate, Snapshot after) {
    return tools
        .judgement()
        .judgeByReading(job, candidate, after, written(), recorder.attempt(), recorder);
  }

  Outcome publish(Candidate candidate, List<GateResult> gates) {
    List<Problem> kept = job.mend().notes();
    document(gates, kept, changes());
    return commit(candidate, changes(), gates, kept, Optional.empty());
  }

  Outcome publishMended(Repairs.End.Mended mended) {
    document(mended.gates(), List.of(mended.note()), mended.changes());
    return commit(
        mended.candidate(),
        mended.changes(),
        mended.gates(),
        List.of(mended.note()),
        Optional.of(mended.trailer()));
  }

  Outcome stoppedBy(GateResult gate) {
    Problem first =
        gate.findings().stream()
            .min(Comparator.comparing(Problem::severity))
            .orElseGet(() -> Problem.of(Code.R020, gate.gate()));
    return recorder.stopped(first, List.of(Problem.of(Code.R020, gate.gate()), first));
  }

  /** Ends the gates, tells what mentions the module, and begins the last step. */
  void document(List<GateResult> gates, List<Problem> notes, List<TreeChange> changes) {
    List<Problem> all = new ArrayList<>(notes);
    all.add(Problem.of(Code.R019, Integer.toString(gates.size())));
    recorder.done(all);
    recorder.begin(Step.DOCUMENT);
    List<Problem> found = tools.mentions().of(job.unit().moves(), job.plan().edits(), changes);
    if (found.isEmpty()) {
      recorder.leftOut(Problem.of(Code.R021, job.unit().id()));
    } else {
      recorder.done(found);
    }
    recorder.begin(Step.COMMIT);
  }

  /** What the commit says of itself. */
  Report report(
      Candidate passed, List<TreeChange> changes, List<GateResult> gates, List<Problem> fixes) {
    List<Problem> notes = new ArrayList<>(job.plan().notes());
    notes.addAll(fixes);
    return new Report(
        job.unit().moves(),
        branch,
        job.parent(),
        passed.tree(),
        Report.Work.of(job, changes),
        gates,
        notes);
  }

  private Outcome commit(
      Candidate candidate,
      List<TreeChange> changes,
      List<GateResult> gates,
      List<Problem> fixes,
      Optional<String> trailer) {
    Report report = report(candidate, changes, gates, fixes);
    List<String> trailers = new ArrayList<>();
    trailers.addAll(job.mend().trailers());
    trailer.ifPresent(trailers::add);
    new LogDigests(tools.workbench().home()).keep(recorder.attempt()).ifPresent(trailers::add);
    return switch (tools.candidates().publish(job, candidate, gates, report, trailers)) {
      case Candidates.Published.Yes(var commit) -> published(commit);
      case Candidates.Published.No(Problem why) -> recorder.stopped(why, List.of(why));
    };
  }

  /** The end where the branch was written. */
  Outcome published(ObjectId commit) {
    recorder.done(List.of(Problem.of(Code.R022, commit.abbreviated(), branch)));
    return recorder.ended(new Outcome.Integrated(branch, commit));
  }

  private List<Problem> review() {
    List<Problem> notes = new ArrayList<>();
    String base = job.parent().abbreviated();
    job.replaces().ifPresent(old -> notes.add(Problem.of(Code.R090, base, old.abbreviated())));
    notes.addAll(job.mend().notes());
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
    tools
        .judgement()
        .scaffolds(job, recorder.attempt())
        .forEach(
            (source, result) ->
                notes.add(
                    switch (result) {
                      case ScaffoldWriter.Result.Written(String path, byte[] content) -> {
                        scaffolds.put(source, new TreeChange.Write(path, "100644", content));
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
    long exports = plan.edits().stream().filter(edit -> edit.reason() == EditReason.EXPORT).count();
    if (exports > 0) {
      notes.add(Problem.of(Code.R017, Long.toString(exports)));
    }
    if (notes.isEmpty()) {
      recorder.leftOut(Problem.of(Code.R018, job.unit().id()));
    } else {
      recorder.done(notes);
    }
  }
}
