package dev.ferry.run;

import dev.ferry.batch.BatchesReading;
import dev.ferry.config.Configuration.Stack;
import dev.ferry.config.Configuration.Stacking;
import dev.ferry.facts.Snapshot;
import dev.ferry.model.Batch;
import dev.ferry.model.BatchRow;
import dev.ferry.model.Code;
import dev.ferry.model.Move;
import dev.ferry.model.ObjectId;
import dev.ferry.model.Outcome;
import dev.ferry.model.Problem;
import dev.ferry.model.ProblemException;
import dev.ferry.model.TreeEntry;
import dev.ferry.model.Unit;
import dev.ferry.plan.Binding;
import dev.ferry.plan.MoveOptions;
import dev.ferry.plan.Plan;
import dev.ferry.plan.RowPlan;
import dev.ferry.plan.safety.Dispatcher;
import dev.ferry.plan.safety.Schedule;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Runs over batches: reads them, takes up what a killed run left, works rows. Holds the locks of
 * its batches until closed. For one thread.
 */
public final class BatchRuns implements AutoCloseable {
  private final Workbench workbench;
  private final RunOptions options;
  private final Progress progress;
  private final List<OpenBatch> batches;
  private final Map<String, Path> files;
  private final RunRooms rooms;
  private final PublishedBranches branches;
  private final List<RunLock> locks;
  private final RunBudget budget;
  private List<OpenBatch> worked = List.of();

  private BatchRuns(
      Workbench workbench,
      RunOptions options,
      Progress progress,
      List<OpenBatch> batches,
      Map<String, Path> files,
      List<RunLock> locks) {
    this.workbench = workbench;
    this.options = options;
    this.progress = progress;
    this.batches = batches;
    this.files = files;
    this.locks = List.copyOf(locks);
    this.rooms = new RunRooms(workbench, options.parallel());
    this.budget =
        new RunBudget(
            options, workbench.configuration().limits().run(), workbench.instruments().clock());
    this.branches =
        new PublishedBranches(
            workbench.repository(),
            workbench.base(),
            new BranchName(workbench.configuration().publication().branch()));
  }

  /**
   * Opens batches for work, or tells every problem of their rows at once.
   *
   * @param named batch files of the command line; else as {@link Workbench#batchFiles} finds them
   * @throws ProblemException where a batch cannot be understood, or another ferry works on it
   */
  public static BatchRuns open(
      Workbench workbench, List<String> named, RunOptions options, Progress progress) {
    Map<String, Path> files = workbench.batchFiles(named);
    BatchesReading reading = BatchesReading.of(files);
    if (!reading.isWhole()) {
      throw new ProblemException(reading.findings().shown());
    }
    // what is done is looked at under the lock: another ferry may be finishing rows
    List<RunLock> locks = locked(workbench, files);
    try {
      List<OpenBatch> open = new OpenBatches(workbench).open(reading, files);
      BatchRuns runs = new BatchRuns(workbench, options, progress, open, files, locks);
      runs.takeUp();
      return runs;
    } catch (RuntimeException e) {
      locks.forEach(RunLock::close);
      throw e;
    }
  }

  /** All locks or none. */
  private static List<RunLock> locked(Workbench workbench, Map<String, Path> files) {
    List<RunLock> locks = new ArrayList<>();
    try {
      for (Map.Entry<String, Path> file : files.entrySet()) {
        Path lock = workbench.home().resolve("locks").resolve(OpenBatches.key(file.getValue()));
        locks.add(RunLock.take(lock, file.getKey()));
      }
      return locks;
    } catch (RuntimeException e) {
      locks.forEach(RunLock::close);
      throw e;
    }
  }

  private void takeUp() {
    try {
      new Recovery(workbench, rooms, branches, progress).takeUp();
    } catch (RuntimeException e) {
      rooms.close();
      throw e;
    }
  }

