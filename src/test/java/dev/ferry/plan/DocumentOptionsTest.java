package dev.ferry.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ferry.facts.RewriteOptions;
import dev.ferry.model.Code;
import dev.ferry.model.Confidence;
import dev.ferry.model.Problem;
import dev.ferry.python.PythonReferences;
import dev.ferry.python.rewriting.PythonLayout;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What {@code --strings} means for files that are no sources. */
final class DocumentOptionsTest {
  private static final String WORKFLOW =
      """
      jobs:
        test:
          steps:
            - run: python -m labs.api
            - run: pytest --cov=labs.api
      """;

  private final MovePlanner planner = new MovePlanner(new PythonLayout(), new PythonReferences());
  private final MemoryTree tree =
      MemoryTree.of(
          ".github/workflows/ci.yml", WORKFLOW, "labs/__init__.py", "", "labs/api.py", "X = 1\n");

  private MovePlan plan(@Nullable Confidence strings) {
    RewriteOptions options = RewriteOptions.standard().withStrings(strings);
    return planner.plan(
        tree.snapshot(),
        List.of(MemoryTree.move("labs/api.py", "labs/web.py")),
        new MoveOptions(options, java.util.Optional.empty()));
  }

  private String workflow(MovePlan plan) {
    return tree.after(plan.changes()).text(".github/workflows/ci.yml");
  }

  private static List<Integer> lines(MovePlan plan, Code code) {
    return plan.notes().stream()
        .filter(note -> note.code() == code)
        .map(Problem::line)
        .sorted()
        .toList();
  }

  @Test
  void mediumRewritesBothAndListsTheLikelyOne() {
    MovePlan plan = plan(Confidence.MEDIUM);
    assertThat(workflow(plan)).isEqualTo(WORKFLOW.replace("labs.api", "labs.web"));
    assertThat(lines(plan, Code.M060)).containsExactly(5);
    assertThat(lines(plan, Code.M061)).isEmpty();
  }

  @Test
  void highLeavesTheLikelyOneAndSaysSo() {
    MovePlan plan = plan(Confidence.HIGH);
    assertThat(workflow(plan)).isEqualTo(WORKFLOW.replace("-m labs.api", "-m labs.web"));
    assertThat(lines(plan, Code.M061)).containsExactly(5);
  }

  @Test
  void noneLeavesAllAndSaysSo() {
    MovePlan plan = plan(null);
    assertThat(workflow(plan)).isEqualTo(WORKFLOW);
    assertThat(lines(plan, Code.M061)).containsExactly(4, 5);
  }
}
