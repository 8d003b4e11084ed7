package dev.ferry.python.scopes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ferry.python.syntax.ScopeKind;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the comparison with the standard library of an older Python cannot show. */
final class FileAnalysisTest {
  private static FileAnalysis analyse(String... lines) {
    return FileAnalysis.of((String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8));
  }

  private static List<String> names(FileAnalysis analysis) {
    return analysis.references().stream()
        .filter(reference -> reference.use() == Reference.Use.LOAD)
        .map(reference -> String.join(".", segments(reference)))
        .toList();
  }

  private static List<String> segments(Reference reference) {
    return java.util.stream.IntStream.range(0, reference.length())
        .mapToObj(reference::segment)
        .toList();
  }

  @Test
  void namesInFormattedStringsAreFound() {
    FileAnalysis analysis =
        analyse("f'{a.b!r:>{w.x}} {{no}} {c[\"k\"]=}'", "f\"{d.e(\"same quotes\")} \\N{BULLET}\"");
    assertThat(names(analysis)).containsExactly("a.b", "w.x", "c", "d.e");
    assertThat(analysis.broken()).isFalse();
  }

  @Test
  void typeParametersHaveAScopeOfTheirOwn() {
    FileAnalysis analysis =
        analyse(
            "def f[T: a.b](v: T) -> T: return v",
            "class C[T](Base[T]): x: T",
            "type Alias[T] = dict[T, a.c]");
    assertThat(analysis.broken()).isFalse();
    assertThat(analysis.scopes()).extracting(Scope::kind).contains(ScopeKind.TYPE_PARAMETERS);
    assertThat(names(analysis)).contains("a.b", "a.c");
    for (Reference reference : analysis.references()) {
      if (reference.name().equals("T")) {
        assertThat(reference.scope().owner("T")).isNotNull();
        assertThat(reference.scope().owner("T")).isNotSameAs(analysis.module());
      }
    }
  }

  @Test
  void softKeywordsAreNames() {
    FileAnalysis analysis =
        analyse("match = 1", "case = match", "type = case", "match.x(type)", "print(match, _)");
    assertThat(analysis.broken()).isFalse();
    assertThat(names(analysis))
        .containsExactly("match", "case", "match.x", "type", "print", "match", "_");
  }

  @Test
  void aBrokenFileYieldsItsImports() {
    FileAnalysis analysis =
        analyse(
            "import a",
            "print 'old'",
            "x = (1,",
            "def f(:",
            "    from b import c",
            "  import d",
            "try:",
            "import e",
            "class",
            "from . import g");
    assertThat(analysis.broken()).isTrue();
    assertThat(analysis.imports()).hasSize(5);
  }

  @Test
  void whatAllNamesIsFound() {
    FileAnalysis analysis =
        analyse(
            "__all__ = ['a'] + ['b']",
            "__all__ += ('c',)",
            "__all__.append('d')",
            "__all__.extend(['e'])",
            "def f():",
            "    __all__ = ['no']");
    assertThat(analysis.exported())
        .extracting(FileAnalysis.Exported::name)
        .containsExactly("a", "b", "c", "d", "e");
  }
}