  /**
   * Why a run begins nothing new any more, and what it leaves.
   *
   * @param ends of the rows that it came to
   * @return nothing where it came to all of them
   */
  public Optional<Problem> stopped(List<RowEnd> ends) {
    Set<BatchRow> seen = ends.stream().map(RowEnd::row).collect(Collectors.toSet());
    return budget.told(
        worked.stream()
            .flatMap(open -> open.remaining().stream())
            .filter(row -> !seen.contains(row))
            .map(row -> row.move().module())
            .toList());
  }

  /**
   * Works rows anew, those that are held back among them.
   *
   * @throws ProblemException where a module that is named has no such row, or nothing is to be done
   */
  public List<RowEnd> retry(Retry retry) {
    return all(new RetriedRows(workbench, batches, progress).chosen(retry));
  }

  /**
   * Works one row, of the batch with fewest remaining, ties in their order. Rows that cannot be
   * moved are told on the way.
   */
  public List<RowEnd> next() {
    List<OpenBatch> smallestFirst =
        batches.stream()
            .filter(open -> !open.remaining().isEmpty())
            .sorted(Comparator.comparingInt(open -> open.remaining().size()))
            .toList();
    return smallestFirst.isEmpty()
        ? List.of()
        : campaign(smallestFirst, ground(smallestFirst), 1, false).next();
  }

  /**
   * Works all that remains.
   *
   * @param one only of the batch with fewest remaining
   */
  public List<RowEnd> run(boolean one) {
    Optional<OpenBatch> smallest =
        batches.stream()
            .filter(open -> !open.remaining().isEmpty())
            .min(Comparator.comparingInt(open -> open.remaining().size()));
    List<OpenBatch> chosen = one && smallest.isPresent() ? List.of(smallest.get()) : batches;
    return all(chosen);
  }

  private List<RowEnd> all(List<OpenBatch> chosen) {
    UnitWork.Ground ground = ground(chosen);
    Stacking stacking = workbench.configuration().work().stacking();
    int units = ground.plan().units().size();
    if (stacking.stack() == Stack.ALL) {
      return stacked(chosen, ground, stacking);
    }
    int workers = Math.min(options.parallel(), units);
    if (workers <= 1) {
      return campaign(chosen, ground, 1, false).all();
    }
    Schedule schedule = Schedule.of(ground.snapshot(), ground.plan(), false);
    return campaign(chosen, ground, workers, false).allAtOnce(new Dispatcher(schedule));
  }

  /** One branch on the other: that is work for one. */
  private List<RowEnd> stacked(List<OpenBatch> chosen, UnitWork.Ground ground, Stacking stacking) {
    if (options.parallel() > 1) {
      progress.told(Problem.of(Code.R046, Integer.toString(options.parallel())));
    }
    Campaign campaign = campaign(chosen, ground, 1, false);
    return switch (stacking.verify()) {
      case EACH -> campaign.all();
      case GROUP ->
          campaign.allAsStack(
              Schedule.of(ground.snapshot(), ground.plan(), false).order(), stacking.group());
    };
  }

  /**
   * Has one module that a gate stopped moved anew on the present base and, where a gate stops it
   * again, mended by the operator.
   *
   * @param again whether the operator gets one attempt beyond the allowed ones
   * @throws ProblemException where there is no such module, or nothing about it to mend
   */
  public List<RowEnd> fix(String module, boolean again) {
    Fixable fixable = Fixable.find(workbench, batches, module);
    List<OpenBatch> chosen = List.of(fixable.batch());
    return campaign(chosen, ground(chosen), 1, again).only(fixable.row());
  }

  private Campaign campaign(
      List<OpenBatch> chosen, UnitWork.Ground ground, int parallel, boolean again) {
    Candidates candidates = rooms.candidates();
    DocumentMentions mentions = mentions(ground);
    List<UnitWorker> workers = new ArrayList<>();
    for (int number = 1; number <= parallel; number++) {
      HeardGates heard = new HeardGates(parallel == 1 ? progress : progress.ofWorker(number));
      RunRooms.Place place = rooms.place();
      Judgement judgement = place.judgement(options.allGates());
      Repairs repairs = place.repairs(candidates, judgement, options.twoCommits(), again);
      workers.add(
          new UnitWorker(
              new UnitStory.Tools(workbench, candidates, judgement, mentions, options, heard),
              repairs,
              heard));
    }
    Stack stack = workbench.configuration().work().stacking().stack();
    UnitWork work = new UnitWork(workbench, ground, stack, batchesOf(ground.plan()));
    worked = chosen;
    return new Campaign(chosen, ground.plan().rows(), work, workers, options, budget, progress);
  }

