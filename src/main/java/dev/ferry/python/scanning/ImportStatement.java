package dev.ferry.python.scanning;

import dev.ferry.facts.FileFacts.Mark;
import dev.ferry.facts.ImportFact;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads one import statement, token by token; where it is broken, what was complete counts. */
final class ImportStatement {
  private record Part(
      String module,
      int level,
      int start,
      int end,
      @Nullable String name,
      @Nullable String alias) {}

  private final Source source;
  private final Lexer lexer;
  private final Marks marks;
  private final List<Part> parts = new ArrayList<>();

  private int kind;
  private int lastEnd;
  private int moduleStart;
  private int moduleEnd;

  ImportStatement(Source source, Lexer lexer, Marks marks) {
    this.source = source;
    this.lexer = lexer;
    this.marks = marks;
  }

  /**
   * Reads on behind the word {@code import} or {@code from}, which is the lexer's last token.
   *
   * @return the kind of the token after the statement
   */
  int read(boolean from, List<ImportFact> into, int line, int bits) {
    int start = lexer.start();
    lastEnd = lexer.end();
    parts.clear();
    advance();
    boolean whole = from ? fromImport() : plainImport();
    for (Part part : parts) {
      into.add(
          new ImportFact(
              part.module,
              part.level,
              part.name,
              part.alias,
              start,
              lastEnd,
              part.start,
              part.end,
              line,
              ImportFact.Context.setOf(bits)));
    }
    if (!whole || !atEnd()) {
      marks.broken();
      while (kind != Token.NEWLINE && kind != Token.END) {
        kind = lexer.next();
      }
    }
    return kind;
  }

  private boolean atEnd() {
    return kind == Token.NEWLINE || kind == Token.END || kind == ';';
  }

  /** The token just read belongs to the statement; reads the next one. */
  private void advance() {
    if (kind != 0) {
      lastEnd = lexer.end();
    }
    kind = lexer.next();
  }

  private boolean isName() {
    if (kind != Token.NAME) {
      return false;
    }
    long word = lexer.packedName();
    if (Names.wasAName(word)) {
      marks.broken();
      return true;
    }
    return !Names.isKeyword(word);
  }

  private boolean isWord(long word) {
    return kind == Token.NAME && lexer.packedName() == word;
  }

  private String takeName() {
    String name = source.name(lexer.start(), lexer.end());
    advance();
    return name;
  }

  private boolean plainImport() {
    while (true) {
      if (!isName()) {
        return false;
      }
      moduleStart = lexer.start();
      String module = dottedName();
      if (module == null) {
        return false;
      }
      int end = moduleEnd;
      String alias = null;
      if (isWord(Names.AS)) {
        advance();
        if (!isName()) {
          return false;
        }
        alias = takeName();
      }
      parts.add(new Part(module, 0, moduleStart, end, null, alias));
      if (kind != ',') {
        return true;
      }
      advance();
    }
  }

  /** A name, dots and names; null where a dot is not followed by a name. */
  private @Nullable String dottedName() {
    moduleEnd = lexer.end();
    String name = takeName();
    if (kind != '.') {
      return name;
    }
    StringBuilder dotted = new StringBuilder(name);
    while (kind == '.') {
      advance();
      if (!isName()) {
        return null;
      }
      moduleEnd = lexer.end();
      dotted.append('.').append(takeName());
    }
    return dotted.toString();
  }

  private boolean fromImport() {
    moduleStart = lexer.start();
    int level = 0;
    while (kind == '.') {
      level++;
      moduleEnd = lexer.end();
      advance();
    }
    String module = "";
    if (isName()) {
      module = dottedName();
    } else if (level == 0) {
      return false;
    }
    if (module == null || !isWord(Names.IMPORT)) {
      return false;
    }
    advance();
    if (kind == '*') {
      advance();
      add(module, level, "*", null);
      marks.add(Mark.STAR_IMPORT);
      return true;
    }
    boolean enclosed = kind == '(';
    if (enclosed) {
      advance();
    }
    return importedNames(module, level, enclosed);
  }

  private boolean importedNames(String module, int level, boolean enclosed) {
    while (true) {
      if (!isName()) {
        return false;
      }
      String name = takeName();
      String alias = null;
      if (isWord(Names.AS)) {
        advance();
        if (!isName()) {
          return false;
        }
        alias = takeName();
      }
      add(module, level, name, alias);
      boolean more = kind == ',';
      if (more) {
        advance();
      }
      if (enclosed && kind == ')') {
        advance();
        return true;
      }
      if (!more) {
        return !enclosed;
      }
    }
  }

  private void add(String module, int level, String name, @Nullable String alias) {
    parts.add(new Part(module, level, moduleStart, moduleEnd, name, alias));
  }
}
