package dev.ferry.python.syntax;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Set;

/**
 * Bytes to tokens. Never fails: what no Python accepts is marked, and where a bracket was never
 * closed, the next line that can only begin a statement closes it.
 */
public final class Tokenizer {
  private static final int DEEPEST_FIELD = 50;
  private static final Set<String> LONG_OPERATORS =
      Set.of(
          "**=", "//=", ">>=", "<<=", "...", "!=", "->", ":=", "**", "//", ">>", "<<", "<=", ">=",
          "==", "+=", "-=", "*=", "/=", "%=", "&=", "|=", "^=", "@=", "<>");
  private static final String SINGLE_OPERATORS = "()[]{}+-*/%&|^~<>@.,:;=";

  private final PythonSource source;
  private final byte[] bytes;
  private final int end;
  private final Tokens tokens;
  private int at;
  private int[] indents = new int[16];
  private int indentCount = 1;
  private int brackets;
  private int fields;
  private boolean lineBegins = true;

  private Tokenizer(PythonSource source, int start, int end) {
    this.source = source;
    this.bytes = source.scannable();
    this.at = start;
    this.end = end;
    this.tokens = new Tokens(source);
  }

  public static Tokens tokenize(PythonSource source) {
    Tokenizer tokenizer = new Tokenizer(source, source.bodyStart(), source.scannable().length);
    tokenizer.run();
    return tokenizer.tokens;
  }

  /** The tokens of an expression that stands in a string; line ends mean nothing there. */
  static Tokens tokenizeExpression(PythonSource source, int start, int end) {
    Tokenizer tokenizer = new Tokenizer(source, start, end);
    tokenizer.brackets = 1;
    tokenizer.lineBegins = false;
    tokenizer.run();
    return tokenizer.tokens;
  }

  private void run() {
    while (at < end) {
      if (lineBegins) {
        lineBegins = false;
        if (!beginLine()) {
          continue;
        }
      }
      token();
    }
    finish();
  }

  private void finish() {
    int size = tokens.size();
    boolean open = size > 0 && !endsLine(tokens.kind(size - 1));
    if (open) {
      tokens.add(TokenKind.NEWLINE, end, end, 0);
    }
    while (indentCount > 1) {
      tokens.add(TokenKind.DEDENT, end, end, 0);
      indentCount--;
    }
    tokens.add(TokenKind.END, end, end, 0);
  }

  private static boolean endsLine(TokenKind kind) {
    return kind == TokenKind.NEWLINE || kind == TokenKind.INDENT || kind == TokenKind.DEDENT;
  }

  /** Measures the indentation; false where the line is blank and was skipped. */
  private boolean beginLine() {
    int column = 0;
    int start = at;
    while (at < end) {
      byte b = bytes[at];
      if (b == ' ') {
        column++;
      } else if (b == '\t') {
        column = (column / 8 + 1) * 8;
      } else if (b == '\f') {
        column = 0;
      } else {
        break;
      }
      at++;
    }
    if (at == end) {
      return false;
    }
    byte b = bytes[at];
    if (b == '#') {
      comment();
    }
    if (at == end) {
      return false;
    }
    if (bytes[at] == '\n' || bytes[at] == '\r') {
      skipLineEnd();
      lineBegins = true;
      return false;
    }
    indentTo(column, start);
    return true;
  }

  private void indentTo(int column, int lineStart) {
    if (column > indents[indentCount - 1]) {
      if (indentCount == indents.length) {
        indents = Arrays.copyOf(indents, indentCount * 2);
      }
      indents[indentCount++] = column;
      tokens.add(TokenKind.INDENT, lineStart, at, 0);
      return;
    }
    while (column < indents[indentCount - 1]) {
      indentCount--;
      tokens.add(TokenKind.DEDENT, at, at, 0);
    }
    if (column != indents[indentCount - 1]) {
      tokens.breaks();
      indents[indentCount - 1] = indentCount == 1 ? 0 : column;
    }
  }

  private void token() {
    byte b = bytes[at];
    if (b == ' ' || b == '\t' || b == '\f') {
      at++;
    } else if (b == '\n' || b == '\r') {
      int start = at;
      skipLineEnd();
      if (brackets == 0) {
        tokens.add(TokenKind.NEWLINE, start, at, 0);
        lineBegins = true;
      }
    } else if (b == '#') {
      comment();
    } else if (b == '\\') {
      continuation();
    } else if (b == '"' || b == '\'') {
      string(at, at);
    } else if (isNameStart(b)) {
      name();
    } else if (isDigit(b) || (b == '.' && at + 1 < end && isDigit(bytes[at + 1]))) {
      number();
    } else {
      operator();
    }
  }

  private void skipLineEnd() {
    at += bytes[at] == '\r' && at + 1 < end && bytes[at + 1] == '\n' ? 2 : 1;
  }

  private void comment() {
    int start = at;
    while (at < end && bytes[at] != '\n' && bytes[at] != '\r') {
      at++;
    }
    tokens.comment(start, at);
  }