  private static Map<String, String> batchesOf(Plan plan) {
    Map<String, String> batches = new HashMap<>();
    for (RowPlan row : plan.rows()) {
      if (row instanceof RowPlan.Movable(BatchRow at, Unit unit)) {
        batches.put(unit.id(), at.batch());
      }
    }
    return batches;
  }

  private DocumentMentions mentions(UnitWork.Ground ground) {
    List<Move> moves =
        ground.plan().units().stream().flatMap(unit -> unit.unit().moves().stream()).toList();
    return DocumentMentions.of(workbench, ground.snapshot(), moves, files);
  }

  private UnitWork.Ground ground(List<OpenBatch> chosen) {
    workbench.repository().pin(workbench.base().commit());
    Snapshot snapshot = workbench.snapshot(workbench.base().commit());
    Set<String> paths =
        snapshot.listing().entries().stream().map(TreeEntry::path).collect(Collectors.toSet());
    OpenBatches.contradictions(chosen, paths).forEach(progress::told);
    MoveOptions moves = MoveSettings.of(workbench.configuration().rewriting());
    List<Batch> remaining =
        chosen.stream().map(open -> new Batch(open.batch().file(), open.remaining())).toList();
    List<Binding> bindings = new UnitBindings(workbench).of(snapshot, allRows(), remaining);
    Plan plan = workbench.instruments().batchPlanner().plan(snapshot, remaining, moves, bindings);
    Map<String, Outcome> published = publishedPreparations(plan);
    return new UnitWork.Ground(
        workbench.base().commit(), snapshot, plan, moves, published, top(published));
  }

  /** The last branch of the stack that earlier runs left; the base where there is none. */
  private ObjectId top(Map<String, Outcome> preparations) {
    ObjectId base = workbench.base().commit();
    if (workbench.configuration().work().stacking().stack() != Stack.ALL) {
      return base;
    }
    List<ObjectId> commits = new ArrayList<>(List.of(base));
    Stream.concat(
            batches.stream().flatMap(open -> open.standing().values().stream()),
            preparations.values().stream())
        .forEach(
            outcome -> {
              if (outcome instanceof Outcome.Integrated(String _, ObjectId commit)) {
                commits.add(commit);
              }
            });
    List<ObjectId> tips =
        workbench.repository().tips(commits).stream().filter(tip -> !tip.equals(base)).toList();
    if (tips.size() > 1) {
      progress.told(Problem.of(Code.R047, Integer.toString(tips.size())));
    }
    return tips.size() == 1 ? tips.getFirst() : base;
  }

  private List<Batch> allRows() {
    return batches.stream().map(OpenBatch::batch).toList();
  }

  /** Units that no row asks for and that earlier runs published. */
  private Map<String, Outcome> publishedPreparations(Plan plan) {
    List<Unit> units =
        plan.units().stream()
            .map(Plan.PlannedUnit::unit)
            .filter(unit -> unit.kind() == Unit.Kind.PREPARATION)
            .toList();
    List<Move> moves = units.stream().map(Unit::first).toList();
    List<Optional<Outcome.Integrated>> found = branches.find(moves);
    Map<String, Outcome> published = new HashMap<>();
    for (int i = 0; i < units.size(); i++) {
      String id = units.get(i).id();
      found.get(i).ifPresent(outcome -> published.put(id, outcome));
    }
    return published;
  }

  @Override
  public void close() {
    rooms.close();
    // the pin stays: candidates of this base may still be looked at, and a ref costs nothing
    locks.forEach(RunLock::close);
  }
}
