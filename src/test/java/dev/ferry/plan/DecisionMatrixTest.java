package dev.ferry.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ferry.batch.BatchesReading;
import dev.ferry.plan.safety.Dispatcher;
import dev.ferry.plan.safety.Schedule;
import dev.ferry.python.PythonReferences;
import dev.ferry.python.rewriting.PythonLayout;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The specification's matrix and the lists above it, row by row: how many sessions find something
 * to do at once.
 */
final class DecisionMatrixTest {
  private static final PythonLayout LAYOUT = new PythonLayout();

  private static final MemoryTree TREE =
      MemoryTree.of(
          "labs/__init__.py", "",
          "labs/one.py", "A = 1\n",
          "labs/two.py", "B = 1\n",
          "labs/three.py", "C = 1\n",
          "labs/user.py", "from labs.one import A\n",
          "labs/left.py", "L = 1\n",
          "labs/right.py", "R = 1\n",
          "shop.py", "from labs.left import L\nfrom labs.right import R\n");

  @TempDir private Path folder;

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          different batches (matriz, core, serve)    | false | m:one>matriz c:two>core s:three>serve  | 3
          different batches, the stricter rule       | true  | m:one>matriz c:two>core s:three>serve  | 3
          same batch, different modules              | false | c:one>core/a c:two>core/b c:three>core | 3
          same batch, different modules, one place   | false | c:one>core c:two>core c:three>core     | 3
          same module in one batch                   | false | c:one>core c:one>core                  | refused
          same module in two batches                 | false | c:one>core m:one>matriz                | refused
          same file edits                            | false | c:left>core m:right>matriz             | 1
          interdependent integrations                | false | c:one>core m:user>matriz               | 1
          same target directory, the stricter rule   | true  | c:one>core m:two>core                  | 1
          different target directories, the stricter | true  | c:one>core/a c:two>core/b              | 2
          """)
  void asManySessionsAsTheMatrixAllows(String row, boolean strict, String moves, String sessions)
      throws IOException {
    BatchesReading reading = BatchesReading.of(batches(moves));
    if (sessions.equals("refused")) {
      // one row for one module: a second session finds nothing, and the batch's lock keeps it out
      assertThat(reading.isWhole()).as(row).isFalse();
      return;
    }
    assertThat(reading.isWhole()).as(row).isTrue();
    Plan plan =
        new BatchPlanner(LAYOUT, new MovePlanner(LAYOUT, new PythonReferences()))
            .plan(TREE.snapshot(), reading.batches(), MoveOptions.standard());

    Dispatcher dispatcher = new Dispatcher(Schedule.of(TREE.snapshot(), plan, strict));
    int running = 0;
    while (dispatcher.next().isPresent()) {
      running++;
    }

    assertThat(running).as(row).isEqualTo(Integer.parseInt(sessions));
  }

  private Map<String, Path> batches(String moves) throws IOException {
    Map<String, Path> files = new LinkedHashMap<>();
    for (String move : moves.split(" ")) {
      String[] parts = move.split("[:>]");
      String name = "batch_" + parts[0] + ".tsv";
      Path file = files.computeIfAbsent(name, folder::resolve);
      Files.writeString(
          file,
          "labs.%1$s\tlabs/%1$s.py\t%2$s/%1$s.py\n".formatted(parts[1], parts[2]),
          StandardOpenOption.CREATE,
          StandardOpenOption.APPEND);
    }
    return files;
  }
}
