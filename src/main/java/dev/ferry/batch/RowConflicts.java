package dev.ferry.batch;

import dev.ferry.model.Batch;
import dev.ferry.model.BatchRow;
import dev.ferry.model.Code;
import dev.ferry.model.Move;
import dev.ferry.model.Problem;
import dev.ferry.model.RepoPaths;
import java.util.ArrayList;
import java.util.List;

/**
 * What rows of one batch, or of several, do to each other. Pure. The second of two rows in conflict
 * is the one that is reported, with the place of the first.
 */
public final class RowConflicts {
  private final List<BatchRow> rows = new ArrayList<>();
  private final List<Batch> batches;
  private final int[] firstRowOf;
  private final Findings.Collector findings = new Findings.Collector();
  private final RowIndex modules;
  private final RowIndex sources;
  private final RowIndex destinations;

  private RowConflicts(List<Batch> batches) {
    this.batches = batches;
    this.firstRowOf = new int[batches.size()];
    for (int i = 0; i < batches.size(); i++) {
      firstRowOf[i] = rows.size();
      rows.addAll(batches.get(i).rows());
    }
    modules = new RowIndex(rows.size(), row -> move(row).module());
    sources = new RowIndex(rows.size(), row -> move(row).source());
    destinations = new RowIndex(rows.size(), row -> move(row).destination());
  }

  /** Every conflict between the rows of these batches. */
  public static Findings between(List<Batch> batches) {
    RowConflicts conflicts = new RowConflicts(List.copyOf(batches));
    conflicts.findDuplicates();
    conflicts.findNamesThatDifferInCase();
    conflicts.findOverlaps();
    return conflicts.findings.findings();
  }

  private void findDuplicates() {
    for (int row = 0; row < rows.size(); row++) {
      int sameModule = modules.put(row);
      int sameSource = sources.put(row);
      int sameDestination = destinations.put(row);
      if (sameModule != RowIndex.NONE && move(sameModule).equals(move(row))) {
        report(row, Code.B027, move(row).module(), place(sameModule));
        continue;
      }
      if (sameModule != RowIndex.NONE) {
        report(row, Code.B024, move(row).module(), place(sameModule));
      }
      if (sameDestination != RowIndex.NONE) {
        report(row, Code.B025, move(row).destination(), place(sameDestination));
      }
      if (sameSource != RowIndex.NONE) {
        report(row, Code.B026, move(row).source(), place(sameSource));
      }
    }
  }

  private void findNamesThatDifferInCase() {
    RowIndex foldedDestinations =
        new RowIndex(rows.size(), row -> CaseFolding.fold(move(row).destination()));
    RowIndex foldedModules = new RowIndex(rows.size(), row -> CaseFolding.fold(move(row).module()));
    for (int row = 0; row < rows.size(); row++) {
      int holder = foldedDestinations.put(row);
      if (holder != RowIndex.NONE && !move(holder).destination().equals(move(row).destination())) {
        report(row, Code.B028, move(row).destination(), move(holder).destination(), place(holder));
      }
      int named = foldedModules.put(row);
      if (named != RowIndex.NONE && !move(named).module().equals(move(row).module())) {
        report(row, Code.B029, move(row).module(), move(named).module(), place(named));
      }
    }
  }

  private void findOverlaps() {
    for (int row = 0; row < rows.size(); row++) {
      findModuleBesidePackage(row);
      String destination = move(row).destination();
      for (String above = RepoPaths.parent(destination);
          !above.isEmpty();
          above = RepoPaths.parent(above)) {
        int module = destinations.find(above + ".py");
        if (module != RowIndex.NONE) {
          report(row, Code.B035, destination, move(module).destination(), place(module));
        }
        int moved = sources.find(above);
        if (moved != RowIndex.NONE && !move(moved).isInPlace()) {
          report(row, Code.B036, destination, above, place(moved));
        }
      }
    }
  }

  /** {@code a/b.py} and the package {@code a/b} as two destinations; told once, at the module. */
  private void findModuleBesidePackage(int row) {
    String destination = move(row).destination();
    if (destination.endsWith(".py")) {
      int other = destinations.find(Identifiers.withoutExtension(destination));
      if (other != RowIndex.NONE) {
        report(row, Code.B035, destination, move(other).destination(), place(other));
      }
    }
  }

  private void report(int row, Code code, String... arguments) {
    findings.add(Problem.at(batchOf(row).file(), rows.get(row).line(), code, arguments));
  }

  private Move move(int row) {
    return rows.get(row).move();
  }

  private String place(int row) {
    return batchOf(row).file() + ":" + rows.get(row).line();
  }

  private Batch batchOf(int row) {
    int batch = batches.size() - 1;
    while (firstRowOf[batch] > row) {
      batch--;
    }
    return batches.get(batch);
  }
}
