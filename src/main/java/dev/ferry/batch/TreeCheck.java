package dev.ferry.batch;

import dev.ferry.model.Batch;
import dev.ferry.model.BatchRow;
import dev.ferry.model.Code;
import dev.ferry.model.Move;
import dev.ferry.model.Problem;
import dev.ferry.model.RepoPaths;
import dev.ferry.model.TreeEntry;
import dev.ferry.model.TreeListing;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Rows against the tree that they move things in. Pure. Paths are compared as git has them; where a
 * path is missing, one that differs only in case is named.
 */
public final class TreeCheck {
  private final TreeListing tree;
  private final NamingRules rules;
  private @Nullable Map<String, String> pathsByFolded;

  public TreeCheck(TreeListing tree, NamingRules rules) {
    this.tree = tree;
    this.rules = rules;
  }

  /** Every finding about the rows of these batches, capped and counted. */
  public Findings check(List<Batch> batches) {
    Findings.Collector collector = new Findings.Collector();
    check(batches, (row, problem) -> collector.add(problem));
    return collector.findings();
  }

  /** The findings of each row that has some, in row order. */
  public Map<BatchRow, List<Problem>> byRow(List<Batch> batches) {
    Map<BatchRow, List<Problem>> found = new LinkedHashMap<>();
    check(
        batches, (row, problem) -> found.computeIfAbsent(row, r -> new ArrayList<>()).add(problem));
    return found;
  }

  private void check(List<Batch> batches, BiConsumer<BatchRow, Problem> sink) {
    Set<String> leaving = new HashSet<>();
    for (Batch batch : batches) {
      for (BatchRow row : batch.rows()) {
        if (!row.move().isInPlace()) {
          leaving.add(row.move().source());
        }
      }
    }
    Map<String, Integer> rowsBehind = new HashMap<>();
    Map<String, Place> firstBehind = new LinkedHashMap<>();
    for (Batch batch : batches) {
      for (BatchRow row : batch.rows()) {
        new RowCheck(batch.file(), row, leaving, sink).run();
        moduleInTheWay(row.move(), leaving)
            .ifPresent(
                module -> {
                  rowsBehind.merge(module, 1, Integer::sum);
                  firstBehind.putIfAbsent(module, new Place(batch.file(), row));
                });
      }
    }
    firstBehind.forEach(
        (module, place) ->
            sink.accept(
                place.row(),
                Problem.at(
                    place.file(),
                    place.row().line(),
                    Code.B037,
                    module,
                    Integer.toString(rowsBehind.getOrDefault(module, 1)),
                    Identifiers.withoutExtension(module) + "/__init__.py")));
  }

  private record Place(String file, BatchRow row) {}

  /** The module {@code a/b.py} that stands where {@code a/b/c.py} needs the package. */
  private Optional<String> moduleInTheWay(Move move, Set<String> leaving) {
    if (move.isInPlace()) {
      return Optional.empty();
    }
    for (String above = RepoPaths.parent(move.destination());
        !above.isEmpty();
        above = RepoPaths.parent(above)) {
      String module = above + ".py";
      if (tree.containsFile(module)
          && !leaving.contains(module)
          && !tree.containsFile(above + "/__init__.py")) {
        return Optional.of(module);
      }
    }
    return Optional.empty();
  }

  private @Nullable String differingOnlyInCase(String path) {
    Map<String, String> index = pathsByFolded;
    if (index == null) {
      index = new HashMap<>();
      for (TreeEntry entry : tree.entries()) {
        index.putIfAbsent(CaseFolding.fold(entry.path()), entry.path());
        for (String above = RepoPaths.parent(entry.path());
            !above.isEmpty() && index.putIfAbsent(CaseFolding.fold(above), above) == null;
            above = RepoPaths.parent(above)) {}
      }
      pathsByFolded = index;
    }
    @Nullable String found = index.get(CaseFolding.fold(path));
    return found == null || found.equals(path) ? null : found;
  }

  private boolean exists(String path) {
    return tree.containsFile(path) || tree.containsDirectory(path);
  }

  /** The checks of one row. */
  private final class RowCheck {
    private final String file;
    private final BatchRow row;
    private final String source;
    private final String destination;
    private final Set<String> leaving;
    private final BiConsumer<BatchRow, Problem> sink;

