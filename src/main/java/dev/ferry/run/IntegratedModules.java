package dev.ferry.run;

import dev.ferry.batch.BatchesReading;
import dev.ferry.model.BatchRow;
import dev.ferry.model.Code;
import dev.ferry.model.ObjectId;
import dev.ferry.model.Outcome;
import dev.ferry.model.Outcome.Integrated;
import dev.ferry.model.Problem;
import dev.ferry.model.ProblemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Which modules git shows to be integrated, and where. */
public final class IntegratedModules {
  private final Workbench workbench;
  private final BranchName names;
  private final UnitBranches branches;
  private final Set<String> rows = new HashSet<>();
  private final Map<String, Integrated> found = new LinkedHashMap<>();

  private IntegratedModules(Workbench workbench) {
    this.workbench = workbench;
    this.names = new BranchName(workbench.configuration().publication().branch());
    this.branches = new UnitBranches(workbench.repository(), workbench.base().commit(), names);
  }

  /** Those of the configured batches. Problems of batch files are for {@code ferry check}. */
  static IntegratedModules of(Workbench workbench) {
    IntegratedModules modules = new IntegratedModules(workbench);
    Map<String, Path> files = filesThere(workbench);
    BatchesReading reading = BatchesReading.of(files);
    for (OpenBatch open : new OpenBatches(workbench).open(reading, files)) {
      open.batch().rows().forEach(row -> modules.take(row, open.standing().get(row)));
    }
    return modules;
  }

  /** The configured batch files that exist. */
  public static Map<String, Path> filesThere(Workbench workbench) {
    Map<String, Path> there = new LinkedHashMap<>();
    try {
      workbench.batchFiles(List.of()).forEach(there::put);
    } catch (ProblemException none) {
      return there;
    }
    there.values().removeIf(file -> !Files.exists(file));
    return there;
  }

  private void take(BatchRow row, @Nullable Outcome standing) {
    rows.add(row.move().module());
    if (standing instanceof Integrated integrated) {
      found.putIfAbsent(row.move().module(), integrated);
    }
  }

  /** Where each row that is integrated stands, in the order of the batches. */
  Map<String, Integrated> all() {
    return Collections.unmodifiableMap(found);
  }

  /** Where a module stands; units that no row asks for have branches, too. */
  Optional<Integrated> find(String module) {
    Integrated row = found.get(module);
    if (row != null) {
      return Optional.of(row);
    }
    String branch = names.of(module);
    Optional<ObjectId> tip =
        workbench.repository().resolveRefs(List.of("refs/heads/" + branch)).getFirst();
    return rows.contains(module)
        ? Optional.empty()
        : tip.map(commit -> new Integrated(branch, commit));
  }

  /** Whether it stands on a branch of ferry's and has not landed. */
  boolean isOnItsBranch(String module, Integrated integrated) {
    return integrated.branch().equals(branches.of(module));
  }

  /** Why {@link #find} found nothing. */
  Problem missing(String module) {
    return rows.contains(module)
        ? Problem.of(Code.R036, module, names.of(module))
        : Problem.of(Code.R032, module);
  }
}
