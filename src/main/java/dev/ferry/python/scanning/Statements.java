package dev.ferry.python.scanning;

import dev.ferry.facts.FileFacts.Mark;
import dev.ferry.facts.ImportFact;
import dev.ferry.python.scanning.Bindings.Mode;
import dev.ferry.python.scanning.Blocks.Kind;
import java.util.ArrayList;
import java.util.List;

/** Goes through a file statement by statement, keeping track of the blocks around each. */
final class Statements {
  private final Source source;
  private final Lexer lexer;
  private final LineCounter lines;
  private final Marks marks;
  private final Blocks blocks;
  private final Bindings bindings;
  private final DottedStrings strings;
  private final ImportStatement importStatement;
  private final List<ImportFact> imports = new ArrayList<>();

  private int token;
  private Kind header = Kind.PLAIN;

  /** How much of {@code sys.} has just been read, in tokens. */
  private int sysDot;

  Statements(Source source, LineCounter lines, DottedStrings strings, Marks marks) {
    this.source = source;
    this.lines = lines;
    this.marks = marks;
    this.strings = strings;
    this.lexer =
        new Lexer(
            source.bytes(), source.start(), new StringLexer(source.bytes(), strings, marks), marks);
    this.blocks = new Blocks(marks);
    this.bindings = new Bindings(source);
    this.importStatement = new ImportStatement(source, lexer, marks);
  }

  List<ImportFact> imports() {
    return imports;
  }

  Bindings bindings() {
    return bindings;
  }

  void read() {
    while (lexer.startLine()) {
      int indent = lexer.indent();
      blocks.line(indent);
      logicalLine(indent);
    }
    blocks.line(0);
  }

  private void logicalLine(int indent) {
    int bits = blocks.bits();
    token = lexer.next();
    while (token != Token.NEWLINE && token != Token.END) {
      boolean opens = statement(bits, indent);
      if (opens) {
        token = lexer.next(); // behind the colon
        if (token == Token.NEWLINE || token == Token.END) {
          blocks.push(header, indent);
          return;
        }
        blocks.closed(header, indent);
        bits |= header.bits;
      } else if (token == ';') {
        token = lexer.next();
      }
    }
  }

  /**
   * Reads the statement that begins with the current token, up to the token behind it.
   *
   * @return whether it is the header of a block, with its colon as the current token
   */
  private boolean statement(int bits, int indent) {
    if (token != Token.NAME) {
      return rest(Mode.EXPRESSION, bits, false);
    }
    long word = lexer.packedName();
    if (word == Names.IMPORT || word == Names.FROM) {
      importing(word == Names.FROM, bits);
      return false;
    }
    if (word == Names.ASYNC) {
      token = lexer.next();
      word = token == Token.NAME ? lexer.packedName() : 0;
    }
    if (word == Names.DEF || word == Names.CLASS) {
      return definition(word == Names.DEF ? Kind.FUNCTION : Kind.CLASS, bits);
    }
    if (word == Names.IF || word == Names.ELIF) {
      return condition(bits);
    }
    if (word == Names.FOR) {
      return block(Kind.PLAIN, Mode.FOR, bits);
    }
    if (word == Names.WHILE) {
      return block(Kind.PLAIN, Mode.NONE, bits);
    }
    if (word == Names.WITH) {
      return block(Kind.PLAIN, Mode.WITH, bits);
    }
    if (word == Names.TRY) {
      return block(Kind.TRY, Mode.NONE, bits);
    }
    if (word == Names.EXCEPT) {
      return block(Kind.HANDLER, Mode.NONE, bits);
    }
    if (word == Names.FINALLY) {
      return block(Kind.PLAIN, Mode.NONE, bits);
    }
    if (word == Names.ELSE) {
      return block(otherwise(blocks.continued(indent)), Mode.NONE, bits);
    }
    return simpleOrSoft(word, bits);
  }

  /** What {@code else} opens behind a block. */
  private static Kind otherwise(Kind continued) {
    return switch (continued) {
      case TYPE_CHECKING -> Kind.CONDITION;
      case HANDLER -> Kind.PLAIN;
      case PLAIN, FUNCTION, CLASS, TRY, CONDITION, MATCH -> continued;
    };
  }

  private boolean simpleOrSoft(long word, int bits) {
    if (word == Names.DEL || word == Names.GLOBAL) {
      return listing(word, bits);
    }
    if (word == Names.CASE && blocks.isDirectlyInMatch()) {
      return block(Kind.CONDITION, Mode.CASE, bits);
    }
    if (word == Names.TYPE && Blocks.isModuleLevel(bits)) {
      return typeAlias(bits);
    }
    return rest(Mode.EXPRESSION, bits, word == Names.MATCH);
  }

  private void importing(boolean from, int bits) {
    int first = imports.size();
    token = importStatement.read(from, imports, lines.lineOf(lexer.start()), bits);
    for (ImportFact fact : imports.subList(first, imports.size())) {
      if (fact.isFrom() && fact.level() == 0 && fact.module().equals("sys")) {
        if ("path".equals(fact.name())) {
          marks.add(Mark.USES_SEARCH_PATH);
        }
      }
      if (Blocks.isModuleLevel(bits) && !fact.isStar()) {
        bindings.bind(boundBy(fact));
      }
    }
  }

  private static String boundBy(ImportFact fact) {
    if (fact.alias() != null) {
      return fact.alias();
    }
    if (fact.name() != null) {
      return fact.name();
    }
    int dot = fact.module().indexOf('.');
    return dot < 0 ? fact.module() : fact.module().substring(0, dot);
  }

  private boolean definition(Kind kind, int bits) {
    token = lexer.next();
    if (token == Token.NAME && Blocks.isModuleLevel(bits)) {
      bindings.bind(lexer.start(), lexer.end());
    }
    return restOfHeader(kind, Mode.NONE, bits);
  }

