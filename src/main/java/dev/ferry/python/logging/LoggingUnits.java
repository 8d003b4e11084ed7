package dev.ferry.python.logging;

import dev.ferry.python.syntax.PythonSource;
import dev.ferry.python.syntax.TokenKind;
import dev.ferry.python.syntax.Tokenizer;
import dev.ferry.python.syntax.Tokens;
import dev.ferry.toolchain.LoggingUnit;
import dev.ferry.toolchain.LoggingUnit.Kind;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Finds route handlers, public functions of five statements or more and except handlers in a file,
 * by one pass over its tokens. A function's own body ends where another one begins.
 */
public final class LoggingUnits {
  private static final int FEWEST_STATEMENTS = 5;

  private static final Set<String> ROUTES =
      Set.of(
          "route",
          "get",
          "post",
          "put",
          "delete",
          "patch",
          "head",
          "options",
          "websocket",
          "api_route");

  /** Words that go on with a statement and begin none of their own. */
  private static final Set<String> CLAUSES = Set.of("else", "elif", "finally", "except");

  private final Tokens tokens;
  private final Deque<Block> open = new ArrayDeque<>();
  private final List<LoggingUnit> units = new ArrayList<>();
  private boolean route;

  /** What a block belongs to. */
  private enum Owner {
    FUNCTION,
    CLASS,
    HANDLER,
    OTHER
  }

  private static final class Block {
    final Owner owner;
    final String name;
    final int line;
    final boolean isRoute;
    final boolean isPublic;
    int statements;
    boolean logs;
    boolean raises;

    Block(Owner owner, String name, int line, boolean isRoute, boolean isPublic) {
      this.owner = owner;
      this.name = name;
      this.line = line;
      this.isRoute = isRoute;
      this.isPublic = isPublic;
    }
  }

  private LoggingUnits(Tokens tokens) {
    this.tokens = tokens;
  }

  /** Those of one file in its order; nothing where its tokens make no sense. */
  public static Optional<List<LoggingUnit>> of(byte[] source) {
    Tokens tokens = Tokenizer.tokenize(new PythonSource(source));
    if (tokens.isBroken()) {
      return Optional.empty();
    }
    LoggingUnits found = new LoggingUnits(tokens);
    int at = 0;
    while (at < tokens.size() && tokens.kind(at) != TokenKind.END) {
      at = found.line(at);
    }
    while (!found.open.isEmpty()) {
      found.close();
    }
    found.units.sort(Comparator.comparingInt(LoggingUnit::line));
    return Optional.of(List.copyOf(found.units));
  }

  /** Reads one logical line and gives the token behind it. */
  private int line(int start) {
    switch (tokens.kind(start)) {
      case DEDENT -> {
        close();
        return start + 1;
      }
      case INDENT -> {
        open.push(new Block(Owner.OTHER, "", lineOf(start), false, false)); // a stray one
        return start + 1;
      }
      case NEWLINE -> {
        return start + 1;
      }
      default -> {
        // a statement
      }
    }
    int end = endOfLine(start);
    if (tokens.is(start, "@")) {
      route |= isRoute(start, end);
      return end + 1;
    }
    return statement(start, end);
  }

  private int statement(int start, int end) {
    int first = word(start).equals("async") ? start + 1 : start;
    String word = word(first);
    Block block = block(word, first);
    if (!CLAUSES.contains(word) && !isLoneString(start, end)) {
      count(1);
    }
    route = false;
    boolean opens = tokens.is(end - 1, ":") && tokens.kind(end) == TokenKind.NEWLINE;
    if (opens && end + 1 < tokens.size() && tokens.kind(end + 1) == TokenKind.INDENT) {
      read(start, end);
      open.push(block);
      return end + 2;
    }
    if (block.owner == Owner.FUNCTION || block.owner == Owner.HANDLER) {
      // all on one line
      open.push(block);
      block.statements++;
      read(start, end);
      close();
    } else {
      read(start, end);
    }
    return end + 1;
  }

  private boolean isLoneString(int start, int end) {
    return tokens.kind(start) == TokenKind.STRING && end == start + 1;
  }

  private Block block(String word, int at) {
    int place = lineOf(at);
    boolean nested = open.stream().anyMatch(outer -> outer.owner == Owner.FUNCTION);
    boolean hidden =
        open.stream().anyMatch(outer -> outer.owner == Owner.CLASS && outer.name.startsWith("_"));
    return switch (word) {
      case "def" -> {
        String name = word(at + 1);
        boolean isPublic = !name.startsWith("_") && !nested && !hidden;
        yield new Block(Owner.FUNCTION, name, place, route, isPublic);
      }
      case "class" -> new Block(Owner.CLASS, word(at + 1), place, false, false);
      case "except" -> {
        String caught = tokens.is(at + 1, ":") ? "except" : "except " + word(at + 1);
        yield new Block(Owner.HANDLER, caught, place, false, false);
      }
      default -> new Block(Owner.OTHER, "", place, false, false);
    };
  }

  /** Statements count for the function whose own body they stand in. */
  private void count(int statements) {
    for (Block block : open) {
      if (block.owner == Owner.FUNCTION || block.owner == Owner.CLASS) {
        block.statements += statements;
        return;
      }
    }
  }

  private void read(int start, int end) {
    for (int at = start; at < end; at++) {
      if (LoggingCalls.isCall(tokens, at)) {
        mark(true, false);
      } else if (word(at).equals("raise")) {
        mark(false, true);
      } else if (tokens.is(at, ";") && at + 1 < end) {
        count(1);
      }
    }
  }

  /** Every block up to the function whose body this is. */
  private void mark(boolean logs, boolean raises) {
    for (Block block : open) {
      block.logs |= logs;
      block.raises |= raises;
      if (block.owner == Owner.FUNCTION || block.owner == Owner.CLASS) {
        return;
      }
    }
  }

  private void close() {
    if (open.isEmpty()) {
      return;
    }
    Block block = open.pop();
    switch (block.owner) {
      case FUNCTION -> {
        if (block.isRoute) {
          units.add(new LoggingUnit(Kind.ROUTE_HANDLER, block.name, block.line, block.logs));
        } else if (block.isPublic && block.statements >= FEWEST_STATEMENTS) {
          units.add(new LoggingUnit(Kind.FUNCTION, block.name, block.line, block.logs));
        }
      }
      case HANDLER ->
          units.add(
              new LoggingUnit(
                  Kind.EXCEPT_HANDLER, block.name, block.line, block.logs || block.raises));
      case CLASS, OTHER -> {
        // no unit
      }
    }
  }

  /** {@code @app.get(...)}: the last name before the first bracket says what it is. */
  private boolean isRoute(int start, int end) {
    for (int at = start + 1; at < end; at++) {
      if (tokens.is(at, "(")) {
        return at > start + 2 && tokens.is(at - 2, ".") && ROUTES.contains(word(at - 1));
      }
    }
    return false;
  }

  private int endOfLine(int start) {
    int at = start;
    while (tokens.kind(at) != TokenKind.NEWLINE && tokens.kind(at) != TokenKind.END) {
      at++;
    }
    return at;
  }

  private String word(int token) {
    return token < tokens.size() && tokens.kind(token) == TokenKind.NAME
        ? tokens.identifier(token)
        : "";
  }

  private int lineOf(int token) {
    return tokens.source().line(tokens.start(token));
  }
}
