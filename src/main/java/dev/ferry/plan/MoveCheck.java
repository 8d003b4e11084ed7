package dev.ferry.plan;

import dev.ferry.facts.ModuleLayout;
import dev.ferry.facts.ModuleTable;
import dev.ferry.facts.NewRoots;
import dev.ferry.model.Code;
import dev.ferry.model.Move;
import dev.ferry.model.Problem;
import dev.ferry.model.RepoPaths;
import dev.ferry.model.ShimMark;
import dev.ferry.model.TreeEntry;
import dev.ferry.model.TreeListing;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;

/** Finds out what keeps moves from being made, before any file is looked into. */
final class MoveCheck {
  private final TreeListing tree;
  private final ModuleTable modules;
  private final ModuleLayout layout;
  private final Function<String, Optional<ShimMark>> shims;
  private final ImportedSources imported;
  private final List<Problem> found = new ArrayList<>();
  private NewRoots made = NewRoots.NONE;

  /** By the roots that the moves make, what keeps its name below them. */
  private final Map<String, Set<String>> keeping = new TreeMap<>();

  /** What nobody imports, with what there is to tell of its name. */
  private final Map<Move, List<Problem>> unasked = new LinkedHashMap<>();

  /**
   * @param shims the mark of a file that only keeps an old name working
   */
  MoveCheck(
      TreeListing tree,
      ModuleTable modules,
      ModuleLayout layout,
      Function<String, Optional<ShimMark>> shims,
      ImportedSources imported) {
    this.shims = shims;
    this.imported = imported;
    this.tree = tree;
    this.modules = modules;
    this.layout = layout;
  }

  /** All problems of all moves, errors and notes, in the order of the moves. */
  List<Problem> check(List<Move> moves) {
    Set<String> sources = new HashSet<>();
    Set<String> destinations = new HashSet<>();
    for (Move move : moves) {
      if (!sources.add(move.source())) {
        found.add(Problem.of(Code.M015, move.source()));
      }
      if (!destinations.add(move.destination())) {
        found.add(Problem.of(Code.M014, move.destination()));
      }
    }
    made = layout.rootsMade(tree, modules, moves);
    for (Move move : moves) {
      check(move, moves);
    }
    unasked.forEach(this::tellUnasked);
    keeping.forEach((root, names) -> found.add(Problem.of(Code.M138, root, join(names))));
    return List.copyOf(found);
  }

  private void check(Move move, List<Move> moves) {
    if (!exists(move.source())) {
      found.add(missing(move.source()));
      return;
    }
    if (move.isInPlace()) {
      found.add(Problem.of(Code.M004, move.source()));
      return;
    }
    checkLeaf(move);
    Optional<ShimMark> shim = shimAt(move.source());
    if (shim.isPresent()) {
      found.add(Problem.of(Code.M043, move.source(), shim.get().newName()));
      return;
    }
    if (move.destination().startsWith(move.source() + "/")) {
      found.add(Problem.of(Code.M008, move.source(), move.destination()));
      return;
    }
    checkDestination(move, moves);
    List<Problem> aboutNames = new ArrayList<>();
    Optional<Move> inTheWay = layout.moduleInTheWay(tree, modules, move.destination());
    inTheWay
        .filter(way -> !leaves(way.source(), moves))
        .ifPresent(
            way ->
                aboutNames.add(
                    Problem.of(Code.M011, move.destination(), way.source(), way.destination())));
    for (Problem problem : layout.problems(tree, modules, move, made)) {
      if (!isAboutLeaving(problem, moves)) {
        boolean aboutName = problem.code() == Code.M005 || problem.code() == Code.M138;
        (aboutName ? aboutNames : found).add(problem);
      }
    }
    checkNames(move, aboutNames, moves);
  }

  /** A place that no import can name will do for what nobody imports, as for any other file. */
  private void checkNames(Move move, List<Problem> aboutNames, List<Move> moves) {
    if (aboutNames.isEmpty()) {
      return;
    }
    if (makesPackage(move, moves) || imported.areAmong(move)) {
      aboutNames.forEach(this::tell);
    } else if (imported.canBeAmong(move)) {
      unasked.put(move, aboutNames);
    }
  }

