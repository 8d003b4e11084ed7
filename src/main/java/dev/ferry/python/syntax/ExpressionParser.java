package dev.ferry.python.syntax;

import dev.ferry.python.syntax.Expression.Argument;
import dev.ferry.python.syntax.Expression.Chain;
import dev.ferry.python.syntax.Expression.Clause;
import dev.ferry.python.syntax.Expression.Comprehension;
import dev.ferry.python.syntax.Expression.Group;
import dev.ferry.python.syntax.Expression.Lambda;
import dev.ferry.python.syntax.Expression.Parameter;
import dev.ferry.python.syntax.Expression.Parameters;
import dev.ferry.python.syntax.Expression.Postfix;
import dev.ferry.python.syntax.Expression.Text;
import dev.ferry.python.syntax.Expression.Trailer;
import dev.ferry.python.syntax.Expression.Walrus;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Tokens to expressions. Operators are read one after the other without regard to precedence, which
 * no name depends on; that keeps the parser shallow on long sums. Throws {@link Unreadable} on what
 * is no expression.
 */
final class ExpressionParser {
  /** Beyond this Python itself gives up ("too many nested parentheses"). */
  private static final int DEEPEST = 220;

  private static final Set<String> BINARY =
      Set.of(
          "+", "-", "*", "/", "%", "&", "|", "^", "<", ">", "@", "**", "//", ">>", "<<", "<=", ">=",
          "==", "!=", "<>");

  private final Tokens tokens;
  private int at;
  private int depth;

  ExpressionParser(Tokens tokens, int at) {
    this.tokens = tokens;
    this.at = at;
  }

  int at() {
    return at;
  }

  void moveTo(int token) {
    at = token;
  }

  /** Ends the reading of a statement that is none; nothing else is told about it. */
  static final class Unreadable extends Exception {
    private static final long serialVersionUID = 1L;

    Unreadable() {
      super(null, null, false, false);
    }
  }

  /** How far an expression may reach. */
  private enum Reach {
    /** Everything that is allowed without parentheses. */
    WHOLE,
    /** Up to {@code in}: the target of a loop. */
    TARGET,
    /** Up to {@code if}: what a comprehension goes over, and its conditions. */
    CLAUSE
  }

  /** One or several expressions with commas between, possibly starred; {@code yield} too. */
  Expression list() throws Unreadable {
    if (tokens.is(at, Keyword.YIELD)) {
      return yielded();
    }
    return list(Reach.WHOLE);
  }

  Expression targetList() throws Unreadable {
    return list(Reach.TARGET);
  }

  private Expression list(Reach reach) throws Unreadable {
    Expression first = starred(reach);
    if (!tokens.is(at, ",")) {
      return first;
    }
    List<Expression> parts = new ArrayList<>();
    parts.add(first);
    while (accept(",")) {
      if (!startsExpression()) {
        break;
      }
      parts.add(starred(reach));
    }
    return new Group(Group.Kind.TUPLE, parts);
  }

  private Expression yielded() throws Unreadable {
    at++;
    if (tokens.is(at, Keyword.FROM)) {
      at++;
      return opaque(expression());
    }
    return startsExpression() ? opaque(list(Reach.WHOLE)) : opaque();
  }

  private Expression starred(Reach reach) throws Unreadable {
    if (accept("*")) {
      return new Group(Group.Kind.TUPLE, List.of(expression(reach)));
    }
    return expression(reach);
  }

  Expression expression() throws Unreadable {
    return expression(Reach.WHOLE);
  }

  private Expression expression(Reach reach) throws Unreadable {
    if (++depth > DEEPEST) {
      throw new Unreadable();
    }
    try {
      return operands(reach);
    } finally {
      depth--;
    }
  }

  private Expression operands(Reach reach) throws Unreadable {
    int start = at;
    Expression first = operand();
    if (tokens.is(at, ":=") && at == start + 1 && tokens.isIdentifier(start)) {
      at++;
      return new Walrus(tokens, start, expression(reach));
    }
    if (!acceptOperator(reach)) {
      return isPrefixed(start) ? opaque(first) : first;
    }
    List<Expression> parts = new ArrayList<>();
    parts.add(first);
    do {
      parts.add(operand());
    } while (acceptOperator(reach));
    return new Group(Group.Kind.OPERANDS, parts);
  }

