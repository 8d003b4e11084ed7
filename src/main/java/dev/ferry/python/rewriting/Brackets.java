package dev.ferry.python.rewriting;

import dev.ferry.python.syntax.TokenKind;
import dev.ferry.python.syntax.Tokens;
import java.util.Set;

/** Finds where brackets end. */
final class Brackets {
  /** Words behind which an expression begins. */
  private static final Set<String> BEFORE_DISPLAYS =
      Set.of("return", "yield", "in", "is", "if", "else", "and", "or", "not", "await", "assert");

  private Brackets() {}

  /** The token behind the bracket that closes this one; behind the limit where none does. */
  static int behind(Tokens tokens, int open, int limit) {
    int depth = 0;
    for (int token = open; token <= limit; token++) {
      if (opens(tokens, token)) {
        depth++;
      } else if (closes(tokens, token)) {
        depth--;
        if (depth == 0) {
          return token + 1;
        }
      }
    }
    return limit + 1;
  }

  /** Whether the bracket belongs to what stands before it: a call or a subscript. */
  static boolean follow(Tokens tokens, int open) {
    if (open == 0) {
      return false;
    }
    int before = open - 1;
    return switch (tokens.kind(before)) {
      case NAME -> !BEFORE_DISPLAYS.contains(tokens.identifier(before));
      case STRING, FIELDS_END -> true;
      case OPERATOR -> tokens.is(before, ")") || tokens.is(before, "]");
      case NUMBER,
          FIELDS_START,
          FIELD_OPEN,
          FIELD_CLOSE,
          FIELD_FORMAT,
          NEWLINE,
          INDENT,
          DEDENT,
          END,
          ERROR ->
          false;
    };
  }

  static boolean opens(Tokens tokens, int token) {
    return tokens.is(token, "(")
        || tokens.is(token, "[")
        || tokens.is(token, "{")
        || tokens.kind(token) == TokenKind.FIELD_OPEN;
  }

  static boolean closes(Tokens tokens, int token) {
    return tokens.is(token, ")")
        || tokens.is(token, "]")
        || tokens.is(token, "}")
        || tokens.kind(token) == TokenKind.FIELD_CLOSE;
  }
}
