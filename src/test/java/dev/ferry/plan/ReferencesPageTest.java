package dev.ferry.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ferry.model.Code;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The page that says which tree holds which rule is true, and complete. */
final class ReferencesPageTest {
  private static final Path PAGE = Path.of("docs/references.md");
  private static final Path TREES = Path.of("src/test/resources/golden");
  private static final Pattern QUOTED = Pattern.compile("`([a-z0-9-]+)`");
  private static final Pattern CODE = Pattern.compile("\\b[A-Z]\\d{3}\\b");
  private static final int RULES = 25;
  private static final int KINDS = 38;

  /** One row: what it is about, what ferry does, the trees. */
  private record Row(String about, String does, List<String> trees) {}

  private static List<Row> rows() throws IOException {
    List<Row> rows = new ArrayList<>();
    for (String line : Files.readAllLines(PAGE)) {
      String[] cells = line.split("\\|", -1);
      boolean titles = line.startsWith("|---") || line.endsWith("| trees |");
      if (line.startsWith("| ") && !titles) {
        assertThat(cells).as(line).hasSize(5);
        rows.add(new Row(cells[1].strip(), cells[2].strip(), quoted(cells[3])));
      }
    }
    return rows;
  }

  private static List<String> quoted(String cell) {
    List<String> found = new ArrayList<>();
    Matcher matcher = QUOTED.matcher(cell);
    while (matcher.find()) {
      found.add(matcher.group(1));
    }
    return found;
  }

  @Test
  void everyRuleAndKindHasATree() throws IOException {
    List<Row> rows = rows();
    assertThat(rows).hasSize(KINDS + RULES);
    assertThat(rows).allSatisfy(row -> assertThat(row.trees()).as(row.about()).isNotEmpty());
    assertThat(rows).allSatisfy(row -> assertThat(row.does()).as(row.about()).isNotEmpty());
    List<String> numbers =
        rows.stream().skip(KINDS).map(row -> row.about().replaceFirst("\\..*", "")).toList();
    assertThat(numbers)
        .isEqualTo(IntStream.rangeClosed(1, RULES).mapToObj(String::valueOf).toList());
  }

  @Test
  void theTreesNamedAreTheTreesThere() throws IOException {
    Set<String> named = new TreeSet<>();
    rows().forEach(row -> named.addAll(row.trees()));
    try (Stream<Path> found = Files.list(TREES)) {
      Set<String> there =
          found
              .filter(tree -> Files.exists(tree.resolve("moves.tsv")))
              .map(tree -> tree.getFileName().toString())
              .collect(Collectors.toCollection(TreeSet::new));
      assertThat(named).isEqualTo(there);
    }
  }

  @Test
  void theCodesNamedAreCodes() throws IOException {
    Set<String> codes = Arrays.stream(Code.values()).map(Code::name).collect(Collectors.toSet());
    Matcher code = CODE.matcher(Files.readString(PAGE));
    int count = 0;
    while (code.find()) {
      assertThat(codes).contains(code.group());
      count++;
    }
    assertThat(count).isGreaterThan(20);
  }
}
