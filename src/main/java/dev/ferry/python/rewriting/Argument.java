package dev.ferry.python.rewriting;

import dev.ferry.python.syntax.TokenKind;
import dev.ferry.python.syntax.Tokens;
import java.util.ArrayList;
import java.util.List;

/**
 * One argument of a call.
 *
 * @param keyword or empty
 * @param first token of its value
 * @param last the last token of its value
 */
record Argument(String keyword, int first, int last) {
  /** Those of the call that opens with this bracket, without empty ones. */
  static List<Argument> of(Tokens tokens, int open) {
    int close = Brackets.behind(tokens, open, tokens.size() - 1) - 1;
    List<Argument> arguments = new ArrayList<>();
    int first = open + 1;
    int depth = 0;
    for (int token = open + 1; token <= close; token++) {
      boolean ends = depth == 0 && (token == close || tokens.is(token, ","));
      if (ends) {
        if (first < token) {
          arguments.add(argument(tokens, first, token - 1));
        }
        first = token + 1;
      } else if (Brackets.opens(tokens, token)) {
        depth++;
      } else if (Brackets.closes(tokens, token)) {
        depth--;
      }
    }
    return arguments;
  }

  private static Argument argument(Tokens tokens, int first, int last) {
    boolean named =
        first + 2 <= last && tokens.kind(first) == TokenKind.NAME && tokens.is(first + 1, "=");
    return named
        ? new Argument(tokens.identifier(first), first + 2, last)
        : new Argument("", first, last);
  }
}
