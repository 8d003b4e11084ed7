package dev.ferry.run;

import dev.ferry.batch.BatchesReading;
import dev.ferry.facts.Snapshot;
import dev.ferry.git.Candidate;
import dev.ferry.git.CommitObject;
import dev.ferry.git.WorkTree;
import dev.ferry.model.Code;
import dev.ferry.model.GateResult;
import dev.ferry.model.Move;
import dev.ferry.model.ObjectId;
import dev.ferry.model.Outcome.Integrated;
import dev.ferry.model.Problem;
import dev.ferry.model.ProblemException;
import dev.ferry.model.RepoPaths;
import dev.ferry.model.TreeChange;
import dev.ferry.model.Unit;
import dev.ferry.plan.MovePlan;
import dev.ferry.probe.Revision;
import dev.ferry.run.gating.GateProgress;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Runs gates alone: on a commit of ferry's or of anybody, on a module that is or would be
 * integrated, on the working tree. Nothing is published and the checkout is not touched.
 */
public final class CommitGates implements AutoCloseable {
  private final Workbench workbench;
  private final RunRooms rooms;
  private final Options options;
  private final GateProgress progress;

  /**
   * What runs.
   *
   * @param only names of gates; empty for those configured
   * @param all whether to go on after the first gate that blocks
   * @param strict whether what is broken at base blocks too
   */
  public record Options(List<String> only, boolean all, boolean strict) {
    public Options {
      only = List.copyOf(only);
    }
  }

  public CommitGates(Workbench workbench, Options options, GateProgress progress) {
    this.workbench = workbench;
    this.rooms = new RunRooms(workbench);
    this.options = options;
    this.progress = progress;
  }

  /**
   * @param name a module of a batch, a branch or a commit
   * @throws ProblemException where there is no such thing, or nothing before it
   */
  public GatedCommit of(String name) {
    Optional<Integrated> integrated = integrated(name);
    if (integrated.isPresent()) {
      return commit(name, integrated.get().commit());
    }
    Optional<Move> row = row(name);
    if (row.isPresent()) {
      return wouldBe(name, List.of(row.get()));
    }
    Optional<ObjectId> commit = workbench.repository().resolve(name + "^{commit}");
    return commit(
        name, commit.orElseThrow(() -> new ProblemException(Problem.of(Code.T061, name))));
  }

  /** What the working tree differs in from HEAD, as a commit on it. */
  public GatedCommit workTree() {
    ObjectId head = workbench.repository().base("HEAD").commit();
    List<TreeChange> changes =
        WorkTree.of(workbench.repository()).orElseThrow(Refusals::noCheckout).changesSinceHead();
    if (changes.isEmpty()) {
      throw new ProblemException(Problem.of(Code.T062, "HEAD", "the working tree"));
    }
    Snapshot before = workbench.snapshot(head);
    Candidate draft = rooms.candidates().draft(head, changes);
    String name = "the working tree";
    List<Move> moves = renamed(before, draft.tree());
    MovePlan plan = plan(before, moves);
    if (moves.isEmpty() || plan.isRefused()) {
      return asItStands(name, draft, before, before.after(changes), plan, false);
    }
    UnitJob job = job(plan, head, before);
    // the message is not written yet: it is the one that ferry would give it
    Candidate built = rooms.candidates().build(job, changes, false);
    return judged(name, job, built, before.after(changes), false);
  }

  private GatedCommit wouldBe(String name, List<Move> moves) {
    ObjectId base = workbench.base().commit();
    Snapshot before = workbench.snapshot(base);
    UnitJob job = job(accepted(plan(before, moves)), base, before);
    Candidate built = rooms.candidates().build(job, job.plan().changes(), false);
    return judged(name, job, built, job.before().after(job.plan().changes()), false);
  }

  private GatedCommit commit(String name, ObjectId id) {
    CommitObject text = rooms.text(id);
    ObjectId parent = parent(text);
    Snapshot before = workbench.snapshot(parent);
    List<Move> told = told(text);
    boolean claims = !told.isEmpty() || !text.trailers("Ferry-Report").isEmpty();
    List<Move> moves = told.isEmpty() ? renamed(before, text.tree()) : told;
    Candidate built = new Candidate(id, text.tree(), parent);
    Snapshot after = workbench.snapshot(id);
    MovePlan plan = plan(before, moves);
    if (moves.isEmpty() || (told.isEmpty() && plan.isRefused())) {
      if (before.tree().orElseThrow().equals(text.tree())) {
        throw new ProblemException(Problem.of(Code.T062, parent.abbreviated(), name));
      }
      return asItStands(name, built, before, after, plan, claims);
    }
    return judged(name, job(accepted(plan), parent, before), built, after, claims);
  }

