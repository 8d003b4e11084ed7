package dev.ferry.python.rewriting;

import dev.ferry.facts.Rewriting;
import dev.ferry.model.Code;
import dev.ferry.model.Confidence;
import dev.ferry.model.Edit;
import dev.ferry.model.EditReason;
import dev.ferry.model.Problem;
import dev.ferry.python.syntax.TokenKind;
import dev.ferry.python.syntax.Tokens;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Rewrites the code that an interpreter is given: {@code [sys.executable, "-c", "import a.b"]}. */
final class CodeArguments {
  private final Tokens tokens;
  private final Function<byte[], Rewriting> rewriter;
  private final TextEdits edits;
  private final @Nullable Confidence least;
  private final NavigableMap<Integer, Integer> read = new TreeMap<>();

  /**
   * @param rewriter of code that stands alone
   */
  CodeArguments(
      Tokens tokens,
      Function<byte[], Rewriting> rewriter,
      TextEdits edits,
      @Nullable Confidence least) {
    this.tokens = tokens;
    this.rewriter = rewriter;
    this.edits = edits;
    this.least = least;
  }

  /**
   * @param text of the command from its first token on, masked
   */
  void rewrite(int first, int last, String text) {
    for (int token = first; token + 2 <= last; token++) {
      boolean flagged =
          tokens.kind(token) == TokenKind.STRING
              && tokens.is(token + 1, ",")
              && tokens.kind(token + 2) == TokenKind.STRING
              && isFlag(token);
      boolean ends = token + 3 > last || tokens.is(token + 3, ",") || closes(token + 3);
      int before = tokens.start(token) - tokens.start(first);
      if (flagged && ends && text.substring(0, before).contains("python")) {
        code(tokens.start(token + 2), Literal.of(tokens, token + 2));
      }
    }
  }

  /** Whether this byte stands in code that was read as such. */
  boolean holds(int at) {
    Map.Entry<Integer, Integer> before = read.floorEntry(at);
    return before != null && at < before.getValue();
  }

  private boolean closes(int token) {
    return tokens.is(token, "]") || tokens.is(token, ")");
  }

  private boolean isFlag(int token) {
    Literal literal = Literal.of(tokens, token);
    return tokens.source().text(literal.start(), literal.end()).equals("-c");
  }

  private void code(int quote, Literal literal) {
    byte[] code = Arrays.copyOfRange(tokens.source().bytes(), literal.start(), literal.end());
    String text = new String(code, StandardCharsets.ISO_8859_1);
    if (text.indexOf('\\') >= 0) {
      return; // places in the literal are others than in the code
    }
    read.put(literal.start(), literal.end());
    Rewriting found = rewriter.apply(code);
    for (Problem note : found.notes()) {
      edits.note(quote, note.code(), note.arguments().toArray(String[]::new));
    }
    boolean applied = least != null;
    for (Edit edit : found.edits()) {
      String fresh = new String(edit.replacement(), StandardCharsets.UTF_8);
      applied &= fresh.matches("[\\w., ;]*") && edit.confidence().compareTo(least) <= 0;
    }
    for (Edit edit : found.edits()) {
      int start = literal.start() + edit.start();
      int end = literal.start() + edit.end();
      String fresh = new String(edit.replacement(), StandardCharsets.UTF_8);
      if (applied) {
        edits.replace(start, end, fresh, EditReason.STRING, edit.confidence());
      } else {
        edits.note(start, Code.M023, text.substring(edit.start(), edit.end()), fresh);
      }
    }
  }
}
