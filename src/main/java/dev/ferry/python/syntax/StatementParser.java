package dev.ferry.python.syntax;

import dev.ferry.python.syntax.Expression.Parameter;
import dev.ferry.python.syntax.Expression.Parameters;
import dev.ferry.python.syntax.ExpressionParser.Unreadable;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Tells a listener what the statements of a file do with names. Accepts more than Python: clauses
 * such as {@code else} need not belong to anything. A statement that cannot be read is left out up
 * to its line's end, and the reading goes on.
 */
public final class StatementParser {
  /** Python allows a hundred levels of indentation. */
  private static final int DEEPEST_BLOCK = 150;

  private final Tokens tokens;
  private final StructureListener listener;
  private final ExpressionParser expressions;
  private int depth;

  private StatementParser(Tokens tokens, StructureListener listener) {
    this.tokens = tokens;
    this.listener = listener;
    this.expressions = new ExpressionParser(tokens, 0);
  }

  /** Reads a whole file; the scope of the module is not announced. */
  public static void parse(Tokens tokens, StructureListener listener) {
    new StatementParser(tokens, listener).file();
  }

  /** Reads one expression that stands in a string, or nothing where there is none. */
  public static @Nullable Expression parseExpression(PythonSource source, int start, int end) {
    Tokens inner = Tokenizer.tokenizeExpression(source, start, end);
    if (inner.isBroken()) {
      return null;
    }
    try {
      ExpressionParser parser = new ExpressionParser(inner, 0);
      Expression expression = parser.list();
      return inner.kind(parser.at()) == TokenKind.NEWLINE ? expression : null;
    } catch (Unreadable noExpression) {
      return null;
    }
  }

  private void file() {
    while (tokens.kind(at()) != TokenKind.END) {
      block();
      if (tokens.kind(at()) == TokenKind.DEDENT) {
        next(); // one too many: its indentation was never seen
      }
    }
  }

  /** Statements up to the dedentation that ends their block, which is left standing. */
  private void block() {
    int strayIndents = 0;
    while (true) {
      TokenKind kind = tokens.kind(at());
      if (kind == TokenKind.END) {
        return;
      }
      if (kind == TokenKind.INDENT) {
        strayIndents++;
        broken();
        next();
      } else if (kind == TokenKind.DEDENT) {
        if (strayIndents-- == 0) {
          return;
        }
        next();
      } else {
        statement();
      }
    }
  }

  private void statement() {
    int start = at();
    try {
      compound();
    } catch (Unreadable unreadable) {
      broken();
      expressions.moveTo(Math.max(at(), start));
      skipLine();
    }
  }

  private void skipLine() {
    while (true) {
      TokenKind kind = tokens.kind(at());
      if (kind == TokenKind.END || kind == TokenKind.DEDENT || kind == TokenKind.INDENT) {
        return;
      }
      next();
      if (kind == TokenKind.NEWLINE) {
        return;
      }
    }
  }

  private void broken() {
    tokens.breaks(at());
    listener.breaks(tokens, at());
  }

  private void compound() throws Unreadable {
    Keyword keyword = tokens.keyword(at());
    if (keyword == null) {
      if (tokens.is(at(), "@")) {
        next();
        listener.loads(expressions.expression());
        endLine();
      } else if (startsMatch()) {
        match();
      } else {
        simpleLine();
      }
      return;
    }
    switch (keyword) {
      case IF, ELIF, WHILE -> {
        next();
        listener.loads(expressions.expression());
        suite();
      }
      case ELSE, TRY, FINALLY -> {
        next();
        suite();
      }
      case EXCEPT -> except();
      case FOR -> forLoop();
      case WITH -> with();
      case DEF -> function();
      case CLASS -> classDefinition();
      case ASYNC -> {
        next();
        compound();
      }
      default -> simpleLine();
    }
  }

  private void suite() throws Unreadable {
    expressions.expect(":");
    if (tokens.kind(at()) != TokenKind.NEWLINE) {
      simpleLine();
      return;
    }
    next();
    if (tokens.kind(at()) != TokenKind.INDENT) {
      broken();
      return;
    }
    if (depth >= DEEPEST_BLOCK) {
      return; // too deep for Python: the outer block reads on, without the scopes
    }
    next();
    depth++;
    block();
    depth--;
    if (tokens.kind(at()) == TokenKind.DEDENT) {
      next();
    }
  }

  private void endLine() throws Unreadable {
    if (tokens.kind(at()) != TokenKind.NEWLINE) {
      throw new Unreadable();
    }
    next();
  }

  private void simpleLine() throws Unreadable {
    while (true) {
      simple();
      if (!expressions.accept(";")) {
        break;
      }
      if (tokens.kind(at()) == TokenKind.NEWLINE) {
        break;
      }
    }
    endLine();
  }