  private boolean isPrefixed(int token) {
    return tokens.is(token, Keyword.NOT)
        || tokens.is(token, Keyword.AWAIT)
        || tokens.is(token, "-")
        || tokens.is(token, "+")
        || tokens.is(token, "~");
  }

  private boolean acceptOperator(Reach reach) {
    Keyword keyword = tokens.keyword(at);
    if (keyword != null) {
      return switch (keyword) {
        case AND, OR -> step(1);
        case IS -> step(tokens.is(at + 1, Keyword.NOT) ? 2 : 1);
        case IN -> reach != Reach.TARGET && step(1);
        case NOT -> tokens.is(at + 1, Keyword.IN) && step(2);
        case IF, ELSE -> reach == Reach.WHOLE && step(1);
        default -> false;
      };
    }
    if (tokens.kind(at) != TokenKind.OPERATOR) {
      return false;
    }
    int length = tokens.end(at) - tokens.start(at);
    return length <= 2 && BINARY.contains(operatorText(at)) && step(1);
  }

  private String operatorText(int token) {
    return tokens.source().identifier(tokens.start(token), tokens.end(token));
  }

  private boolean step(int count) {
    at += count;
    return true;
  }

  private Expression operand() throws Unreadable {
    while (isPrefixed(at)) {
      at++;
    }
    if (tokens.is(at, Keyword.LAMBDA)) {
      return lambda();
    }
    int start = at;
    Expression atom = atom();
    return trailers(atom, start);
  }

  private Expression lambda() throws Unreadable {
    at++;
    Parameters parameters = parameters(":", false);
    expect(":");
    return new Lambda(parameters, expression());
  }

  /** The parameters up to a closing token, which is left standing. */
  Parameters parameters(String closing, boolean annotated) throws Unreadable {
    List<Parameter> found = new ArrayList<>();
    while (!tokens.is(at, closing)) {
      if (accept("/") || (tokens.is(at, "*") && tokens.is(at + 1, ",") && step(1))) {
        accept(",");
        continue;
      }
      if (!accept("*")) {
        accept("**");
      }
      if (!tokens.isIdentifier(at)) {
        throw new Unreadable();
      }
      int name = at++;
      Expression annotation = annotated && accept(":") ? starred(Reach.WHOLE) : null;
      Expression fallback = accept("=") ? expression() : null;
      found.add(new Parameter(name, annotation, fallback));
      if (!accept(",") && !tokens.is(at, closing)) {
        throw new Unreadable();
      }
    }
    return new Parameters(tokens, found);
  }

  private Expression atom() throws Unreadable {
    TokenKind kind = tokens.kind(at);
    if (kind == TokenKind.NAME) {
      return name();
    }
    if (kind == TokenKind.STRING || kind == TokenKind.FIELDS_START) {
      return text();
    }
    if (kind == TokenKind.NUMBER || tokens.is(at, "...")) {
      at++;
      return opaque();
    }
    if (accept("(")) {
      return parenthesised();
    }
    if (accept("[")) {
      return bracketed();
    }
    if (accept("{")) {
      return braced();
    }
    throw new Unreadable();
  }

  private Expression name() throws Unreadable {
    if (!tokens.isIdentifier(at)) {
      Keyword keyword = tokens.keyword(at);
      if (keyword == Keyword.NONE || keyword == Keyword.TRUE || keyword == Keyword.FALSE) {
        at++;
        return opaque();
      }
      throw new Unreadable();
    }
    int[] segments = new int[4];
    int count = 0;
    segments[count++] = at++;
    while (tokens.is(at, ".") && isAttribute(at + 1)) {
      if (count == segments.length) {
        segments = Arrays.copyOf(segments, count * 2);
      }
      segments[count++] = at + 1;
      at += 2;
    }
    return new Chain(tokens, Arrays.copyOf(segments, count));
  }

  private boolean isAttribute(int token) {
    return tokens.kind(token) == TokenKind.NAME && tokens.isIdentifier(token);
  }