  private void continuation() {
    int start = at++;
    if (at < end && (bytes[at] == '\n' || bytes[at] == '\r')) {
      skipLineEnd();
    } else {
      error(start);
    }
  }

  private void error(int start) {
    tokens.breaks();
    tokens.add(TokenKind.ERROR, start, at, 0);
  }

  private void name() {
    int start = at;
    while (at < end && isNamePart(bytes[at])) {
      at++;
    }
    if (at < end && (bytes[at] == '"' || bytes[at] == '\'') && isPrefix(start, at)) {
      string(start, at);
      return;
    }
    Keyword keyword = at - start <= 8 ? Keyword.of(ascii(start, at)) : null;
    if (brackets > 0 && keyword != null && fields == 0 && closesForgotten(keyword, start)) {
      return;
    }
    tokens.add(TokenKind.NAME, start, at, keyword == null ? -1 : keyword.ordinal());
  }

  /** Whether the word shows that a bracket before was never closed; then its line begins anew. */
  private boolean closesForgotten(Keyword keyword, int start) {
    if (!keyword.isStatementOnly() && !(keyword == Keyword.FROM && importFollows(at))) {
      return false;
    }
    int lineStart = start;
    while (lineStart > 0 && (bytes[lineStart - 1] == ' ' || bytes[lineStart - 1] == '\t')) {
      lineStart--;
    }
    boolean first = lineStart > 0 && (bytes[lineStart - 1] == '\n' || bytes[lineStart - 1] == '\r');
    tokens.breaks();
    if (!first || tokens.size() == 0) {
      return false;
    }
    int previous = tokens.end(tokens.size() - 1);
    tokens.add(TokenKind.NEWLINE, previous, previous, 0);
    brackets = 0;
    at = lineStart;
    lineBegins = true;
    return true;
  }

  private boolean importFollows(int from) {
    int i = skipBlanks(from);
    while (i < end && (isNamePart(bytes[i]) || bytes[i] == '.')) {
      i++;
    }
    i = skipBlanks(i);
    return i + 6 <= end && ascii(i, i + 6).equals("import");
  }

  private int skipBlanks(int from) {
    int i = from;
    while (i < end && (bytes[i] == ' ' || bytes[i] == '\t')) {
      i++;
    }
    return i;
  }

  private void number() {
    int start = at;
    if (bytes[at] == '0' && at + 1 < end && "xXoObB".indexOf(bytes[at + 1]) >= 0) {
      at += 2;
      while (at < end && (Character.digit(bytes[at], 16) >= 0 || bytes[at] == '_')) {
        at++;
      }
    } else {
      digits();
      if (at < end && bytes[at] == '.') {
        at++;
        digits();
      }
      exponent();
      if (at < end && (bytes[at] == 'j' || bytes[at] == 'J')) {
        at++;
      }
    }
    tokens.add(TokenKind.NUMBER, start, at, 0);
  }

  private void digits() {
    while (at < end && (isDigit(bytes[at]) || bytes[at] == '_')) {
      at++;
    }
  }

  private void exponent() {
    if (at >= end || (bytes[at] != 'e' && bytes[at] != 'E')) {
      return;
    }
    int i = at + 1;
    if (i < end && (bytes[i] == '+' || bytes[i] == '-')) {
      i++;
    }
    if (i < end && isDigit(bytes[i])) {
      at = i;
      digits();
    }
  }

  private void operator() {
    int start = at;
    for (int length = Math.min(3, end - at); length > 1; length--) {
      String text = ascii(at, at + length);
      if (LONG_OPERATORS.contains(text)) {
        at += length;
        tokens.add(TokenKind.OPERATOR, start, at, Tokens.packed(text));
        return;
      }
    }
    char c = (char) (bytes[at++] & 0xFF);
    if (SINGLE_OPERATORS.indexOf(c) < 0) {
      error(start);
      return;
    }
    if (c == '(' || c == '[' || c == '{') {
      brackets++;
    } else if (c == ')' || c == ']' || c == '}') {
      if (brackets == 0) {
        tokens.breaks();
      } else {
        brackets--;
      }
    }
    tokens.add(TokenKind.OPERATOR, start, at, c);
  }

  // strings

  private boolean isPrefix(int start, int quote) {
    if (quote - start > 2) {
      return false;
    }
    String prefix = ascii(start, quote).toLowerCase(java.util.Locale.ROOT);
    return switch (prefix) {
      case "r", "b", "u", "f", "t", "br", "rb", "fr", "rf", "tr", "rt" -> true;
      default -> false;
    };
  }

  private void string(int start, int quoteAt) {
    String prefix = ascii(start, quoteAt);
    boolean triple =
        quoteAt + 2 < end
            && bytes[quoteAt + 1] == bytes[quoteAt]
            && bytes[quoteAt + 2] == bytes[quoteAt];
    Quote quote = new Quote(bytes[quoteAt], triple, holds(prefix, "rR"));
    at = quoteAt + quote.length();
    if (holds(prefix, "fFtT") && fields < DEEPEST_FIELD && withFields(start, quote)) {
      return;
    }
    plainString(start, quote);
  }

