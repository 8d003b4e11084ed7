package dev.ferry.python.syntax;

import dev.ferry.python.syntax.ExpressionParser.Unreadable;

/** Reads the patterns of a {@code case}: which names they bind, and which they look up. */
final class PatternParser {
  private static final int DEEPEST = 200;

  private final Tokens tokens;
  private final ExpressionParser expressions;
  private final StructureListener listener;
  private int depth;

  PatternParser(Tokens tokens, ExpressionParser expressions, StructureListener listener) {
    this.tokens = tokens;
    this.expressions = expressions;
    this.listener = listener;
  }

  /** One pattern, or several with commas between. */
  void patterns() throws Unreadable {
    do {
      if (tokens.is(at(), ":") || tokens.is(at(), Keyword.IF)) {
        return;
      }
      pattern();
    } while (expressions.accept(","));
  }

  private void pattern() throws Unreadable {
    if (++depth > DEEPEST) {
      throw new Unreadable();
    }
    if (expressions.accept("*")) {
      capture();
    } else {
      do {
        closed();
      } while (expressions.accept("|"));
      if (tokens.is(at(), Keyword.AS)) {
        next();
        capture();
      }
    }
    depth--;
  }

  private void capture() throws Unreadable {
    if (!tokens.isIdentifier(at())) {
      throw new Unreadable();
    }
    if (!tokens.identifier(at()).equals("_")) {
      listener.binds(tokens, at(), BindingKind.PATTERN);
    }
    next();
  }

  private void closed() throws Unreadable {
    if (tokens.isIdentifier(at())) {
      named();
    } else if (expressions.accept("(")) {
      sequence(")");
    } else if (expressions.accept("[")) {
      sequence("]");
    } else if (expressions.accept("{")) {
      mapping();
    } else {
      literal();
    }
  }

  private void named() throws Unreadable {
    if (!tokens.is(at() + 1, ".") && !tokens.is(at() + 1, "(")) {
      capture();
      return;
    }
    dotted();
    if (expressions.accept("(")) {
      while (!expressions.accept(")")) {
        if (tokens.isIdentifier(at()) && tokens.is(at() + 1, "=")) {
          next();
          next();
        }
        pattern();
        separator(")");
      }
    }
  }

  private void dotted() throws Unreadable {
    int first = at();
    int last = first;
    while (tokens.is(last + 1, ".") && tokens.isIdentifier(last + 2)) {
      last += 2;
    }
    int[] segments = new int[(last - first) / 2 + 1];
    for (int i = 0; i < segments.length; i++) {
      segments[i] = first + 2 * i;
    }
    listener.loads(new Expression.Chain(tokens, segments));
    expressions.moveTo(last + 1);
  }

  private void sequence(String closing) throws Unreadable {
    while (!expressions.accept(closing)) {
      pattern();
      separator(closing);
    }
  }

  private void mapping() throws Unreadable {
    while (!expressions.accept("}")) {
      if (expressions.accept("**")) {
        capture();
      } else {
        if (tokens.isIdentifier(at())) {
          dotted();
        } else {
          literal();
        }
        expressions.expect(":");
        pattern();
      }
      separator("}");
    }
  }

  private void separator(String closing) throws Unreadable {
    if (!expressions.accept(",") && !tokens.is(at(), closing)) {
      throw new Unreadable();
    }
  }

  /** A number (perhaps complex), a string, or one of the three constants. */
  private void literal() throws Unreadable {
    expressions.accept("-");
    Keyword keyword = tokens.keyword(at());
    boolean constant =
        keyword == Keyword.NONE || keyword == Keyword.TRUE || keyword == Keyword.FALSE;
    if (tokens.kind(at()) == TokenKind.NUMBER || constant) {
      next();
      if (expressions.accept("+") || expressions.accept("-")) {
        next();
      }
    } else if (tokens.kind(at()) == TokenKind.STRING) {
      int first = at();
      while (tokens.kind(at()) == TokenKind.STRING) {
        next();
      }
      int[] literals = new int[at() - first];
      for (int i = 0; i < literals.length; i++) {
        literals[i] = first + i;
      }
      listener.loads(new Expression.Text(tokens, literals, java.util.List.of()));
    } else {
      throw new Unreadable();
    }
  }

  private int at() {
    return expressions.at();
  }

  private void next() {
    expressions.moveTo(at() + 1);
  }
}