  private boolean block(Kind kind, Mode mode, int bits) {
    token = lexer.next();
    return restOfHeader(kind, mode, bits);
  }

  /** Whether {@code type} begins an alias is told by the name behind it. */
  private boolean typeAlias(int bits) {
    bindings.begin(Mode.EXPRESSION);
    take();
    token = lexer.next();
    if (token == Token.NAME && !Names.isKeyword(lexer.packedName())) {
      bindings.bind(lexer.start(), lexer.end());
      return rest(Mode.NONE, bits, false);
    }
    return goOn(bits, false);
  }

  private boolean listing(long word, int bits) {
    boolean counts =
        word == Names.GLOBAL || (Blocks.isModuleLevel(bits) && blocks.isOutermost() && bits == 0);
    token = lexer.next();
    if (!counts) {
      return rest(Mode.NONE, bits, false);
    }
    bindings.begin(Mode.LIST);
    while (token != Token.NEWLINE && token != Token.END && token != ';') {
      take();
      token = lexer.next();
    }
    bindings.end();
    if (word == Names.GLOBAL) {
      bindings.bindListed();
    } else {
      bindings.removeListed();
    }
    return false;
  }

  /** {@code if TYPE_CHECKING} and {@code if typing.TYPE_CHECKING}, with or without parentheses. */
  private boolean condition(int bits) {
    boolean plain = true;
    boolean named = false;
    boolean afterName = false;
    boolean collects = Blocks.isModuleLevel(bits);
    bindings.begin(Mode.NONE);
    int lambdas = 0;
    token = lexer.next();
    while (token != Token.NEWLINE && token != Token.END) {
      if (token == ':' && lexer.depth() == 0) {
        if (lambdas == 0) {
          break;
        }
        lambdas--;
      }
      if (token == Token.NAME) {
        long word = lexer.packedName();
        lambdas += lexer.depth() == 0 && word == Names.LAMBDA ? 1 : 0;
        plain &= !afterName && !Names.isKeyword(word);
        named = isTypeChecking();
      } else {
        plain &= token == '.' || token == ')' || (token == '(' && !afterName);
        named &= token == ')';
      }
      afterName = token == Token.NAME;
      note(collects);
      token = lexer.next();
    }
    header = plain && named ? Kind.TYPE_CHECKING : Kind.CONDITION;
    return atColon();
  }

  private boolean isTypeChecking() {
    int end = lexer.end();
    return end - lexer.start() == 13
        && Names.pack(source.bytes(), end - 8, end) == Names.TYPE_CHECKING_TAIL
        && Names.pack(source.bytes(), lexer.start(), end - 8) == Names.TYPE_CHECKING_HEAD;
  }

  private boolean restOfHeader(Kind kind, Mode mode, int bits) {
    boolean collects = Blocks.isModuleLevel(bits);
    if (collects) {
      bindings.begin(mode);
    }
    int lambdas = 0;
    boolean guards = false;
    while (token != Token.NEWLINE && token != Token.END) {
      guards |= mode == Mode.WITH && token == Token.NAME && lexer.packedName() == Names.SUPPRESS;
      if (lexer.depth() == 0) {
        if (token == ':' && lambdas-- == 0) {
          break;
        }
        if (token == Token.NAME && lexer.packedName() == Names.LAMBDA) {
          lambdas++;
        }
      }
      note(collects);
      token = lexer.next();
    }
    if (collects) {
      bindings.end();
    }
    header = guards ? Kind.TRY : kind; // contextlib.suppress(ImportError)
    return atColon();
  }

  private boolean atColon() {
    if (token == ':') {
      return true;
    }
    marks.broken(); // a header without its colon
    return false;
  }

  private boolean rest(Mode mode, int bits, boolean mayMatch) {
    if (Blocks.isModuleLevel(bits)) {
      bindings.begin(mode);
    }
    return goOn(bits, mayMatch);
  }

  /**
   * Reads to the end of a simple statement.
   *
   * @param mayMatch whether a colon before the end of the line makes it the header of a {@code
   *     match} block
   */
  private boolean goOn(int bits, boolean mayMatch) {
    boolean collects = Blocks.isModuleLevel(bits);
    while (token != Token.NEWLINE && token != Token.END) {
      if (token == ';' && lexer.depth() == 0) {
        break;
      }
      if (mayMatch && token == ':' && lexer.depth() == 0 && lexer.isLastInLine()) {
        header = Kind.MATCH;
        return true;
      }
      note(collects);
      token = lexer.next();
    }
    if (collects) {
      bindings.end();
    }
    return false;
  }

  private void note(boolean collects) {
    if (token == Token.NAME) {
      strings.name(lexer.start(), lexer.end());
      long word = lexer.packedName();
      afterSysDot(word, collects);
      if (collects && Names.mayMakeNames(word)) {
        marks.add(Mark.DYNAMIC_ATTRIBUTES);
      }
      sysDot = word == Names.SYS ? 1 : 0;
    } else {
      sysDot = sysDot == 1 && token == '.' ? 2 : 0;
    }
    if (collects) {
      take();
    }
  }

  private void afterSysDot(long word, boolean moduleLevel) {
    if (sysDot == 2 && word == Names.PATH) {
      marks.add(Mark.USES_SEARCH_PATH);
    } else if (sysDot == 2 && word == Names.MODULES && moduleLevel) {
      marks.add(Mark.DYNAMIC_ATTRIBUTES);
    }
  }

  private void take() {
    bindings.take(
        token,
        token == Token.NAME ? lexer.packedName() : 0,
        lexer.start(),
        lexer.end(),
        lexer.depth());
  }
}