    RowCheck(String file, BatchRow row, Set<String> leaving, BiConsumer<BatchRow, Problem> sink) {
      this.file = file;
      this.row = row;
      this.source = row.move().source();
      this.destination = row.move().destination();
      this.leaving = leaving;
      this.sink = sink;
    }

    void run() {
      if (row.move().isInPlace()) {
        if (!exists(source)) {
          missing(Code.B034);
        }
        return;
      }
      if (!exists(source)) {
        if (exists(destination)) {
          report(Code.R001, destination, source);
          return;
        }
        missing(Code.B004);
      } else {
        checkSource();
      }
      checkDestination();
      checkNames();
    }

    private void missing(Code code) {
      @Nullable String similar = differingOnlyInCase(source);
      if (similar == null) {
        report(code, source);
      } else {
        report(code, source, similar);
      }
    }

    private void checkSource() {
      tree.find(source)
          .flatMap(TreeCheck::oddKind)
          .ifPresent(kind -> report(Code.B039, source, kind));
      String shadow = Identifiers.withoutExtension(source) + "/__init__.py";
      if (source.endsWith(".py") && tree.containsFile(shadow)) {
        report(Code.B042, source, shadow);
      }
    }

    private void checkDestination() {
      if (exists(destination) && !leaving.contains(destination)) {
        report(Code.B033, destination);
      } else {
        @Nullable String similar = differingOnlyInCase(destination);
        if (similar != null && !leaving.contains(similar)) {
          report(Code.B041, destination, similar);
        }
      }
      for (String above = RepoPaths.parent(destination);
          !above.isEmpty();
          above = RepoPaths.parent(above)) {
        Optional<TreeEntry> entry = tree.find(above);
        if (entry.isPresent() && !leaving.contains(above)) {
          report(Code.B038, destination, above, oddKind(entry.get()).orElse("a file"));
        }
      }
      checkModuleBesidePackage();
    }

    private void checkModuleBesidePackage() {
      String stem = Identifiers.withoutExtension(destination);
      if (destination.endsWith(".py")) {
        String init = stem + "/__init__.py";
        if (tree.containsFile(init) && !leaving.contains(init) && !leaving.contains(stem)) {
          report(Code.B035, destination, init);
        }
      } else if (stem.equals(destination)) {
        String module = destination + ".py";
        if (tree.containsFile(module) && !leaving.contains(module)) {
          report(Code.B035, destination, module);
        }
      }
    }

    private void checkNames() {
      boolean isName =
          Identifiers.isPythonFile(destination) || Identifiers.extension(destination).isEmpty();
      if (!isName) {
        return;
      }
      String[] segments =
          Identifiers.withoutExtension(destination.substring(rootOf(destination).length()))
              .split("/");
      for (int i = 0; i < segments.length; i++) {
        boolean last = i == segments.length - 1; // its form was judged when the row was read
        if ((!last && !Identifiers.isIdentifier(segments[i])) || rules.isReserved(segments[i])) {
          report(Code.B022, destination, segments[i]);
        }
      }
      if (rules.isStandardLibrary(segments[0]) && !topLevelStands(segments[0])) {
        report(Code.B040, destination, segments[0]);
      }
    }

    /** A repository that already hides a standard module has made its choice. */
    private boolean topLevelStands(String name) {
      String path = rootOf(destination) + name;
      return tree.containsDirectory(path) || tree.containsFile(path + ".py");
    }

    private void report(Code code, String... arguments) {
      sink.accept(row, Problem.at(file, row.line(), code, arguments));
    }
  }

  /** The source root of a path with its slash; empty for the tree's root. */
  private String rootOf(String path) {
    for (String root : rules.roots()) {
      if (!root.isEmpty() && path.startsWith(root + "/")) {
        return root + "/";
      }
    }
    return "";
  }

  private static Optional<String> oddKind(TreeEntry entry) {
    if (entry.isSymbolicLink()) {
      return Optional.of("a symbolic link");
    }
    return entry.isSubmodule() ? Optional.of("a submodule") : Optional.empty();
  }
}
