package dev.ferry.plan;

import static java.util.stream.Collectors.joining;
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
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Trees before and after: {@link GoldenCase} says what a case holds. */
final class GoldenTest {
  private static final Path CASES = Path.of("src/test/resources/golden");

  /** A case that is lost, or a directory that is not read, must not pass. */
  private static final int CASE_COUNT = 250;

  private final MovePlanner planner = new MovePlanner(new PythonLayout(), new PythonReferences());

  static List<GoldenCase> cases() throws IOException {
    try (Stream<Path> found = Files.list(CASES)) {
      List<GoldenCase> cases =
          found.filter(Files::isDirectory).sorted().map(GoldenCase::of).toList();
      assertThat(cases).hasSizeGreaterThan(CASE_COUNT);
      return cases;
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("cases")
  void theOutputIsTheOneExpected(GoldenCase golden) {
    MemoryTree input = golden.input();
    MovePlan plan = plan(golden, input, golden.moves());
    Set<Code> refused = plan.refusals().stream().map(Problem::code).collect(Collectors.toSet());
    assertThat(refused).containsExactlyInAnyOrderElementsOf(golden.codes("refused"));
    assertThat(input.after(plan.changes()).texts()).isEqualTo(golden.output().texts());
    Set<Code> told = plan.notes().stream().map(Problem::code).collect(Collectors.toSet());
    told.remove(Code.M030); // files of one line change by half with every edit
    assertThat(told).containsExactlyInAnyOrderElementsOf(golden.codes("notes"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("cases")
  void movingBackRestoresWhatWasThere(GoldenCase golden) {
    String back = golden.word("back", "bytes");
    if (back.equals("no") || !golden.codes("refused").isEmpty()) {
      return; // the case says why
    }
    MemoryTree input = golden.input();
    MemoryTree output = golden.output();
    List<Move> inverse =
        golden.moves().stream()
            .map(move -> MemoryTree.move(move.destination(), move.source()))
            .toList();
    MoveOptions withoutShims =
        new MoveOptions(golden.options().rewriting(), java.util.Optional.empty());
    MovePlan plan = planner.plan(output.snapshot(golden.roots()), inverse, withoutShims);
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
  void theSameMapAgainFindsNothing(GoldenCase golden) {
    if (golden.word("again", "").equals("no")) {
      return; // chains and swaps: the old names are names of something else now
    }
    MemoryTree output = golden.output();
    Set<String> sources = new TreeSet<>();
    plan(golden, golden.input(), golden.moves())
        .renames()
        .forEach(rename -> sources.add(rename.source()));
    Map<String, byte[]> both = new TreeMap<>(golden.input().files());
    // the importers as rewritten, in the tree in which the old names still mean something
    output
        .files()
        .forEach(
            (path, content) ->
                both.computeIfPresent(path, (same, old) -> sources.contains(path) ? old : content));
    MovePlan plan = plan(golden, new MemoryTree(both), golden.moves());
    assertThat(plan.edits()).allMatch(edit -> sources.contains(edit.path()));
  }

  @Test
  void whatPythonCouldImportItImportsUnderTheNewName() throws Exception {
    List<String> searching = new ArrayList<>();
    for (GoldenCase golden : cases()) {
      String more = golden.searched().stream().map(root -> "\t" + root).collect(joining());
      searching.add(directory(golden, "input") + more);
      searching.add(directory(golden, "output") + more);
    }
    assertThat(lost(PythonImports.importable(searching))).isEmpty();
  }

  @Test
  void whatPythonCouldCompileItCompilesAfterwards() throws Exception {
    assertThat(lost(PythonImports.compiling(directories()))).isEmpty();
  }

  private static List<String> directories() throws IOException {
    List<String> directories = new ArrayList<>();
    for (GoldenCase golden : cases()) {
      directories.add(directory(golden, "input"));
      directories.add(directory(golden, "output"));
    }
    return directories;
  }

  private static String directory(GoldenCase golden, String side) {
    return golden.directory().resolve(side).toAbsolutePath().toString();
  }

  /** Files of which something held before and does not hold where they are now. */
  private List<String> lost(Map<String, Set<String>> holding) throws IOException {
    List<String> lost = new ArrayList<>();
    int checked = 0;
    for (GoldenCase golden : cases()) {
      Map<String, String> paths = new TreeMap<>();
      if (golden.codes("refused").isEmpty()) {
        plan(golden, golden.input(), golden.moves())
            .renames()
            .forEach(rename -> paths.put(rename.source(), rename.destination()));
      }
      Set<String> after = holding.getOrDefault(directory(golden, "output"), Set.of());
      for (String path : holding.getOrDefault(directory(golden, "input"), Set.of())) {
        String now = paths.getOrDefault(path, path);
        checked++;
        if (!after.contains(now)) {
          lost.add(golden + ": " + path + " now " + now);
        }
      }
    }
    assertThat(checked).isGreaterThan(CASE_COUNT);
    return lost;
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("cases")
  void gitAppliesThePatch(GoldenCase golden, @TempDir Path scratch) throws Exception {
    if (!golden.codes("refused").isEmpty()) {
      return; // there is none
    }
    MemoryTree input = golden.input();
    MovePlan plan = plan(golden, input, golden.moves());
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
    assertThat(MemoryTree.read(scratch).texts()).isEqualTo(golden.output().texts());
  }

  private MovePlan plan(GoldenCase golden, MemoryTree tree, List<Move> moves) {
    return planner.plan(tree.snapshot(golden.roots()), moves, golden.options());
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
