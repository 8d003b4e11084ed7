package dev.ferry.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ferry.model.Code;
import dev.ferry.model.Move;
import dev.ferry.model.Problem;
import dev.ferry.python.PythonReferences;
import dev.ferry.python.rewriting.PythonLayout;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Generated packages and moves: a real Python sees the same before, after, and after moving back,
 * in whichever order the moves are named. Another seed: {@code -Dferry.test.seed=NUMBER}, more
 * trials: {@code -Dferry.test.trials=NUMBER}, the smallest tree that fails: {@code
 * -Dferry.test.shrink=true}. Odd seeds have what {@link WiderReferences} writes too, or all or
 * none: {@code -Dferry.test.wide=true} or {@code false}. For as long as wanted: {@code
 * -Dferry.test.seconds=NUMBER}.
 */
final class RandomMovesTest {
  private static final long SEED = Long.getLong("ferry.test.seed", 20261122);
  private static final int TRIALS = Integer.getInteger("ferry.test.trials", 150);
  private static final long SECONDS = Long.getLong("ferry.test.seconds", 0);
  private static final @Nullable String WIDE = System.getProperty("ferry.test.wide");
  private static final boolean SHRINK = Boolean.getBoolean("ferry.test.shrink");

  private final MovePlanner planner = new MovePlanner(new PythonLayout(), new PythonReferences());
  private int refused;
  private int compared;
  private int circles;
  private int warned;
  private int unloaded;

  private static final Pattern UNLOADED =
      Pattern.compile("AttributeError: module '[\\w.]+' has no attribute '(\\w+)'");

  @Test
  void pythonSeesTheSameAfterRandomMoves(@TempDir Path scratch) throws Exception {
    System.out.println(
        "random moves, seed " + SEED + ", trials " + TRIALS + " or " + SECONDS + " s");
    List<String> differences = new ArrayList<>();
    long end = System.nanoTime() + SECONDS * 1_000_000_000;
    long seeds = 0;
    try (PythonBehaviour python = new PythonBehaviour(scratch)) {
      while (SECONDS > 0 ? System.nanoTime() < end : seeds < TRIALS) {
        long seed = SEED + seeds++;
        RandomTree random =
            new RandomTree(seed, WIDE == null ? seed % 2 == 1 : Boolean.parseBoolean(WIDE));
        List<Move> moves = new RandomMap(random).moves();
        List<String> found = differences(python, random.tree(), moves);
        if (!found.isEmpty()) {
          differences.add(
              "seed "
                  + seed
                  + ": "
                  + moves
                  + "\n  "
                  + String.join("\n  ", found.stream().limit(10).toList()));
          if (SHRINK) {
            System.out.println(new Shrinking(python, random, moves, found.getFirst()).smallest());
          }
        }
      }
    }
    System.out.printf(
        "seeds %d to %d: %d behaviours compared, %d in circles, %d loaded by others, %d maps"
            + " refused, %d warned of%n",
        SEED, SEED + seeds - 1, compared, circles, unloaded, refused, warned);
    assertThat(differences).isEmpty();
    assertThat(compared).isGreaterThan((int) seeds * 40);
    assertThat(refused).isLessThanOrEqualTo((int) seeds / 3);
    assertThat(unloaded).isLessThanOrEqualTo(compared / 200);
  }

  private List<String> differences(PythonBehaviour python, MemoryTree tree, List<Move> moves)
      throws IOException {
    MovePlan plan = planner.plan(tree.snapshot(), moves, MoveOptions.standard());
    if (plan.isRefused() || moves.isEmpty()) {
      refused++;
      return plan.refusals().stream()
          .filter(problem -> problem.code() == Code.M012)
          .filter(problem -> !Unavoidable.in(tree, plan).explains(problem.arguments().getFirst()))
          .map(Object::toString)
          .toList();
    }
    MemoryTree after = tree.after(plan.changes());
    List<Move> otherOrder = new ArrayList<>(moves);
    Collections.reverse(otherOrder);
    MovePlan other = planner.plan(tree.snapshot(), otherOrder, MoveOptions.standard());
    if (plan.notes().stream().anyMatch(note -> note.code() == Code.M032)) {
      warned++; // a package binds the name of a module that comes to it, and hides it
      return List.of();
    }
    List<String> differences = new ArrayList<>();
    if (!tree.after(other.changes()).texts().equals(after.texts())) {
      differences.add("another order gives another tree");
    }
    Map<String, Map<String, String>> before = python.of(tree);
    Map<String, String> paths = new TreeMap<>();
    plan.renames().forEach(rename -> paths.put(rename.source(), rename.destination()));
    plan.notes().stream()
        .filter(note -> note.code() == Code.M094)
        .forEach(note -> before.keySet().removeIf(path -> isBelow(path, note)));
    Map<String, Map<String, String>> seen = python.of(after);
    Set<String> told = ToldCircles.of(tree, after, plan);
    told.addAll(belowBroken(before, paths));
    compare(before, seen, paths, tree, told, differences);
    MovePlan back = planner.plan(after.snapshot(), inverse(moves), MoveOptions.standard());
    if (!back.isRefused()) {
      List<String> found = new ArrayList<>();
      MemoryTree restored = after.after(back.changes());
      Set<String> toldBack = ToldCircles.of(after, restored, back);
      compare(before, python.of(restored), Map.of(), tree, toldBack, found);
      found.forEach(difference -> differences.add("back: " + difference));
    }
    return differences;
  }

