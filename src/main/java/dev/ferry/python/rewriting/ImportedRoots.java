package dev.ferry.python.rewriting;

import dev.ferry.model.Code;
import dev.ferry.model.EditReason;
import dev.ferry.python.syntax.TokenKind;
import dev.ferry.python.syntax.Tokens;
import java.util.List;

/**
 * What follows {@code __import__("a.b")}, which gives {@code a}: attributes that lead from there to
 * the module follow it, other uses are told.
 */
final class ImportedRoots {
  private final Tokens tokens;
  private final TextEdits edits;

  ImportedRoots(Tokens tokens, TextEdits edits) {
    this.tokens = tokens;
    this.edits = edits;
  }

  /**
   * @param end of the string's text
   * @param old the segments of the module
   */
  void follow(int end, List<String> old, String moved) {
    int close = 0;
    while (close < tokens.size() && tokens.start(close) <= end) {
      close++;
    }
    if (close + 1 >= tokens.size() || !tokens.is(close, ")") || isStatement(close)) {
      return; // with a list of names it gives the module itself
    }
    int at = close;
    int followed = 1;
    while (followed < old.size()
        && tokens.is(at + 1, ".")
        && tokens.kind(at + 2) == TokenKind.NAME
        && tokens.identifier(at + 2).equals(old.get(followed))) {
      at += 2;
      followed++;
    }
    int dot = moved.indexOf('.');
    if (followed == old.size()) {
      String rest = dot < 0 ? "" : moved.substring(dot);
      edits.replace(tokens.end(close), tokens.end(at), rest, EditReason.STRING);
    } else {
      String root = dot < 0 ? moved : moved.substring(0, dot);
      edits.note(end, Code.M121, String.join(".", old), old.getFirst(), root);
    }
  }

  /** Whether nothing is done with what it gives. */
  private boolean isStatement(int close) {
    int before = close - 4;
    return tokens.kind(close + 1) == TokenKind.NEWLINE
        && (before < 0
            || tokens.kind(before) == TokenKind.NEWLINE
            || tokens.kind(before) == TokenKind.INDENT
            || tokens.kind(before) == TokenKind.DEDENT);
  }
}
