package dev.ferry.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ferry.model.Move;
import dev.ferry.python.rewriting.PythonLayout;
import dev.ferry.python.rewriting.PythonRewriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Generated packages and moves: a real Python sees the same before and after, in whichever order
 * the moves are named. Another seed: {@code -Dferry.test.seed=NUMBER}, more trials: {@code
 * -Dferry.test.trials=NUMBER}.
 */
final class RandomMovesTest {
  private static final long SEED = Long.getLong("ferry.test.seed", 20261122);
  private static final int TRIALS = Integer.getInteger("ferry.test.trials", 60);

  private final MovePlanner planner = new MovePlanner(new PythonLayout(), new PythonRewriter());

  @Test
  void pythonSeesTheSameAfterRandomMoves(@TempDir Path scratch) throws Exception {
    List<String> directories = new ArrayList<>();
    Map<Long, MovePlan> plans = new TreeMap<>();
    int refused = 0;
    for (long seed = SEED; seed < SEED + TRIALS; seed++) {
      RandomTree random = new RandomTree(seed);
      MemoryTree tree = random.tree();
      List<Move> moves = random.moves();
      MovePlan plan = planner.plan(tree.snapshot(), moves, MoveOptions.standard());
      if (plan.isRefused() || moves.isEmpty()) {
        refused++;
        continue;
      }
      List<Move> otherOrder = new ArrayList<>(moves);
      Collections.reverse(otherOrder);
      MemoryTree after = tree.after(plan.changes());
      MemoryTree again =
          tree.after(planner.plan(tree.snapshot(), otherOrder, MoveOptions.standard()).changes());
      assertThat(again.texts()).as("order, seed " + seed).isEqualTo(after.texts());
      plans.put(seed, plan);
      tree.writeTo(scratch.resolve("before" + seed));
      after.writeTo(scratch.resolve("after" + seed));
      directories.add(scratch.resolve("before" + seed).toString());
      directories.add(scratch.resolve("after" + seed).toString());
    }
    Map<String, Map<String, String>> seen = PythonImports.seen(directories);
    List<String> differences = new ArrayList<>();
    int compared = 0;
    for (Map.Entry<Long, MovePlan> entry : plans.entrySet()) {
      compared += compare(entry.getKey(), entry.getValue(), seen, scratch, differences);
    }
    System.out.printf(
        "seeds %d to %d: %d modules compared, %d maps refused%n",
        SEED, SEED + TRIALS - 1, compared, refused);
    assertThat(differences).isEmpty();
    assertThat(compared).isGreaterThan(TRIALS * 4);
  }

  private static int compare(
      long seed,
      MovePlan plan,
      Map<String, Map<String, String>> seen,
      Path scratch,
      List<String> differences) {
    Map<String, String> paths = new TreeMap<>();
    plan.renames().forEach(rename -> paths.put(rename.source(), rename.destination()));
    Map<String, String> before =
        seen.getOrDefault(scratch.resolve("before" + seed).toString(), Map.of());
    Map<String, String> after =
        seen.getOrDefault(scratch.resolve("after" + seed).toString(), Map.of());
    int compared = 0;
    for (Map.Entry<String, String> module : before.entrySet()) {
      if (module.getValue().startsWith("error")) {
        continue;
      }
      compared++;
      String now = paths.getOrDefault(module.getKey(), module.getKey());
      String sees = after.getOrDefault(now, "nothing");
      if (!sees.equals(module.getValue())) {
        differences.add(
            "seed %d: %s saw %s; %s sees %s; %s"
                .formatted(seed, module.getKey(), module.getValue(), now, sees, plan.moves()));
      }
    }
    return compared;
  }
}
