package dev.ferry.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ferry.facts.Resolution;
import dev.ferry.facts.ResolvedImport;
import dev.ferry.facts.Snapshot;
import dev.ferry.model.Code;
import dev.ferry.model.Move;
import dev.ferry.model.Problem;
import dev.ferry.python.PythonReferences;
import dev.ferry.python.rewriting.PythonLayout;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Trees before and after. A case holds {@code input/}, {@code output/}, {@code moves.tsv} (source
 * and destination) and perhaps {@code case.properties}: {@code back=graph} where moving back gives
 * the same imports and not the same bytes, {@code back=more} where it leaves an import that had to
 * be added, {@code back=no} where it cannot be done, {@code notes=CODES} that must be told.
 */
final class GoldenTest {
  private static final Path CASES = Path.of("src/test/resources/golden");

  private final MovePlanner planner = new MovePlanner(new PythonLayout(), new PythonReferences());

  static List<Path> cases() throws IOException {
    try (Stream<Path> found = Files.list(CASES)) {
      List<Path> cases = found.filter(Files::isDirectory).sorted().toList();
      assertThat(cases).hasSizeGreaterThan(79);
      return cases;
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("cases")
  void theOutputIsTheOneExpected(Path directory) throws IOException {
    MemoryTree input = MemoryTree.read(directory.resolve("input"));
    MovePlan plan = plan(input, moves(directory));
    assertThat(plan.refusals()).isEmpty();
    assertThat(input.after(plan.changes()).texts())
        .isEqualTo(MemoryTree.read(directory.resolve("output")).texts());
    Set<Code> told = plan.notes().stream().map(Problem::code).collect(Collectors.toSet());
    told.remove(Code.M030); // files of one line change by half with every edit
    String notes = properties(directory).getProperty("notes", "");
    assertThat(told)
        .containsExactlyInAnyOrderElementsOf(
            Arrays.stream(notes.split("[ ,]+"))
                .filter(code -> !code.isEmpty())
                .map(Code::valueOf)
                .toList());
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("cases")
  void movingBackRestoresWhatWasThere(Path directory) throws IOException {
    String back = properties(directory).getProperty("back", "bytes");
    if (back.equals("no")) {
      return; // the case says why
    }
    MemoryTree input = MemoryTree.read(directory.resolve("input"));
    MemoryTree output = MemoryTree.read(directory.resolve("output"));
    List<Move> inverse =
        moves(directory).stream()
            .map(move -> MemoryTree.move(move.destination(), move.source()))
            .toList();
    MovePlan plan = plan(output, inverse);
    assertThat(plan.refusals()).isEmpty();
    MemoryTree restored = output.after(plan.changes());
    // packages made for the destination stay: ferry deletes nothing
    output.files().keySet().stream()
        .filter(path -> !input.files().containsKey(path))
        .filter(path -> output.text(path).isEmpty())
        .forEach(path -> restored.files().remove(path));
    if (back.equals("more")) {
      imports(input)
          .forEach((path, found) -> assertThat(imports(restored).get(path)).containsAll(found));
    } else if (back.equals("graph")) {
      assertThat(imports(restored)).isEqualTo(imports(input));
    } else {
      assertThat(restored.texts()).isEqualTo(input.texts());
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("cases")
  void theSameMapAgainFindsNothing(Path directory) throws IOException {
    if (properties(directory).getProperty("again", "").equals("no")) {
      return; // chains and swaps: the old names are names of something else now
    }
    MemoryTree input = MemoryTree.read(directory.resolve("input"));
    MemoryTree output = MemoryTree.read(directory.resolve("output"));
    Map<String, byte[]> both = new TreeMap<>(input.files());
    // the importers as rewritten, in the tree in which the old names still mean something
    output.files().forEach((path, content) -> both.computeIfPresent(path, (same, old) -> content));
    MovePlan plan = plan(new MemoryTree(both), moves(directory));
    Set<String> moved = new TreeSet<>();
    plan.renames().forEach(rename -> moved.add(rename.source()));
    assertThat(plan.edits()).allMatch(edit -> moved.contains(edit.path()));
  }

  @Test
  void whatPythonCouldImportItImportsUnderTheNewName() throws Exception {
    List<String> directories = new ArrayList<>();
    for (Path directory : cases()) {
      directories.add(directory.resolve("input").toAbsolutePath().toString());
      directories.add(directory.resolve("output").toAbsolutePath().toString());
    }
    Map<String, Set<String>> importable = PythonImports.importable(directories);
    List<String> lost = new ArrayList<>();
    for (Path directory : cases()) {
      Map<String, String> paths = new TreeMap<>();
      plan(MemoryTree.read(directory.resolve("input")), moves(directory))
          .renames()
          .forEach(rename -> paths.put(rename.source(), rename.destination()));
      Set<String> after = importable.get(directory.resolve("output").toAbsolutePath().toString());
      for (String path :
          importable.getOrDefault(
              directory.resolve("input").toAbsolutePath().toString(), Set.of())) {
        String now = paths.getOrDefault(path, path);
        if (after == null || !after.contains(now)) {
          lost.add(directory.getFileName() + ": " + path + " now " + now);
        }
      }
    }
    assertThat(lost).isEmpty();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("cases")
  void gitAppliesThePatch(Path directory, @TempDir Path scratch) throws Exception {
    MemoryTree input = MemoryTree.read(directory.resolve("input"));
    MovePlan plan = plan(input, moves(directory));
    input.writeTo(scratch);
    Path patch = scratch.resolveSibling(scratch.getFileName() + ".patch");
    Files.write(patch, UnifiedDiff.of(input.snapshot(), plan));
    Process git =
        new ProcessBuilder("git", "apply", "--whitespace=nowarn", patch.toString())
            .directory(scratch.toFile())
            .redirectErrorStream(true)
            .start();
    String said = new String(git.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(git.waitFor()).as(said).isZero();
    Files.delete(patch);
    assertThat(MemoryTree.read(scratch).texts())
        .isEqualTo(MemoryTree.read(directory.resolve("output")).texts());
  }

  private MovePlan plan(MemoryTree tree, List<Move> moves) {
    return planner.plan(tree.snapshot(), moves, MoveOptions.standard());
  }

  private static List<Move> moves(Path directory) throws IOException {
    List<Move> moves = new ArrayList<>();
    for (String line : Files.readAllLines(directory.resolve("moves.tsv"))) {
      String[] columns = line.split("\t", -1);
      moves.add(MemoryTree.move(columns[0], columns[1]));
    }
    return moves;
  }

  private static Properties properties(Path directory) throws IOException {
    Properties properties = new Properties();
    Path file = directory.resolve("case.properties");
    if (Files.exists(file)) {
      try (var reader = Files.newBufferedReader(file)) {
        properties.load(reader);
      }
    }
    return properties;
  }

  /** What each file imports, whatever the spelling. */
  private static Map<String, Set<String>> imports(MemoryTree tree) {
    Snapshot snapshot = tree.snapshot();
    Map<String, Set<String>> imports = new TreeMap<>();
    for (String path : snapshot.sources()) {
      Set<String> found = new TreeSet<>();
      for (ResolvedImport resolved : snapshot.graph().importsOf(path)) {
        if (!(resolved.target() instanceof Resolution.StandardLibrary)) {
          found.add(resolved.target().toString());
        }
      }
      imports.put(path, found);
    }
    return imports;
  }
}
