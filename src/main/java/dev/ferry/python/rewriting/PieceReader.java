package dev.ferry.python.rewriting;

import dev.ferry.python.scopes.FileAnalysis;
import dev.ferry.python.syntax.TokenKind;
import dev.ferry.python.syntax.Tokens;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads what an expression of literals says as far as that is certain: literals side by side or
 * with a plus between them, f-strings, {@code "%s.x" % "a"}, {@code "{}.x".format("a")}, {@code
 * ".".join(["a", "x"])}, and names that are bound once, to a literal.
 */
final class PieceReader {
  private static final int UNKNOWN = -1;

  private final Tokens tokens;
  private final ConstantTexts constants;

  private final Set<Integer> settled;

  /**
   * @param settled literals that were rewritten already: what is made of them is of no matter
   */
  PieceReader(FileAnalysis analysis, Set<Integer> settled) {
    this.settled = settled;
    this.tokens = analysis.tokens();
    this.constants = new ConstantTexts(analysis);
  }

  /** What is known of the expression that begins at a token, up to where something else goes on. */
  Pieces read(int first) {
    Pieces found = new Pieces();
    found.endsAt(sum(first, found));
    return found;
  }

  /** The token after it; negative where it is not known to its end. */
  private int sum(int first, Pieces into) {
    int next = product(first, into);
    while (next >= 0 && tokens.is(next, "+")) {
      next = product(next + 1, into);
    }
    return next;
  }

  private int product(int first, Pieces into) {
    Pieces operand = new Pieces();
    int next = operand(first, operand);
    while (next >= 0) {
      Pieces whole = new Pieces();
      if (tokens.is(next, "%")) {
        next = percent(operand, next + 1, whole);
      } else if (isMethod(next, "format")) {
        next = format(operand, next + 3, whole);
      } else if (isMethod(next, "join")) {
        next = join(operand, next + 3, whole);
      } else if (tokens.is(next, ".") || tokens.is(next, "[") || tokens.is(next, "*")) {
        return UNKNOWN; // what is made of it need not begin with it
      } else {
        break;
      }
      operand = whole;
    }
    into.add(operand);
    return next;
  }

  private boolean isMethod(int dot, String name) {
    return tokens.is(dot, ".")
        && tokens.kind(dot + 1) == TokenKind.NAME
        && tokens.is(dot + 2, "(")
        && tokens.identifier(dot + 1).equals(name);
  }

  private int operand(int first, Pieces into) {
    if (tokens.kind(first) == TokenKind.NAME) {
      String value = constants.at(first);
      boolean known = value != null && !settled.contains(constants.valueOf(first));
      if (!known || tokens.is(first + 1, "(")) {
        return UNKNOWN;
      }
      into.addElsewhere(Objects.requireNonNull(value));
      return first + 1;
    }
    if (tokens.is(first, "(")) {
      int next = sum(first + 1, into);
      return next >= 0 && tokens.is(next, ")") ? next + 1 : UNKNOWN;
    }
    int token = first;
    while (token >= 0 && isText(token)) {
      token =
          tokens.kind(token) == TokenKind.STRING ? literal(token, into) : formatted(token, into);
    }
    return token == first ? UNKNOWN : token;
  }

  private boolean isText(int token) {
    return tokens.kind(token) == TokenKind.STRING || tokens.kind(token) == TokenKind.FIELDS_START;
  }

  private int literal(int token, Pieces into) {
    int quotes = quotes(token);
    if (quotes == 0) {
      return UNKNOWN;
    }
    into.add(tokens, tokens.start(token) + quotes, tokens.end(token) - quotes);
    return token + 1;
  }

  /** How many quotes a literal without prefix begins with; none where it has one. */
  private int quotes(int token) {
    byte[] bytes = tokens.source().bytes();
    int start = tokens.start(token);
    byte mark = bytes[start];
    if (mark != '"' && mark != '\'') {
      return 0;
    }
    boolean triple =
        tokens.end(token) - start >= 6 && bytes[start + 1] == mark && bytes[start + 2] == mark;
    return triple ? 3 : 1;
  }

  private int formatted(int first, Pieces into) {
    int token = first;
    while (true) {
      int from = tokens.end(token);
      token++;
      boolean opens = tokens.kind(token) == TokenKind.FIELD_OPEN;
      if (!opens && tokens.kind(token) != TokenKind.FIELDS_END) {
        return UNKNOWN;
      }
      into.add(tokens, from, tokens.start(token));
      if (!opens) {
        return token + 1;
      }
      Pieces field = new Pieces();
      int next = sum(token + 1, field);
      boolean closed = next >= 0 && tokens.kind(next) == TokenKind.FIELD_CLOSE;
      if (!closed || tokens.end(next - 1) != tokens.start(next)) {
        return UNKNOWN; // or converted
      }
      into.add(field);
      token = next;
    }
  }

  private int percent(Pieces template, int first, Pieces into) {
    List<@Nullable Pieces> values = new ArrayList<>();
    int next = first;
    if (tokens.is(first, "(")) {
      next = values(first + 1, ")", values);
    } else {
      Pieces value = new Pieces();
      next = operand(first, value);
      values.add(next < 0 ? null : value);
    }
    int used = 0;
    for (int i = 0; i < template.length(); i++) {
      if (template.at(i) != '%') {
        into.add(template, i);
        continue;
      }
      boolean fits = i + 1 < template.length() && template.at(i + 1) == 's';
      Pieces value = fits && used < values.size() ? values.get(used) : null;
      if (value == null) {
        return UNKNOWN;
      }
      into.add(value);
      used++;
      i++;
    }
    return next;
  }

  private int format(Pieces template, int first, Pieces into) {
    List<@Nullable Pieces> values = new ArrayList<>();
    int next = values(first, ")", values);
    int used = 0;
    for (int i = 0; i < template.length(); i++) {
      if (template.at(i) != '{') {
        into.add(template, i);
        continue;
      }
      boolean numbered = i + 2 < template.length() && Character.isDigit(template.at(i + 1));
      int which = numbered ? template.at(i + 1) - '0' : used++;
      int close = numbered ? i + 2 : i + 1;
      boolean fits = close < template.length() && template.at(close) == '}';
      Pieces value = fits && which < values.size() ? values.get(which) : null;
      if (value == null) {
        return UNKNOWN;
      }
      into.add(value);
      i = close;
    }
    return next;
  }

  private int join(Pieces separator, int first, Pieces into) {
    boolean list = tokens.is(first, "[");
    if (!list && !tokens.is(first, "(")) {
      return UNKNOWN;
    }
    List<@Nullable Pieces> values = new ArrayList<>();
    int next = values(first + 1, list ? "]" : ")", values);
    for (int i = 0; i < values.size(); i++) {
      if (i > 0) {
        into.addElsewhere(separator.text());
      }
      Pieces value = values.get(i);
      if (value == null) {
        return UNKNOWN;
      }
      into.add(value);
    }
    return next >= 0 && tokens.is(next, ")") ? next + 1 : UNKNOWN;
  }

  /** Values with commas between them; the first that is not known is null, and the last. */
  private int values(int first, String close, List<@Nullable Pieces> into) {
    int token = first;
    while (!tokens.is(token, close)) {
      Pieces value = new Pieces();
      int next = sum(token, value);
      boolean ends = next >= 0 && (tokens.is(next, ",") || tokens.is(next, close));
      into.add(ends ? value : null);
      if (!ends) {
        return UNKNOWN;
      }
      token = tokens.is(next, ",") ? next + 1 : next;
    }
    return token + 1;
  }
}