  private Expression trailers(Expression atom, int start) throws Unreadable {
    List<Trailer> trailers = null;
    int callee = atom instanceof Chain chain ? last(chain, 1) : -1;
    int owner = atom instanceof Chain chain ? last(chain, 2) : -1;
    boolean attributes = false;
    while (true) {
      if (tokens.is(at, ".") && isAttribute(at + 1)) {
        attributes = true;
        owner = callee;
        callee = at + 1;
        at += 2;
      } else if (tokens.is(at, "(")) {
        trailers = trailers == null ? new ArrayList<>() : trailers;
        trailers.add(arguments(callee, owner));
        callee = -1;
      } else if (tokens.is(at, "[")) {
        trailers = trailers == null ? new ArrayList<>() : trailers;
        at++;
        Expression index = subscript();
        expect("]");
        trailers.add(new Expression.Index(tokens, callee, index));
        callee = -1;
      } else {
        break;
      }
    }
    if (trailers != null) {
      return new Postfix(atom, trailers);
    }
    return attributes ? opaque(atom) : atom;
  }

  /** The bracket after a class's name, as the call that it resembles. */
  Expression afterCallee() throws Unreadable {
    return new Postfix(opaque(), List.of(arguments(-1, -1)));
  }

  private static int last(Chain chain, int fromEnd) {
    int index = chain.segments().length - fromEnd;
    return index < 0 ? -1 : chain.segments()[index];
  }

  private Trailer arguments(int callee, int owner) throws Unreadable {
    expect("(");
    List<Argument> arguments = new ArrayList<>();
    while (!accept(")")) {
      int keyword = -1;
      if (tokens.isIdentifier(at) && tokens.is(at + 1, "=")) {
        keyword = at;
        at += 2;
      } else if (!accept("*")) {
        accept("**");
      }
      Expression value = expression();
      if (isComprehension()) {
        value = comprehension(List.of(value));
      }
      arguments.add(new Argument(keyword, value));
      if (!accept(",") && !tokens.is(at, ")")) {
        throw new Unreadable();
      }
    }
    return new Expression.Arguments(tokens, callee, owner, arguments);
  }

  private Expression subscript() throws Unreadable {
    List<Expression> parts = new ArrayList<>();
    while (!tokens.is(at, "]")) {
      if (accept(":") || accept(",")) {
        continue;
      }
      parts.add(starred(Reach.WHOLE));
      if (!tokens.is(at, ":") && !tokens.is(at, ",") && !tokens.is(at, "]")) {
        throw new Unreadable();
      }
    }
    return parts.size() == 1 ? parts.getFirst() : new Group(Group.Kind.OPERANDS, parts);
  }

  private Expression parenthesised() throws Unreadable {
    if (accept(")")) {
      return new Group(Group.Kind.TUPLE, List.of());
    }
    if (tokens.is(at, Keyword.YIELD)) {
      Expression yielded = nested(this::yielded);
      expect(")");
      return yielded;
    }
    Expression inner = nested(() -> displayed(Group.Kind.TUPLE, ")"));
    expect(")");
    return inner;
  }

  private Expression bracketed() throws Unreadable {
    if (accept("]")) {
      return new Group(Group.Kind.LIST, List.of());
    }
    Expression inner = nested(() -> displayed(Group.Kind.LIST, "]"));
    expect("]");
    return inner;
  }

  private Expression displayed(Group.Kind kind, String closing) throws Unreadable {
    Expression first = starred(Reach.WHOLE);
    if (isComprehension()) {
      return comprehension(List.of(first));
    }
    List<Expression> parts = new ArrayList<>();
    parts.add(first);
    boolean single = !tokens.is(at, ",");
    while (accept(",") && !tokens.is(at, closing)) {
      parts.add(starred(Reach.WHOLE));
    }
    return single && kind == Group.Kind.TUPLE ? first : new Group(kind, parts);
  }

  private Expression braced() throws Unreadable {
    if (accept("}")) {
      return new Group(Group.Kind.DICT, List.of());
    }
    Expression inner = nested(this::dictionaryOrSet);
    expect("}");
    return inner;
  }

