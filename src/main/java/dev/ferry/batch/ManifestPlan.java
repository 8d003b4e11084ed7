package dev.ferry.batch;

import dev.ferry.model.Batch;
import dev.ferry.model.BatchRow;
import dev.ferry.model.Code;
import dev.ferry.model.Move;
import dev.ferry.model.Problem;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * The batches that a manifest comes to: its modules up to a complexity, grouped by the first folder
 * of their targets, in manifest order, paths tidied. Pure.
 *
 * @param batches in the order in which their folders first appear
 * @param findings what was noticed; with errors there are no batches
 */
public record ManifestPlan(List<PlannedBatch> batches, Findings findings) {
  public ManifestPlan {
    batches = List.copyOf(batches);
  }

  /**
   * One batch to be written.
   *
   * @param folder the first folder of all its targets
   * @param effortHours the sum of its modules' estimates
   */
  public record PlannedBatch(String folder, List<Move> moves, double effortHours) {
    public PlannedBatch {
      moves = List.copyOf(moves);
    }

    public String fileName() {
      return "batch_" + folder + ".tsv";
    }

    /** The file's content: one row a line, each ended by a line feed. */
    public byte[] text() {
      return moves.stream()
          .map(move -> RowGrammar.line(move) + "\n")
          .collect(Collectors.joining())
          .getBytes(StandardCharsets.UTF_8);
    }
  }

  /** Plans every module of the manifest that is no more complex than {@code most}. */
  public static ManifestPlan of(Manifest manifest, Complexity most) {
    return new Planner(manifest, most).plan();
  }

  public int modules() {
    return batches.stream().mapToInt(batch -> batch.moves().size()).sum();
  }

  public double effortHours() {
    return batches.stream().mapToDouble(PlannedBatch::effortHours).sum();
  }

  private static final class Planner {
    private final Manifest manifest;
    private final Complexity most;
    private final Findings.Collector findings = new Findings.Collector();
    private final List<BatchRow> rows = new ArrayList<>();
    private final Map<String, List<Move>> moves = new LinkedHashMap<>();
    private final Map<String, Double> hours = new LinkedHashMap<>();
    private int tidied;
    private String tidiedFrom = "";
    private String tidiedTo = "";

    Planner(Manifest manifest, Complexity most) {
      this.manifest = manifest;
      this.most = most;
    }

    ManifestPlan plan() {
      for (ManifestModule module : manifest.modules()) {
        if (module.complexity().compareTo(most) <= 0) {
          take(module);
        }
      }
      if (tidied > 0) {
        findings.add(
            Problem.at(
                manifest.file(), 0, Code.B067, Integer.toString(tidied), tidiedFrom, tidiedTo));
      }
      if (moves.isEmpty() && !findings.findings().hasErrors()) {
        findings.add(Problem.at(manifest.file(), 0, Code.B065, most.word(), complexities()));
      }
      checkFileNames();
      Findings all =
          findings.findings().and(RowConflicts.between(List.of(new Batch(manifest.file(), rows))));
      List<PlannedBatch> batches = new ArrayList<>();
      if (!all.hasErrors()) {
        moves.forEach(
            (folder, rows) ->
                batches.add(new PlannedBatch(folder, rows, hours.getOrDefault(folder, 0.0))));
      }
      return new ManifestPlan(batches, all);
    }

    /** Two folders that differ only in case would share a file on a Mac. */
    private void checkFileNames() {
      Map<String, String> byFolded = new HashMap<>();
      for (String folder : moves.keySet()) {
        String other = byFolded.putIfAbsent(CaseFolding.fold(folder), folder);
        if (other != null) {
          findings.add(Problem.at(manifest.file(), 0, Code.B068, other, folder));
        }
      }
    }

    private void take(ManifestModule module) {
      Optional<Move> move =
          RowGrammar.read(
              module.module(),
              module.source(),
              module.target(),
              manifest.file(),
              module.line(),
              this::notice);
      if (move.isEmpty()) {
        return;
      }
      String target = move.get().destination();
      int slash = target.indexOf('/');
      if (slash < 0) {
        findings.add(Problem.at(manifest.file(), module.line(), Code.B066, module.place(), target));
        return;
      }
      String folder = target.substring(0, slash);
      rows.add(new BatchRow(manifest.file(), module.line(), move.get()));
      moves.computeIfAbsent(folder, f -> new ArrayList<>()).add(move.get());
      hours.merge(folder, module.effortHours(), Double::sum);
    }

    /** Tidied paths are summed up: a manifest may hold hundreds. */
    private void notice(Problem problem) {
      if (problem.code() != Code.B019) {
        findings.add(problem);
        return;
      }
      if (tidied++ == 0) {
        tidiedFrom = problem.arguments().get(1);
        tidiedTo = problem.arguments().get(2);
      }
    }

    private String complexities() {
      TreeSet<Complexity> there = new TreeSet<>();
      manifest.modules().forEach(module -> there.add(module.complexity()));
      return there.isEmpty()
          ? "none"
          : there.stream().map(Complexity::word).collect(Collectors.joining(", "));
    }
  }
}
