package dev.ferry.run;

import dev.ferry.facts.Snapshot;
import dev.ferry.git.WorkTree;
import dev.ferry.lanes.LaneConfiguration;
import dev.ferry.lanes.LaneConfigurationReader;
import dev.ferry.lanes.LaneGuard;
import dev.ferry.lanes.LaneReading;
import dev.ferry.lanes.LaneReport;
import dev.ferry.model.ObjectId;
import dev.ferry.model.Problem;
import dev.ferry.model.ProblemException;
import dev.ferry.model.TreeChange;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Judges the import contracts of the checkout as it stands, or of a commit. */
public final class LaneCheck {
  private final Workbench workbench;
  private final Asked asked;

  public LaneCheck(Workbench workbench, Asked asked) {
    this.workbench = workbench;
    this.asked = asked;
  }

  /**
   * What is to be judged.
   *
   * @param file of the contracts, from the top of the repository; empty where it is to be found
   * @param commit nothing for the checkout as it stands
   * @param base the commit whose violations do not count; nothing where all count
   * @param strictPackages see {@link LaneGuard#of}
   */
  public record Asked(
      Optional<String> file,
      Optional<String> commit,
      Optional<String> base,
      boolean strictPackages) {}

  /**
   * @param report nothing where the contracts could not be read
   * @param problems of the configuration
   */
  public record Checked(Optional<LaneReport> report, List<Problem> problems) {
    public Checked {
      problems = List.copyOf(problems);
    }
  }

  /**
   * @throws dev.ferry.model.ProblemException where there is no such commit
   */
  public Checked check() {
    Snapshot snapshot = asked.commit().map(this::committed).orElseGet(this::checkout);
    LaneReading reading =
        read(snapshot, asked.file().or(() -> workbench.configuration().gates().lanes()));
    return new Checked(
        reading.configuration().map(contracts -> report(snapshot, contracts)), reading.problems());
  }

  /** The contracts of a tree. */
  static LaneReading read(Snapshot snapshot, Optional<String> file) {
    return file.map(name -> LaneConfigurationReader.read(name, snapshot.content(name)))
        .orElseGet(() -> LaneConfigurationReader.find(snapshot::content));
  }

  private LaneReport report(Snapshot snapshot, LaneConfiguration contracts) {
    LaneGuard guard = LaneGuard.of(snapshot, contracts, asked.strictPackages());
    return asked
        .base()
        .map(this::committed)
        .map(base -> LaneGuard.of(base, contracts, asked.strictPackages()))
        .map(base -> guard.reportSince(base, Map.of()))
        .orElseGet(guard::report);
  }

  private Snapshot committed(String revision) {
    return workbench.snapshot(workbench.repository().base(revision).commit());
  }

  /** Git looks at the files on disk while the tree of HEAD is read: each takes as long. */
  private Snapshot checkout() {
    try (ExecutorService beside = Executors.newVirtualThreadPerTaskExecutor()) {
      CompletableFuture<List<TreeChange>> changes =
          CompletableFuture.supplyAsync(this::changes, beside);
      ObjectId tree = workbench.repository().head().tree();
      return workbench.snapshotOfTree(tree, workbench.language()).after(result(changes));
    }
  }

  private List<TreeChange> changes() {
    return WorkTree.of(workbench.repository()).map(WorkTree::changesSinceHead).orElseGet(List::of);
  }

  private static List<TreeChange> result(CompletableFuture<List<TreeChange>> changes) {
    try {
      return changes.join();
    } catch (CompletionException e) {
      if (e.getCause() instanceof ProblemException known) {
        throw known;
      }
      throw e;
    }
  }
}