  /** A commit that nobody's moves made. */
  private GatedCommit asItStands(
      String name,
      Candidate built,
      Snapshot before,
      Snapshot after,
      MovePlan plan,
      boolean claims) {
    Map<String, String> paths = new LinkedHashMap<>();
    Map<String, String> modules = new LinkedHashMap<>();
    for (Move move : plan.moves()) {
      paths.put(move.source(), move.destination());
      List<String> old = before.modules().namesOf(move.source());
      List<String> fresh = after.modules().namesOf(move.destination());
      for (int i = 0; i < Math.min(old.size(), fresh.size()); i++) {
        modules.put(old.get(i), fresh.get(i));
      }
    }
    if (plan.isRefused()) {
      workbench.tell(Problem.of(Code.T098, name, plan.refusals().getFirst().code().id()));
    }
    Revision base = new Revision(built.parent(), before.tree().orElseThrow());
    Revision revision = new Revision(built.commit(), built.tree());
    var candidate =
        dev.ferry.run.gating.Candidate.renamed(base, revision, before, after, paths, modules);
    Judgement judgement = rooms.place().judgement(options, claims);
    String attempt = "gate-" + built.commit().abbreviated();
    List<GateResult> results = judgement.judge(candidate, attempt, progress);
    return new GatedCommit(
        name, built.parent(), built.commit(), List.of(), results, judgement.blocking(results));
  }

  /** A move in two commits begins before the first of them. */
  private ObjectId parent(CommitObject text) {
    if (text.parents().isEmpty()) {
      throw new ProblemException(
          Problem.of(Code.T062, "the beginning", text.commit().abbreviated()));
    }
    ObjectId parent = text.parents().getFirst();
    List<String> modules = text.trailers("Ferry-Module");
    CommitObject before = rooms.text(parent);
    boolean twin =
        !modules.isEmpty()
            && before.trailers("Ferry-Module").equals(modules)
            && !before.parents().isEmpty();
    return twin ? before.parents().getFirst() : parent;
  }

  private static List<Move> told(CommitObject text) {
    List<String> modules = text.trailers("Ferry-Module");
    List<String> sources = text.trailers("Ferry-Source");
    List<String> destinations = text.trailers("Ferry-Destination");
    List<Move> moves = new ArrayList<>();
    for (int i = 0; i < Math.min(sources.size(), destinations.size()); i++) {
      String module = i < modules.size() ? modules.get(i) : sources.get(i);
      moves.add(new Move(module, sources.get(i), destinations.get(i)));
    }
    return moves;
  }

  /** Modules that stand elsewhere now, as git sees it; often none. */
  private List<Move> renamed(Snapshot before, ObjectId after) {
    ObjectId tree = before.tree().orElseThrow();
    List<Move> moves = new ArrayList<>();
    rooms
        .renames(tree, after)
        .forEach(
            rename -> {
              if (before.facts(rename.source()).isPresent()) {
                List<String> names = before.modules().namesOf(rename.source());
                moves.add(
                    new Move(
                        names.isEmpty() ? rename.source() : names.getFirst(),
                        rename.source(),
                        rename.destination()));
              }
            });
    return moves;
  }

  private MovePlan plan(Snapshot before, List<Move> moves) {
    if (moves.isEmpty()) {
      return new MovePlan(
          List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of());
    }
    return workbench
        .instruments()
        .planner()
        .plan(before, moves, MoveSettings.of(workbench.configuration().rewriting()));
  }

  private static MovePlan accepted(MovePlan plan) {
    if (plan.isRefused()) {
      throw new ProblemException(plan.refusals());
    }
    return plan;
  }

  private UnitJob job(MovePlan plan, ObjectId parent, Snapshot before) {
    List<Move> moves = plan.moves();
    Unit unit = new Unit(moves.getFirst().module(), Unit.Kind.ROWS, moves, List.of());
    return new UnitJob(unit, "", parent, before, plan);
  }

  private GatedCommit judged(
      String name, UnitJob job, Candidate built, Snapshot after, boolean published) {
    Judgement judgement = rooms.place().judgement(options, published);
    Map<String, String> scaffolds = judgement.scaffoldPaths(job);
    scaffolds
        .values()
        .removeIf(
            path ->
                !after.listing().containsFile(path) || job.before().listing().containsFile(path));
    String attempt = "gate-" + built.commit().abbreviated();
    List<GateResult> results = judgement.judge(job, built, after, scaffolds, attempt, progress);
    return new GatedCommit(
        name,
        job.parent(),
        built.commit(),
        job.unit().moves(),
        results,
        judgement.blocking(results));
  }

  private Optional<Integrated> integrated(String name) {
    return IntegratedModules.of(workbench).find(name);
  }

  private Optional<Move> row(String name) {
    return BatchesReading.of(IntegratedModules.filesThere(workbench)).batches().stream()
        .flatMap(batch -> batch.rows().stream())
        .map(row -> row.move())
        .filter(move -> move.module().equals(name) || RepoPaths.name(move.source()).equals(name))
        .findFirst();
  }

  @Override
  public void close() {
    rooms.close();
  }
}
