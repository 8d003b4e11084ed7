package dev.ferry.python.rewriting;

import dev.ferry.model.EditReason;
import dev.ferry.python.syntax.ImportStatement;
import dev.ferry.python.syntax.PythonSource;
import dev.ferry.python.syntax.TokenKind;
import dev.ferry.python.syntax.Tokens;
import java.util.List;

/** Where a statement stands, and how others are put after it in the same block. */
final class StatementPlace {
  private final Tokens tokens;
  private final PythonSource source;
  private final int start;
  private final int end;
  private final boolean ownLine;

  StatementPlace(ImportStatement statement) {
    this.tokens = statement.tokens();
    this.source = tokens.source();
    this.start = tokens.start(statement.first());
    this.end = tokens.end(statement.last());
    this.ownLine = beginsLine(statement.first()) && endsLine(statement.last());
  }

  private boolean beginsLine(int token) {
    if (token == 0) {
      return true;
    }
    return switch (tokens.kind(token - 1)) {
      case NEWLINE, INDENT, DEDENT -> true;
      default -> false;
    };
  }

  private boolean endsLine(int token) {
    return tokens.kind(token + 1) == TokenKind.NEWLINE;
  }

  /** Whether nothing else stands on its lines but a comment. */
  boolean isOnOwnLine() {
    return ownLine;
  }

  void putAfter(List<String> statements, TextEdits edits, EditReason reason) {
    StringBuilder text = new StringBuilder();
    if (!ownLine) {
      statements.forEach(statement -> text.append("; ").append(statement));
      edits.insert(end, text.toString(), reason);
      return;
    }
    String lineEnd = source.lineEnd(end);
    String indentation = source.text(source.lineStart(start), start);
    if (source.lineStart(start) == 0 && indentation.startsWith("\uFEFF")) {
      indentation = indentation.substring(1);
    }
    int at = source.nextLineStart(end);
    boolean lastLineOpen = at == source.bytes().length && !endsWithLineEnd(at);
    for (String statement : statements) {
      text.append(lastLineOpen ? lineEnd : "");
      text.append(indentation).append(statement.replace("\n", lineEnd));
      text.append(lastLineOpen ? "" : lineEnd);
    }
    edits.insert(at, text.toString(), reason);
  }

  private boolean endsWithLineEnd(int at) {
    return at > 0 && (source.bytes()[at - 1] == '\n' || source.bytes()[at - 1] == '\r');
  }
}
