package dev.ferry.run;

import dev.ferry.batch.BatchesReading;
import dev.ferry.batch.DoneFile;
import dev.ferry.batch.SkipFile;
import dev.ferry.git.Base;
import dev.ferry.git.Done;
import dev.ferry.git.DoneJudge;
import dev.ferry.model.Batch;
import dev.ferry.model.BatchRow;
import dev.ferry.model.Code;
import dev.ferry.model.ObjectId;
import dev.ferry.model.Outcome;
import dev.ferry.model.Problem;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Reads the state of every row of batches: first what git's trees show, then what the files of
 * finished rows say. Few git processes, whatever the number of rows.
 */
public final class OpenBatches {
  private final Workbench workbench;

  public OpenBatches(Workbench workbench) {
    this.workbench = workbench;
  }

  /**
   * @param files where each batch lies, by how the user named it
   */
  public List<OpenBatch> open(BatchesReading reading, Map<String, Path> files) {
    List<BatchRow> rows = new ArrayList<>();
    reading.batches().forEach(batch -> rows.addAll(batch.rows()));
    Set<BatchRow> untouched = new HashSet<>();
    Map<BatchRow, Outcome> standing = standing(rows, untouched);
    Map<String, Problem> held = HeldModules.of(workbench);
    List<OpenBatch> open = new ArrayList<>();
    for (Batch batch : reading.batches()) {
      Path file = files.getOrDefault(batch.file(), Path.of(batch.file()));
      Map<BatchRow, Outcome> own = new LinkedHashMap<>();
      for (BatchRow row : batch.rows()) {
        Outcome known = standing.get(row);
        if (known != null) {
          own.put(row, known);
        }
      }
      open.add(
          new OpenBatch(batch, finished(file, batch, untouched), own, leftOut(file, batch, held)));
    }
    return open;
  }

  private static LeftOutRows leftOut(Path file, Batch batch, Map<String, Problem> held) {
    SkipFile skips = SkipFile.read(file, batch);
    Map<BatchRow, Problem> skipped = new HashMap<>();
    Map<BatchRow, Problem> heldRows = new HashMap<>();
    for (BatchRow row : batch.rows()) {
      String module = row.move().module();
      skips.reason(row).ifPresent(why -> skipped.put(row, Problem.of(Code.R060, module, why)));
      Problem reason = held.get(module);
      if (reason != null) {
        heldRows.put(row, reason);
      }
    }
    return new LeftOutRows(skipped, heldRows);
  }

  /** What ferry noted itself does not count against git: a branch may be gone, a move reverted. */
  private FinishedRows finished(Path file, Batch batch, Set<BatchRow> untouched) {
    boolean keptUp = workbench.repository().leavesAlone(DoneFile.beside(file));
    Path own = workbench.home().resolve("done").resolve(key(file));
    FinishedRows finished = FinishedRows.read(file, batch, keptUp, own);
    batch.rows().stream().filter(untouched::contains).forEach(finished::disregard);
    return finished;
  }

  /** A name for a batch file: two files of one name are not the same batch. */
  public static String key(Path file) {
    byte[] path = file.toAbsolutePath().normalize().toString().getBytes(StandardCharsets.UTF_8);
    return file.getFileName() + "-" + Integer.toHexString(Arrays.hashCode(path));
  }

  /**
   * Rows that are done by their trees. What stands at its destination but was brought there by
   * nobody whom ferry knows is not among them: a run looks at it and says so.
   *
   * @param untouched takes the rows whose source stands and that were moved nowhere
   */
  private Map<BatchRow, Outcome> standing(List<BatchRow> rows, Set<BatchRow> untouched) {
    Base base = workbench.base();
    DoneJudge judge = new DoneJudge(workbench.repository());
    BranchName names = new BranchName(workbench.configuration().publication().branch());
    UnitBranches branches = new UnitBranches(workbench.repository(), base.commit(), names);
    List<Done> answers =
        judge.judge(
            base,
            rows.stream()
                .map(row -> new DoneJudge.Question(row.move(), branches.of(row.move().module())))
                .toList());
    Map<BatchRow, Outcome> standing = new HashMap<>();
    Map<BatchRow, String> landed = new LinkedHashMap<>();
    for (int i = 0; i < rows.size(); i++) {
      switch (answers.get(i)) {
        case Done.OnBranch(String branch, ObjectId commit) ->
            standing.put(rows.get(i), new Outcome.Integrated(branch, commit));
        case Done.Landed(String ref) -> landed.put(rows.get(i), ref);
        case Done.Remaining _ -> untouched.add(rows.get(i));
        case Done.InPlace _, Done.Missing _ -> {
          // a run finds out what becomes of it
        }
      }
    }
    attribute(judge, landed, standing);
    return standing;
  }

  private void attribute(
      DoneJudge judge, Map<BatchRow, String> landed, Map<BatchRow, Outcome> standing) {
    Map<String, Set<String>> modules = new HashMap<>();
    landed.forEach(
        (row, ref) ->
            modules.computeIfAbsent(ref, key -> new HashSet<>()).add(row.move().module()));
    modules.forEach(
        (ref, names) -> {
          Map<String, ObjectId> commits =
              judge.attribute(workbench.repository().base(ref).commit(), names);
          landed.forEach(
              (row, at) -> {
                ObjectId commit = commits.get(row.move().module());
                if (at.equals(ref) && commit != null) {
                  standing.put(row, new Outcome.Integrated(ref, commit));
                }
              });
        });
  }

  /** Rows that count as done although git shows the contrary. */
  static List<Problem> contradictions(List<OpenBatch> batches, Set<String> sources) {
    List<Problem> found = new ArrayList<>();
    for (OpenBatch open : batches) {
      for (BatchRow row : open.batch().rows()) {
        boolean onlyByFile =
            open.finished().contains(row)
                && !open.standing().containsKey(row)
                && open.leftOut().whySkipped(row).isEmpty();
        if (onlyByFile && !row.move().isInPlace() && sources.contains(row.move().source())) {
          found.add(Problem.at(row.batch(), row.line(), Code.R030, row.move().module()));
        }
      }
    }
    return found;
  }
}
