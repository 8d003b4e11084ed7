package dev.ferry.run;

import dev.ferry.batch.BatchesReading;
import dev.ferry.facts.MentionCache;
import dev.ferry.facts.Mentions;
import dev.ferry.facts.Snapshot;
import dev.ferry.model.Batch;
import dev.ferry.model.Move;
import dev.ferry.model.Outcome;
import dev.ferry.model.ProblemException;
import dev.ferry.model.TreeEntry;
import dev.ferry.model.Unit;
import dev.ferry.plan.MoveOptions;
import dev.ferry.plan.Plan;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

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
  private final List<RunLock> locks = new ArrayList<>();

  private BatchRuns(
      Workbench workbench,
      RunOptions options,
      Progress progress,
      List<OpenBatch> batches,
      Map<String, Path> files) {
    this.workbench = workbench;
    this.options = options;
    this.progress = progress;
    this.batches = batches;
    this.files = files;
    this.rooms = new RunRooms(workbench);
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
    List<OpenBatch> open = new OpenBatches(workbench).open(reading, files);
    BatchRuns runs = new BatchRuns(workbench, options, progress, open, files);
    try {
      runs.lock(files);
      new Recovery(workbench.ledger(), runs.rooms.sessions(), runs.branches, progress).takeUp();
      return runs;
    } catch (RuntimeException e) {
      runs.close();
      throw e;
    }
  }

  private void lock(Map<String, Path> files) {
    for (Map.Entry<String, Path> file : files.entrySet()) {
      Path lock = workbench.home().resolve("locks").resolve(OpenBatches.key(file.getValue()));
      locks.add(RunLock.take(lock, file.getKey()));
    }
  }

  /** The number of rows of all batches. */
  public long rows() {
    return batches.stream().mapToLong(open -> open.batch().rows().size()).sum();
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
    return smallestFirst.isEmpty() ? List.of() : campaign(smallestFirst).next();
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
    return campaign(chosen).all();
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
    return campaign(List.of(fixable.batch()), again).only(fixable.row());
  }

  private Campaign campaign(List<OpenBatch> chosen) {
    return campaign(chosen, false);
  }

  private Campaign campaign(List<OpenBatch> chosen, boolean again) {
    Campaign.Ground ground = ground(chosen);
    HeardGates heard = new HeardGates(progress);
    Candidates candidates = rooms.candidates();
    Judgement judgement = rooms.judgement(options.allGates());
    UnitIntegration integration =
        new UnitIntegration(
            workbench,
            candidates,
            judgement,
            rooms.repairs(candidates, judgement, options.twoCommits(), again),
            mentions(ground),
            options,
            heard);
    return new Campaign(workbench, chosen, ground, integration, options, heard);
  }

  private DocumentMentions mentions(Campaign.Ground ground) {
    List<Move> moves =
        ground.plan().units().stream().flatMap(unit -> unit.unit().moves().stream()).toList();
    MentionCache cache = new MentionCache(workbench.home().resolve("mentions"));
    return new DocumentMentions(
        new Mentions(Optional.of(cache)),
        workbench.language(),
        ground.snapshot(),
        moves,
        batchPaths());
  }

  /** The batch files that stand in the checkout, by their paths in the tree. */
  private Set<String> batchPaths() {
    Optional<Path> top = workbench.repository().workTree();
    return files.values().stream()
        .map(file -> file.toAbsolutePath().normalize())
        .filter(file -> top.isPresent() && file.startsWith(top.get()))
        .map(file -> top.orElseThrow().relativize(file).toString().replace('\\', '/'))
        .collect(Collectors.toSet());
  }

  private Campaign.Ground ground(List<OpenBatch> chosen) {
    workbench.repository().pin(workbench.base().commit());
    Snapshot snapshot = workbench.snapshot(workbench.base().commit());
    Set<String> paths =
        snapshot.listing().entries().stream().map(TreeEntry::path).collect(Collectors.toSet());
    OpenBatches.contradictions(chosen, paths).forEach(progress::told);
    MoveOptions moves = MoveSettings.of(workbench.configuration().rewriting());
    List<Batch> remaining =
        chosen.stream().map(open -> new Batch(open.batch().file(), open.remaining())).toList();
    Plan plan = workbench.instruments().batchPlanner().plan(snapshot, remaining, moves);
    return new Campaign.Ground(
        workbench.base().commit(), snapshot, plan, moves, publishedPreparations(plan));
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
