package dev.ferry.python.scopes;

import dev.ferry.python.syntax.ImportStatement;
import dev.ferry.python.syntax.PythonSource;
import dev.ferry.python.syntax.StatementParser;
import dev.ferry.python.syntax.Tokenizer;
import dev.ferry.python.syntax.Tokens;
import java.util.List;

/**
 * What one file says, in depth. Immutable once made.
 *
 * @param scopes all but the module's
 * @param imports in the order of the file
 * @param references in the order of the file, apart from those in comprehensions and annotations
 * @param strings literals without prefix, escapes or fields
 * @param exported the elements of {@code __all__}
 * @param broken whether some statement could not be read
 */
public record FileAnalysis(
    Tokens tokens,
    Scope module,
    List<Scope> scopes,
    List<PlacedImport> imports,
    List<Reference> references,
    List<StringUse> strings,
    List<Exported> exported,
    boolean broken) {
  /** An import statement and the scope that it stands in. */
  public record PlacedImport(ImportStatement statement, Scope scope) {}

  /**
   * A name in {@code __all__}.
   *
   * @param start first byte inside the quotes
   */
  public record Exported(String name, int start, int end) {}

  public static FileAnalysis of(byte[] bytes) {
    PythonSource source = new PythonSource(bytes);
    Tokens tokens = Tokenizer.tokenize(source);
    ScopeBuilder builder = new ScopeBuilder(tokens);
    StatementParser.parse(tokens, builder);
    return builder.finish();
  }

  public PythonSource source() {
    return tokens.source();
  }
}
