package dev.ferry.python.rewriting;

import dev.ferry.facts.Relocation;
import dev.ferry.facts.RewriteOptions;
import dev.ferry.facts.Rewriting;
import dev.ferry.model.Edit;
import dev.ferry.model.Problem;
import dev.ferry.python.scopes.FileAnalysis;
import dev.ferry.python.scopes.FileAnalysis.PlacedImport;
import dev.ferry.python.syntax.ImportStatement;
import dev.ferry.python.syntax.TokenKind;
import dev.ferry.python.syntax.Tokens;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Rewrites the examples in the docstrings of a file: strings that are a statement of their own. */
final class Docstrings {
  private final FileAnalysis analysis;
  private final Tokens tokens;
  private final byte[] bytes;

  Docstrings(FileAnalysis analysis) {
    this.analysis = analysis;
    this.tokens = analysis.tokens();
    this.bytes = analysis.source().bytes();
  }

  Rewriting rewrite(Relocation relocation, String path, RewriteOptions options) {
    List<Edit> edits = new ArrayList<>();
    List<Problem> notes = new ArrayList<>();
    Examples examples = new Examples(relocation, path, bytes, options);
    String before = null;
    for (int token = 0; token < tokens.size(); token++) {
      if (tokens.kind(token) == TokenKind.STRING && isStatement(token) && holdsExample(token)) {
        before = before == null ? imports() : before;
        Rewriting found = examples.rewrite(textStart(token), tokens.end(token) - 3, before);
        edits.addAll(found.edits());
        notes.addAll(found.notes());
      }
    }
    return new Rewriting(edits, notes);
  }

  private boolean isStatement(int token) {
    boolean begins =
        token == 0
            || switch (tokens.kind(token - 1)) {
              case NEWLINE, INDENT, DEDENT -> true;
              default -> false;
            };
    return begins && tokens.kind(token + 1) == TokenKind.NEWLINE;
  }

  private int textStart(int token) {
    int at = tokens.start(token);
    while (bytes[at] != '"' && bytes[at] != '\'') {
      at++;
    }
    return at + 3;
  }

  /** Only strings in three quotes hold several lines. */
  private boolean holdsExample(int token) {
    int end = tokens.end(token) - 3;
    int from = textStart(token);
    if (end < from || bytes[from - 1] != bytes[from - 2] || bytes[from - 2] != bytes[from - 3]) {
      return false;
    }
    for (int at = from; at + 3 <= end; at++) {
      if (bytes[at] == '>' && bytes[at + 1] == '>' && bytes[at + 2] == '>') {
        return true;
      }
    }
    return false;
  }

  /** The imports at the module's own level: examples run with the module's names. */
  private String imports() {
    StringBuilder text = new StringBuilder();
    for (PlacedImport placed : analysis.imports()) {
      if (placed.scope() == analysis.module()) {
        ImportStatement statement = placed.statement();
        int start = statement.tokens().start(statement.first());
        int end = statement.tokens().end(statement.last());
        text.append(new String(bytes, start, end - start, StandardCharsets.ISO_8859_1));
        text.append('\n');
      }
    }
    return text.toString();
  }
}
