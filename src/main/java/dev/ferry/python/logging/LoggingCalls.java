package dev.ferry.python.logging;

import dev.ferry.python.syntax.TokenKind;
import dev.ferry.python.syntax.Tokens;
import java.util.Set;
import java.util.regex.Pattern;

/** Tells calls of loggers from other calls, by how they are written. */
final class LoggingCalls {
  private static final Set<String> METHODS =
      Set.of(
          "debug",
          "info",
          "warning",
          "warn",
          "error",
          "exception",
          "critical",
          "fatal",
          "log",
          "trace",
          "success");

  /** {@code log}, {@code _LOG}, {@code logger}, {@code audit_logger}, {@code getLogger}. */
  private static final Pattern LOGGER =
      Pattern.compile("(?i)(.*_)?logs?(_.*)?|.*(logger|logging|structlog|loguru).*");

  private LoggingCalls() {}

  /** Whether the name at {@code token} is called as a method of a logger. */
  static boolean isCall(Tokens tokens, int token) {
    return token >= 2
        && tokens.kind(token) == TokenKind.NAME
        && tokens.is(token + 1, "(")
        && tokens.is(token - 1, ".")
        && METHODS.contains(tokens.identifier(token))
        && isLogger(tokens, token - 2);
  }

  /** Whether what ends at {@code end} is a logger: one name of the chain says so. */
  private static boolean isLogger(Tokens tokens, int end) {
    int at = end;
    while (at >= 0) {
      if (tokens.is(at, ")") || tokens.is(at, "]")) {
        at = opening(tokens, at) - 1;
      } else if (tokens.kind(at) == TokenKind.NAME) {
        if (LOGGER.matcher(tokens.identifier(at)).matches()) {
          return true;
        }
        if (at == 0 || !tokens.is(at - 1, ".")) {
          return false;
        }
        at -= 2;
      } else {
        return false;
      }
    }
    return false;
  }

  private static int opening(Tokens tokens, int closing) {
    int depth = 0;
    for (int at = closing; at >= 0; at--) {
      if (tokens.is(at, ")") || tokens.is(at, "]") || tokens.is(at, "}")) {
        depth++;
      } else if (tokens.is(at, "(") || tokens.is(at, "[") || tokens.is(at, "{")) {
        depth--;
      }
      if (depth == 0) {
        return at;
      }
    }
    return 0;
  }
}