  /** Moved files that a package runs before now which could not be loaded where it was either. */
  private static Set<String> belowBroken(
      Map<String, Map<String, String>> before, Map<String, String> paths) {
    Map<String, String> sources = new TreeMap<>();
    paths.forEach((source, destination) -> sources.put(destination, source));
    Set<String> found = new HashSet<>();
    for (String moved : paths.values()) {
      for (int slash = moved.indexOf('/'); slash > 0; slash = moved.indexOf('/', slash + 1)) {
        String file = moved.substring(0, slash) + "/__init__.py";
        Map<String, String> shown = before.getOrDefault(sources.getOrDefault(file, file), Map.of());
        if (shown.getOrDefault("import", "ok").startsWith("error")) {
          found.add(moved);
        }
      }
    }
    return found;
  }

  private static List<Move> inverse(List<Move> moves) {
    return moves.stream().map(move -> MemoryTree.move(move.destination(), move.source())).toList();
  }

  /** Whether ferry told that the file's directory is hidden by a module of its name. */
  private static boolean isBelow(String path, Problem hidden) {
    return path.startsWith(hidden.arguments().get(1) + "/");
  }

  /**
   * Whether somebody's use of {@code package.submodule} relied on others to load it. What runs
   * before a moved file is not what ran before it, and no edit of names mends that.
   */
  private static boolean isLoadedByOthers(String source, String error) {
    Matcher matcher = UNLOADED.matcher(error);
    if (!matcher.find()) {
      return false;
    }
    Pattern named = Pattern.compile("import.*\\b" + Pattern.quote(matcher.group(1)) + "\\b");
    return source
        .lines()
        .map(line -> line.startsWith("from ") ? "import " + line : line)
        .noneMatch(line -> named.matcher(line).find());
  }

  /**
   * @param told files that a circle of imports may break, which ferry told of
   */
  private void compare(
      Map<String, Map<String, String>> before,
      Map<String, Map<String, String>> after,
      Map<String, String> paths,
      MemoryTree tree,
      Set<String> told,
      List<String> differences) {
    before.forEach(
        (path, shown) -> {
          String now = paths.getOrDefault(path, path);
          Map<String, String> shows = after.getOrDefault(now, Map.of());
          shown.forEach(
              (what, value) -> {
                if (isFailure(value)) {
                  return; // also an import that failed, and fell back to None
                }
                compared++;
                String sees = shows.getOrDefault(what, "nothing");
                if (sees.equals(value)) {
                  return;
                }
                if (told.contains(now) && isFailure(sees)) {
                  circles++;
                } else if (isLoadedByOthers(tree.text(path), sees)) {
                  unloaded++;
                } else {
                  differences.add("%s %s was %s; %s: %s".formatted(path, what, value, now, sees));
                }
              });
        });
  }

  /** A circle makes loading fail, or takes a fallback; it never gives another value. */
  private static boolean isFailure(String sees) {
    return sees.startsWith("error")
        || sees.equals("nothing")
        || sees.equals("False")
        || sees.equals("NoneType");
  }

  /** Leaves out whatever a failure does not need. */
  private final class Shrinking {
    private final PythonBehaviour python;
    private final RandomTree random;
    private List<Move> moves;
    private final String kind;

    Shrinking(PythonBehaviour python, RandomTree random, List<Move> moves, String difference) {
      this.kind = kind(difference);
      this.python = python;
      this.random = random;
      this.moves = moves;
    }

    private boolean fails(MemoryTree tree, List<Move> fewer) throws IOException {
      boolean loads =
          python.of(tree).values().stream()
              .noneMatch(shown -> shown.getOrDefault("import", "error").startsWith("error"));
      return loads
          && !fewer.isEmpty()
          && differences(python, tree, fewer).stream().map(Shrinking::kind).anyMatch(kind::equals);
    }

    /** Where the difference shows, and what kind of error it is if it is one. */
    private static String kind(String difference) {
      return difference
          .replaceAll("line=\\d+|tree\\d+|; .*: (?=error)|\\(/.*", "")
          .replaceAll("'[^']*'", "");
    }

    String smallest() throws IOException {
      Set<RandomReferences.Part> left = new HashSet<>();
      Set<String> paths = new HashSet<>();
      for (int round = 0; round < 2; round++) {
        for (Move move : List.copyOf(moves)) {
          List<Move> fewer = moves.stream().filter(other -> other != move).toList();
          moves = fails(random.without(left, paths), fewer) ? fewer : moves;
        }
        for (String path : random.paths()) {
          if (paths.add(path) && !fails(random.without(left, paths), moves)) {
            paths.remove(path);
          }
        }
        for (RandomReferences.Part part : random.parts()) {
          if (left.add(part) && !fails(random.without(left, paths), moves)) {
            left.remove(part);
          }
        }
      }
      MemoryTree tree = random.without(left, paths);
      MovePlan plan = planner.plan(tree.snapshot(), moves, MoveOptions.standard());
      StringBuilder text = new StringBuilder("\nsmallest:\n" + moves + "\n");
      tree.texts().forEach((path, content) -> text.append("--- " + path + "\n" + content));
      text.append("\n=== after\n");
      MemoryTree after = tree.after(plan.changes());
      show(after, tree, text);
      MovePlan back = planner.plan(after.snapshot(), inverse(moves), MoveOptions.standard());
      text.append("\n=== back\n");
      show(after.after(back.changes()), tree, text);
      text.append("\n=== differences\n");
      text.append(String.join("\n", differences(python, tree, moves))).append("\n");
      plan.notes().forEach(note -> text.append(note + "\n"));
      return text.toString();
    }

    private static void show(MemoryTree tree, MemoryTree before, StringBuilder text) {
      tree.texts()
          .forEach(
              (path, content) -> {
                if (!content.equals(before.texts().get(path))) {
                  text.append("+++ " + path + "\n" + content);
                }
              });
    }
  }
}