  /** Beside what makes a source root it keeps its name too. */
  private void tellUnasked(Move move, List<Problem> aboutNames) {
    if (aboutNames.stream().allMatch(problem -> isOf(problem, keeping.keySet()))) {
      aboutNames.forEach(this::tell);
    } else {
      found.add(Problem.of(Code.M115, move.source(), move.destination()));
    }
  }

  private static boolean isOf(Problem problem, Set<String> roots) {
    return problem.code() == Code.M138 && roots.contains(problem.arguments().getFirst());
  }

  private static String join(Set<String> names) {
    return String.join(", ", names);
  }

  private void tell(Problem problem) {
    if (problem.code() == Code.M138) {
      String root = problem.arguments().getFirst();
      keeping.computeIfAbsent(root, key -> new TreeSet<>()).add(problem.arguments().get(1));
    } else {
      found.add(problem);
    }
  }

  /** A package of its own would take the name of a module that stands in its way. */
  private boolean makesPackage(Move move, List<Move> moves) {
    return layout.moduleInTheWay(tree, modules, move.destination()).isPresent()
        && !layout.packageFiles(tree, modules, move, moves, made).isEmpty();
  }

  /** A module that shares the destination's name does not matter where it moves away itself. */
  private static boolean isAboutLeaving(Problem problem, List<Move> moves) {
    return problem.code() == Code.M007 && leaves(problem.arguments().get(1), moves);
  }

  private void checkLeaf(Move move) {
    TreeEntry leaf = tree.find(move.source()).orElse(null);
    if (leaf != null && leaf.isSubmodule()) {
      found.add(Problem.of(Code.M010, move.source()));
    }
    for (TreeEntry entry : tree.below(move.source())) {
      if (entry.isSubmodule()) {
        found.add(Problem.of(Code.M010, entry.path()));
      }
    }
  }

  private void checkDestination(Move move, List<Move> moves) {
    String destination = move.destination();
    // x.py to x/y.py: the directory is new, though its name was taken by a file
    boolean taken =
        tree.containsFile(destination) && !leaves(destination, moves)
            || tree.below(destination).stream().anyMatch(entry -> !leaves(entry.path(), moves));
    if (taken && shimAt(destination).isEmpty()) {
      found.add(Problem.of(Code.M003, destination));
    }
    for (String above = RepoPaths.parent(destination);
        !above.isEmpty();
        above = RepoPaths.parent(above)) {
      Optional<TreeEntry> leaf = tree.find(above);
      if (leaf.isPresent() && !leaves(above, moves)) {
        Code code = leaf.get().isSubmodule() ? Code.M010 : Code.M009;
        boolean link = leaf.get().isSymbolicLink() || leaf.get().isSubmodule();
        found.add(link ? Problem.of(code, above) : Problem.of(Code.M003, above));
      }
    }
  }

  /** The mark of a file, or of a directory that holds nothing but files with marks. */
  private Optional<ShimMark> shimAt(String path) {
    if (tree.containsFile(path)) {
      return shims.apply(path);
    }
    List<Optional<ShimMark>> marks = new ArrayList<>();
    for (TreeEntry entry : tree.below(path)) {
      marks.add(shims.apply(entry.path()));
      if (marks.getLast().isEmpty()) {
        return Optional.empty();
      }
    }
    return marks.isEmpty() ? Optional.empty() : marks.getFirst();
  }

  private static boolean leaves(String path, List<Move> moves) {
    return moves.stream()
        .anyMatch(
            move ->
                !move.isInPlace()
                    && (path.equals(move.source()) || path.startsWith(move.source() + "/")));
  }

  private boolean exists(String path) {
    return tree.containsFile(path) || tree.containsDirectory(path);
  }

  private Problem missing(String path) {
    for (TreeEntry entry : tree.entries()) {
      String candidate = entry.path();
      if (candidate.length() >= path.length()) {
        String start = candidate.substring(0, path.length());
        boolean whole =
            candidate.length() == path.length() || candidate.charAt(path.length()) == '/';
        if (whole && start.equalsIgnoreCase(path)) {
          return Problem.of(Code.M002, path, start);
        }
      }
    }
    return Problem.of(Code.M001, path);
  }
}