  private Expression dictionaryOrSet() throws Unreadable {
    List<Expression> parts = new ArrayList<>();
    Group.Kind kind = Group.Kind.SET;
    do {
      if (tokens.is(at, "}")) {
        break;
      }
      if (accept("**")) {
        kind = Group.Kind.DICT;
        parts.add(opaque(expression()));
        continue;
      }
      List<Expression> element = new ArrayList<>();
      element.add(starred(Reach.WHOLE));
      if (accept(":")) {
        kind = Group.Kind.DICT;
        element.add(expression());
      }
      if (isComprehension()) {
        return comprehension(element);
      }
      parts.addAll(element);
    } while (accept(","));
    return new Group(kind, parts);
  }

  private boolean isComprehension() {
    return tokens.is(at, Keyword.FOR)
        || (tokens.is(at, Keyword.ASYNC) && tokens.is(at + 1, Keyword.FOR));
  }

  private Expression comprehension(List<Expression> elements) throws Unreadable {
    List<Clause> clauses = new ArrayList<>();
    while (isComprehension()) {
      at += tokens.is(at, Keyword.ASYNC) ? 2 : 1;
      Expression target = list(Reach.TARGET);
      if (!tokens.is(at, Keyword.IN)) {
        throw new Unreadable();
      }
      at++;
      // Python 2 let the iterable of a list comprehension be a bare tuple; nobody else does
      Expression iterable = expression(Reach.CLAUSE);
      List<Expression> conditions = new ArrayList<>();
      while (tokens.is(at, Keyword.IF)) {
        at++;
        conditions.add(expression(Reach.CLAUSE));
      }
      clauses.add(new Clause(target, iterable, conditions));
    }
    return new Comprehension(elements, clauses);
  }

  private Expression text() throws Unreadable {
    int[] literals = new int[2];
    int count = 0;
    List<Expression> fields = new ArrayList<>();
    while (true) {
      if (tokens.kind(at) == TokenKind.STRING) {
        literals = count == literals.length ? Arrays.copyOf(literals, count * 2) : literals;
        literals[count++] = at++;
      } else if (tokens.kind(at) == TokenKind.FIELDS_START) {
        at++;
        while (tokens.kind(at) == TokenKind.FIELD_OPEN) {
          field(fields);
        }
        at++; // the closing quote: the tokenizer lets no such string stay open
        fields = fields.isEmpty() ? new ArrayList<>(List.of(opaque())) : fields;
      } else {
        return new Text(tokens, Arrays.copyOf(literals, count), fields);
      }
    }
  }

  private void field(List<Expression> fields) throws Unreadable {
    at++;
    fields.add(nested(this::list));
    accept("=");
    if (tokens.kind(at) == TokenKind.FIELD_FORMAT) {
      at++;
      while (tokens.kind(at) == TokenKind.FIELD_OPEN) {
        field(fields);
      }
    }
    if (tokens.kind(at) != TokenKind.FIELD_CLOSE) {
      throw new Unreadable();
    }
    at++;
  }

  @FunctionalInterface
  private interface Reading {
    Expression read() throws Unreadable;
  }

  private Expression nested(Reading reading) throws Unreadable {
    if (++depth > DEEPEST) {
      throw new Unreadable();
    }
    try {
      return reading.read();
    } finally {
      depth--;
    }
  }

  boolean startsExpression() {
    TokenKind kind = tokens.kind(at);
    return switch (kind) {
      case NUMBER, STRING, FIELDS_START -> true;
      case NAME -> startsExpression(tokens.keyword(at));
      case OPERATOR ->
          tokens.is(at, "(")
              || tokens.is(at, "[")
              || tokens.is(at, "{")
              || tokens.is(at, "...")
              || tokens.is(at, "*")
              || isPrefixed(at);
      case FIELDS_END, FIELD_OPEN, FIELD_CLOSE, FIELD_FORMAT, NEWLINE, INDENT, DEDENT, END, ERROR ->
          false;
    };
  }

  private static boolean startsExpression(@Nullable Keyword keyword) {
    return keyword == null
        || switch (keyword) {
          case NONE, TRUE, FALSE, NOT, LAMBDA, AWAIT, YIELD -> true;
          default -> false;
        };
  }

  boolean accept(String operator) {
    if (tokens.is(at, operator)) {
      at++;
      return true;
    }
    return false;
  }

  void expect(String operator) throws Unreadable {
    if (!accept(operator)) {
      throw new Unreadable();
    }
  }

  static Expression opaque(Expression... parts) {
    return new Group(Group.Kind.OPERANDS, List.of(parts));
  }
}