  private static boolean holds(String prefix, String letters) {
    return prefix.chars().anyMatch(letter -> letters.indexOf(letter) >= 0);
  }

  private void plainString(int start, Quote quote) {
    while (at < end) {
      byte b = bytes[at];
      if (b == '\\') {
        at = Math.min(at + 2, end);
      } else if (isClosing(quote)) {
        at += quote.length();
        tokens.add(TokenKind.STRING, start, at, 0);
        return;
      } else if (!quote.triple() && (b == '\n' || b == '\r')) {
        break;
      } else {
        at++;
      }
    }
    if (quote.triple()) {
      // never closed: what follows its first line is read as if it were none
      at = start;
      while (at < end && bytes[at] != '\n' && bytes[at] != '\r') {
        at++;
      }
    }
    error(start);
  }

  private boolean isClosing(Quote quote) {
    return bytes[at] == quote.mark()
        && (!quote.triple()
            || (at + 2 < end && bytes[at + 1] == quote.mark() && bytes[at + 2] == quote.mark()));
  }

  /**
   * Reads a string with replacement fields as Python 3.12 does (PEP 701); false, with nothing read,
   * where that does not come out: then it is taken for a plain string.
   */
  private boolean withFields(int start, Quote quote) {
    int content = at;
    int size = tokens.size();
    tokens.add(TokenKind.FIELDS_START, start, at, 0);
    while (at < end) {
      byte b = bytes[at];
      if (isClosing(quote)) {
        tokens.add(TokenKind.FIELDS_END, at, at + quote.length(), 0);
        at += quote.length();
        return true;
      }
      if (!quote.triple() && (b == '\n' || b == '\r')) {
        break;
      }
      if (b == '\\') {
        escape(quote);
      } else if (b == '{' && at + 1 < end && bytes[at + 1] == '{') {
        at += 2;
      } else if (b == '{') {
        if (!field(quote)) {
          break;
        }
      } else {
        at++;
      }
    }
    tokens.truncate(size);
    at = content;
    return false;
  }

  private void escape(Quote quote) {
    boolean named = !quote.raw() && at + 2 < end && bytes[at + 1] == 'N' && bytes[at + 2] == '{';
    if (named) {
      while (at < end && bytes[at] != '}' && bytes[at] != '\n') {
        at++;
      }
      return;
    }
    boolean braceFollows = at + 1 < end && bytes[at + 1] == '{';
    at = Math.min(braceFollows ? at + 1 : at + 2, end);
  }

  private boolean field(Quote quote) {
    if (fields >= DEEPEST_FIELD) {
      return false;
    }
    int outerBrackets = brackets;
    brackets = 1;
    fields++;
    tokens.add(TokenKind.FIELD_OPEN, at, at + 1, 0);
    at++;
    boolean closed = fieldExpression(quote);
    fields--;
    brackets = outerBrackets;
    return closed;
  }

  private boolean fieldExpression(Quote quote) {
    while (at < end) {
      byte b = bytes[at];
      if (brackets == 1 && b == '}') {
        tokens.add(TokenKind.FIELD_CLOSE, at, at + 1, 0);
        at++;
        return true;
      }
      if (brackets == 1 && b == ':') {
        tokens.add(TokenKind.FIELD_FORMAT, at, at + 1, 0);
        at++;
        return fieldFormat(quote);
      }
      if (brackets == 1 && b == '!' && at + 1 < end && bytes[at + 1] != '=') {
        at++;
        while (at < end && isNamePart(bytes[at])) {
          at++;
        }
        continue;
      }
      int size = tokens.size();
      token();
      if (brackets == 0 || (tokens.size() > size && endsField(size))) {
        return false;
      }
    }
    return false;
  }

  private boolean endsField(int token) {
    Keyword keyword = tokens.keyword(token);
    return tokens.kind(token) == TokenKind.ERROR || (keyword != null && keyword.isStatementOnly());
  }

  private boolean fieldFormat(Quote quote) {
    while (at < end) {
      byte b = bytes[at];
      if (b == '}') {
        tokens.add(TokenKind.FIELD_CLOSE, at, at + 1, 0);
        at++;
        return true;
      }
      if (b == '{') {
        if (!field(quote)) {
          return false;
        }
      } else if (isClosing(quote) || (!quote.triple() && (b == '\n' || b == '\r'))) {
        return false;
      } else if (b == '\\') {
        escape(quote);
      } else {
        at++;
      }
    }
    return false;
  }

  private record Quote(byte mark, boolean triple, boolean raw) {
    int length() {
      return triple ? 3 : 1;
    }
  }

  private String ascii(int from, int to) {
    return new String(bytes, from, to - from, StandardCharsets.ISO_8859_1);
  }

  private static boolean isDigit(byte b) {
    return b >= '0' && b <= '9';
  }

  private static boolean isNameStart(byte b) {
    return (b >= 'a' && b <= 'z') || (b >= 'A' && b <= 'Z') || b == '_' || b < 0;
  }

  private static boolean isNamePart(byte b) {
    return isNameStart(b) || isDigit(b);
  }
}
