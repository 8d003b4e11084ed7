package dev.ferry.python.documents;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ferry.python.rewriting.CommandLines;
import dev.ferry.python.rewriting.PythonRewriter;
import java.nio.charset.StandardCharsets;
import java.util.OptionalInt;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** In these texts {@code |} ends a line. */
final class DocumentSyntaxTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      quoteCharacter = '`',
      value = {
        "pyproject.toml ~ [a]|x = 1|y = \"open ~ 3",
        "pyproject.toml ~ [a]|x = 1|x = 2 ~ 3",
        "setup.cfg ~ [a]|x = 1|[b ~ 3",
        "tox.ini ~ x = 1 ~ 1",
        ".github/workflows/ci.yml ~ a: b|c: [d, e|f: g ~ 3",
        "compose.yaml ~ a: b: c ~ 1",
        "package.json ~ {\"a\":|1,|} } ~ 3",
        "package.json ~ {\"a\": 1|\"b\": 2} ~ 2",
        "n.ipynb ~ {\"cells\": [ ~ 1",
      })
  void theFirstMistakeIsToldWithItsLine(String path, String text, int line) {
    assertThat(mistake(path, text)).hasValue(line);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "pyproject.toml~[a]|x = { y = \"z\" } # comment|",
        "setup.cfg~[a]|x =|    b = c|    # d|",
        "a.yml~a: &x [b, c]|d: *x|---|e: f|",
        ".vscode/settings.json~{ // comment|\"a\": [1, 2,],|}|",
        "Makefile~a:|\tb (|",
        "README.md~`{\"|",
        "n.ipynb~{\"cells\": [{\"cell_type\": \"code\", \"source\": [\"%time x\\n\", \"!ls (\"]}]}",
      })
  void whatCanBeReadOrHasNoGrammarIsNoMistake(String given) {
    String[] parts = given.split("~", 2);
    assertThat(mistake(parts[0], parts[1])).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      quoteCharacter = '`',
      value = {
        "x = 1|from a import (|y ~ 2",
        "def f():|x = 1 ~ 2",
        "import a|from b. import c ~ 2",
        "x = 1|  y = 2 ~ 2",
      })
  void aSourceIsReadStatementByStatement(String text, int line) {
    byte[] bytes = text.replace('|', '\n').getBytes(StandardCharsets.UTF_8);
    OptionalInt mistake = new PythonRewriter(CommandLines.UNREAD).mistake("a.py", bytes);
    assertThat(mistake).isPresent();
    assertThat(mistake.getAsInt()).isBetween(line, line + 1);
  }

  private static OptionalInt mistake(String path, String text) {
    return DocumentSyntax.mistake(path, text.replace('|', '\n').getBytes(StandardCharsets.UTF_8));
  }
}
