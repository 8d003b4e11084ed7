package dev.ferry.python.syntax;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What matters of an expression to somebody who looks for names: operators and their precedence are
 * left out. Numbers are indexes of tokens in {@code tokens}, which for an expression inside a
 * string are others than the file's.
 */
public sealed interface Expression {
  /**
   * A name and the attributes that directly follow it: {@code a.b.c}.
   *
   * @param segments the tokens of the names, without the dots
   */
  record Chain(Tokens tokens, int[] segments) implements Expression {
    public String name() {
      return tokens.identifier(segments[0]);
    }
  }

  /** Something that is called or subscripted: the attributes after that are left out. */
  record Postfix(Expression base, List<Trailer> trailers) implements Expression {}

  /** Several expressions side by side: a display, the operands of an operator, and so on. */
  record Group(Kind kind, List<Expression> parts) implements Expression {
    /** What the parts stand in. */
    public enum Kind {
      /** Without or in parentheses; also a starred expression. Assignable part by part. */
      TUPLE,
      LIST,
      SET,
      /** Keys and values in turn. */
      DICT,
      OPERANDS
    }

    boolean isTarget() {
      return kind == Kind.TUPLE || kind == Kind.LIST;
    }
  }

  /** {@code lambda}. */
  record Lambda(Parameters parameters, Expression body) implements Expression {}

  /** A comprehension or a generator. */
  record Comprehension(List<Expression> elements, List<Clause> clauses) implements Expression {}

  /** {@code (name := value)}. */
  record Walrus(Tokens tokens, int name, Expression value) implements Expression {}

  /**
   * String literals, one or several joined by standing side by side.
   *
   * @param literals tokens without replacement fields
   * @param fields what the replacement fields hold
   */
  record Text(Tokens tokens, int[] literals, List<Expression> fields) implements Expression {}

  /** What stands after an expression in brackets. */
  sealed interface Trailer {}

  /**
   * A call.
   *
   * @param callee the last name before the bracket, or -1
   * @param owner the name before that one, or -1
   */
  record Arguments(Tokens tokens, int callee, int owner, List<Argument> arguments)
      implements Trailer {}

  /** One argument of a call; {@code keyword} is a token or -1. */
  record Argument(int keyword, Expression value) {}

  /** A subscript; {@code callee} is the last name before the bracket, or -1. */
  record Index(Tokens tokens, int callee, Expression index) implements Trailer {}

  /** {@code for target in iterable if conditions}. */
  record Clause(Expression target, Expression iterable, List<Expression> conditions) {}

  /** The parameters of a function or lambda. */
  record Parameters(Tokens tokens, List<Parameter> parameters) {}

  /** One parameter; {@code name} is a token. */
  record Parameter(int name, @Nullable Expression annotation, @Nullable Expression fallback) {}
}