  private void simple() throws Unreadable {
    Keyword keyword = tokens.keyword(at());
    if (keyword == null) {
      expressionStatement();
      return;
    }
    switch (keyword) {
      case IMPORT -> imported(new ImportParser(tokens, at()).plain());
      case FROM -> imported(new ImportParser(tokens, at()).from());
      case PASS, BREAK, CONTINUE -> next();
      case RETURN -> {
        next();
        if (expressions.startsExpression()) {
          listener.loads(expressions.list());
        }
      }
      case RAISE -> raise();
      case ASSERT -> {
        next();
        listener.loads(expressions.list());
      }
      case DEL -> {
        next();
        listener.deletes(expressions.list());
      }
      case GLOBAL, NONLOCAL -> declaration(keyword);
      default -> expressionStatement();
    }
  }

  private void imported(ImportStatement statement) throws Unreadable {
    expressions.moveTo(statement.last() + 1);
    listener.imported(statement);
    if (tokens.kind(at()) != TokenKind.NEWLINE && !tokens.is(at(), ";")) {
      throw new Unreadable();
    }
  }

  private void raise() throws Unreadable {
    next();
    if (expressions.startsExpression()) {
      listener.loads(expressions.list());
    }
    if (tokens.is(at(), Keyword.FROM)) {
      next();
      listener.loads(expressions.expression());
    }
  }

  private void declaration(Keyword keyword) throws Unreadable {
    do {
      next();
      if (!tokens.isIdentifier(at())) {
        throw new Unreadable();
      }
      if (keyword == Keyword.GLOBAL) {
        listener.declaresGlobal(tokens, at());
      } else {
        listener.declaresNonlocal(tokens, at());
      }
      next();
    } while (tokens.is(at(), ","));
  }

  private void expressionStatement() throws Unreadable {
    if (startsTypeAlias()) {
      typeAlias();
      return;
    }
    boolean bracketed = tokens.is(at(), "(");
    Expression first = expressions.list();
    if (expressions.accept(":")) {
      listener.annotates(expressions.expression());
      if (expressions.accept("=")) {
        listener.assigns(List.of(first), expressions.list());
      } else if (bracketed) {
        listener.loads(first); // (x): int declares nothing
      } else {
        listener.stores(first, BindingKind.DECLARATION);
      }
    } else if (isAugmentation()) {
      next();
      listener.augments(first, expressions.list());
    } else if (tokens.is(at(), "=")) {
      List<Expression> targets = new ArrayList<>();
      Expression value = first;
      while (expressions.accept("=")) {
        targets.add(value);
        value = expressions.list();
      }
      listener.assigns(targets, value);
    } else {
      listener.loads(first);
    }
  }

  private boolean isAugmentation() {
    if (tokens.kind(at()) != TokenKind.OPERATOR) {
      return false;
    }
    return switch (tokens.source().identifier(tokens.start(at()), tokens.end(at()))) {
      case "+=", "-=", "*=", "/=", "%=", "&=", "|=", "^=", "@=", "**=", "//=", ">>=", "<<=" -> true;
      default -> false;
    };
  }

  private void except() throws Unreadable {
    next();
    expressions.accept("*");
    if (!tokens.is(at(), ":")) {
      listener.loads(expressions.list());
      if (tokens.is(at(), Keyword.AS)) {
        next();
        if (!tokens.isIdentifier(at())) {
          throw new Unreadable();
        }
        listener.binds(tokens, at(), BindingKind.EXCEPTION);
        next();
      }
    }
    suite();
  }

  private void forLoop() throws Unreadable {
    next();
    Expression target = expressions.targetList();
    if (!tokens.is(at(), Keyword.IN)) {
      throw new Unreadable();
    }
    next();
    listener.loads(expressions.list());
    listener.stores(target, BindingKind.LOOP);
    suite();
  }

  private void with() throws Unreadable {
    next();
    boolean bracketed = tokens.is(at(), "(") && hasItemsInBrackets();
    if (bracketed) {
      next();
    }
    do {
      if (bracketed && tokens.is(at(), ")")) {
        break;
      }
      listener.loads(expressions.expression());
      if (tokens.is(at(), Keyword.AS)) {
        next();
        listener.stores(expressions.expression(), BindingKind.WITH);
      }
    } while (expressions.accept(","));
    if (bracketed) {
      expressions.expect(")");
    }
    suite();
  }

  /** Whether the bracket at hand holds items of {@code with} and not an expression. */
  private boolean hasItemsInBrackets() {
    int open = 0;
    boolean named = false;
    for (int i = at(); ; i++) {
      TokenKind kind = tokens.kind(i);
      if (kind == TokenKind.NEWLINE || kind == TokenKind.END) {
        return false;
      }
      if (tokens.is(i, "(") || tokens.is(i, "[") || tokens.is(i, "{")) {
        open++;
      } else if (tokens.is(i, ")") || tokens.is(i, "]") || tokens.is(i, "}")) {
        if (--open == 0) {
          return named && tokens.is(i + 1, ":");
        }
      } else if (open == 1 && tokens.is(i, Keyword.AS)) {
        named = true;
      }
    }
  }

  private int definedName() throws Unreadable {
    next();
    if (!tokens.isIdentifier(at())) {
      throw new Unreadable();
    }
    next();
    return at() - 1;
  }

  private void function() throws Unreadable {
    int name = definedName();
    listener.binds(tokens, name, BindingKind.FUNCTION);
    boolean generic = typeParameters();
    expressions.expect("(");
    Parameters parameters = expressions.parameters(")", true);
    expressions.expect(")");
    for (Parameter parameter : parameters.parameters()) {
      if (parameter.fallback() != null) {
        listener.loads(parameter.fallback());
      }
      if (parameter.annotation() != null) {
        listener.annotates(parameter.annotation());
      }
    }
    if (expressions.accept("->")) {
      listener.annotates(expressions.list());
    }
    listener.opens(ScopeKind.FUNCTION);
    try {
      for (Parameter parameter : parameters.parameters()) {
        listener.binds(tokens, parameter.name(), BindingKind.PARAMETER);
      }
      suite();
    } finally {
      listener.closes();
      closeIf(generic);
    }
  }

  private void classDefinition() throws Unreadable {
    int name = definedName();
    listener.binds(tokens, name, BindingKind.CLASS);
    boolean generic = typeParameters();
    try {
      if (tokens.is(at(), "(")) {
        listener.loads(expressions.afterCallee());
      }
      listener.opens(ScopeKind.CLASS);
      try {
        suite();
      } finally {
        listener.closes();
      }
    } finally {
      closeIf(generic);
    }
  }

  private void closeIf(boolean generic) {
    if (generic) {
      listener.closes();
    }
  }

  /** Reads type parameters, where there are any, and leaves their scope open. */
  private boolean typeParameters() throws Unreadable {
    if (!expressions.accept("[")) {
      return false;
    }
    listener.opens(ScopeKind.TYPE_PARAMETERS);
    try {
      while (!expressions.accept("]")) {
        if (!expressions.accept("*")) {
          expressions.accept("**");
        }
        if (!tokens.isIdentifier(at())) {
          throw new Unreadable();
        }
        listener.binds(tokens, at(), BindingKind.TYPE_PARAMETER);
        next();
        if (expressions.accept(":")) {
          listener.annotates(expressions.expression());
        }
        if (expressions.accept("=")) {
          listener.annotates(expressions.expression());
        }
        if (!expressions.accept(",") && !tokens.is(at(), "]")) {
          throw new Unreadable();
        }
      }
      return true;
    } catch (Unreadable unreadable) {
      listener.closes();
      throw unreadable;
    }
  }

  private boolean startsTypeAlias() {
    return tokens.isIdentifier(at())
        && tokens.identifier(at()).equals("type")
        && tokens.isIdentifier(at() + 1)
        && (tokens.is(at() + 2, "=") || tokens.is(at() + 2, "["));
  }

  private void typeAlias() throws Unreadable {
    next();
    listener.binds(tokens, at(), BindingKind.ASSIGNMENT);
    next();
    boolean generic = typeParameters();
    try {
      expressions.expect("=");
      listener.annotates(expressions.expression());
    } finally {
      closeIf(generic);
    }
  }

  /** {@code match} is a name like any other unless a block of {@code case} follows. */
  private boolean startsMatch() {
    if (!tokens.isIdentifier(at()) || !tokens.identifier(at()).equals("match")) {
      return false;
    }
    int i = at() + 1;
    while (tokens.kind(i) != TokenKind.NEWLINE && tokens.kind(i) != TokenKind.END) {
      i++;
    }
    return i > at() + 2
        && tokens.is(i - 1, ":")
        && tokens.kind(i) == TokenKind.NEWLINE
        && tokens.kind(i + 1) == TokenKind.INDENT
        && tokens.isIdentifier(i + 2)
        && tokens.identifier(i + 2).equals("case");
  }

  private void match() throws Unreadable {
    next();
    listener.loads(expressions.list());
    expressions.expect(":");
    endLine();
    next(); // the indentation, which startsMatch() has seen
    while (tokens.isIdentifier(at()) && tokens.identifier(at()).equals("case")) {
      next();
      new PatternParser(tokens, expressions, listener).patterns();
      if (tokens.is(at(), Keyword.IF)) {
        next();
        listener.loads(expressions.expression());
      }
      suite();
    }
    if (tokens.kind(at()) == TokenKind.DEDENT) {
      next();
    }
  }

  private int at() {
    return expressions.at();
  }

  private void next() {
    expressions.moveTo(at() + 1);
  }
}
