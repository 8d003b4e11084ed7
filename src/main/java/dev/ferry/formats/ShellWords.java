package dev.ferry.formats;

import java.util.ArrayList;
import java.util.List;

/**
 * Takes the text of a shell apart: words and what stands between them, with their places. Comments
 * and what is handed to a command by {@code <<} are passed over. Takes whatever is given, and never
 * fails: a quote that is not closed is a character like others.
 */
public final class ShellWords {
  private static final String BLANKS = " \t\r";
  private static final String ENDS_WORD = " \t\r\n;&|()<>";

  /** Deeper substitutions are no program, and would exhaust the stack. */
  private static final int DEEPEST = 50;

  /** After so many quotes that are not closed, the text is none of a shell. */
  private static final int MOST_UNCLOSED = 100;

  private final String text;
  private final int end;
  private final Dialect dialect;
  private final List<Token> tokens = new ArrayList<>();

  /** The words that end what is handed to the commands of this line. */
  private final List<String> terminators = new ArrayList<>();

  private int at;
  private int depth;
  private int unclosed;

  /** Whose rules hold. */
  public enum Dialect {
    /** The shell of Unix and what resembles it. */
    POSIX,
    /** That of Windows, and PowerShell: a backslash is a character like others. */
    WINDOWS
  }

  /** What a token is. */
  public enum Kind {
    /** A word with its quotes; what it substitutes comes before it. */
    WORD,
    /** What ends a command: a semicolon, an ampersand, a pipe or the end of a line. */
    SEPARATOR,
    /** What begins a shell or a substitution of its own. */
    OPEN,
    CLOSE,
    REDIRECTION
  }

  /** A piece of the text. */
  public record Token(Kind kind, int start, int end) {}

  private ShellWords(String text, int from, int end, Dialect dialect) {
    this.text = text;
    this.at = from;
    this.end = end;
    this.dialect = dialect;
  }

  /** The tokens between two places of a text, in their order. */
  public static List<Token> of(String text, int from, int to, Dialect dialect) {
    ShellWords words = new ShellWords(text, from, to, dialect);
    words.read(false);
    return words.tokens;
  }

  /** What a word says: without its quotes, and with its variables as they are written. */
  public static String value(String text, Token word, Dialect dialect) {
    StringBuilder value = new StringBuilder();
    char quote = 0;
    for (int i = word.start(); i < word.end(); i++) {
      char c = text.charAt(i);
      boolean escapes = c == '\\' && dialect == Dialect.POSIX && quote != '\'';
      if (escapes && i + 1 < word.end()) {
        i++;
        value.append(text.charAt(i));
      } else if (quote == 0 && (c == '"' || c == '\'')) {
        quote = c;
      } else if (c == quote) {
        quote = 0;
      } else {
        value.append(c);
      }
    }
    return value.toString();
  }

  /** Reads up to the end, or up to the parenthesis that closes. */
  private void read(boolean nested) {
    int open = 0;
    while (at < end) {
      char c = text.charAt(at);
      if (BLANKS.indexOf(c) >= 0) {
        at++;
      } else if (isContinued()) {
        at = Math.min(end, text.indexOf('\n', at) + 1);
      } else if (c == '#') {
        int newline = text.indexOf('\n', at);
        at = newline < 0 ? end : Math.min(end, newline);
      } else if (c == ')' && nested && open == 0) {
        return;
      } else if (c == '(' || c == ')') {
        open += c == '(' ? 1 : -1;
        tokens.add(new Token(c == '(' ? Kind.OPEN : Kind.CLOSE, at, at + 1));
        at++;
      } else if (c == '<' || c == '>') {
        redirection();
      } else if (ENDS_WORD.indexOf(c) >= 0) {
        separator(c);
      } else {
        word();
      }
    }
  }

  /** Whether the line goes on below. */
  private boolean isContinued() {
    char c = text.charAt(at);
    boolean escape = dialect == Dialect.POSIX ? c == '\\' : c == '^' || c == '`';
    return escape && (text.startsWith("\n", at + 1) || text.startsWith("\r\n", at + 1));
  }

  private void separator(char c) {
    int start = at;
    while (at < end && text.charAt(at) == c && c != '\n') {
      at++;
    }
    at = Math.max(at, start + 1);
    tokens.add(new Token(Kind.SEPARATOR, start, at));
    if (c == '\n') {
      passHandedOver();
    }
  }

  private void redirection() {
    int start = at;
    boolean handsOver = text.startsWith("<<", at) && !text.startsWith("<<<", at);
    while (at < end && "<>&|-".indexOf(text.charAt(at)) >= 0) {
      at++;
    }
    tokens.add(new Token(Kind.REDIRECTION, start, at));
    if (handsOver && dialect == Dialect.POSIX) {
      int word = at;
      while (word < end && BLANKS.indexOf(text.charAt(word)) >= 0) {
        word++;
      }
      int last = word;
      while (last < end && ENDS_WORD.indexOf(text.charAt(last)) < 0) {
        last++;
      }
      if (word < last) {
        terminators.add(value(text, new Token(Kind.WORD, word, last), dialect));
      }
    }
  }

  private void passHandedOver() {
    for (String terminator : terminators) {
      int line = at;
      while (line < end) {
        int newline = text.indexOf('\n', line);
        int lineEnd = newline < 0 ? end : Math.min(end, newline);
        if (text.substring(line, lineEnd).strip().equals(terminator)) {
          at = lineEnd;
          break;
        }
        line = lineEnd + 1;
      }
    }
    terminators.clear();
  }

  private void word() {
    int start = at;
    while (at < end && ENDS_WORD.indexOf(text.charAt(at)) < 0 && !isContinued()) {
      character();
    }
    tokens.add(new Token(Kind.WORD, start, at));
  }

  /** One character of a word, or what stands in quotes or is substituted. */
  private void character() {
    char c = text.charAt(at);
    if (c == '\\' && dialect == Dialect.POSIX) {
      at = Math.min(end, at + 2);
    } else if (c == '\'') {
      at = afterQuote(c);
    } else if (c == '"') {
      quoted();
    } else if (isSubstitution()) {
      substitution();
    } else if (text.startsWith("${", at)) {
      at = afterBraces();
    } else {
      at++;
    }
  }

  private int afterQuote(char quote) {
    int closing = text.indexOf(quote, at + 1);
    int newline = dialect == Dialect.POSIX ? -1 : text.indexOf('\n', at);
    boolean closes = closing >= 0 && closing < end && (newline < 0 || closing < newline);
    return closes ? closing + 1 : at + 1;
  }

  private void quoted() {
    int closing = closingQuote();
    if (closing < 0) {
      at++;
      return;
    }
    at++;
    while (at < closing) {
      if (text.charAt(at) == '\\' && dialect == Dialect.POSIX) {
        at += 2;
      } else if (isSubstitution()) {
        substitution();
      } else {
        at++;
      }
    }
    at = Math.min(end, Math.max(at, closing + 1));
  }

  /** Quotes within a substitution are its own. */
  private int closingQuote() {
    int open = 0;
    for (int i = at + 1; i < end && unclosed < MOST_UNCLOSED; i++) {
      char c = text.charAt(i);
      if (c == '\\' && dialect == Dialect.POSIX) {
        i++;
      } else if (text.startsWith("$(", i)) {
        open++;
      } else if (c == ')' && open > 0) {
        open--;
      } else if (c == '"' && open == 0) {
        return i;
      } else if (c == '\n' && dialect == Dialect.WINDOWS) {
        return -1;
      }
    }
    unclosed++;
    return -1;
  }

  private boolean isSubstitution() {
    return depth < DEEPEST && text.startsWith("$(", at);
  }

  private void substitution() {
    depth++;
    tokens.add(new Token(Kind.OPEN, at, at + 2));
    at += 2;
    read(true);
    if (at < end) {
      tokens.add(new Token(Kind.CLOSE, at, at + 1));
      at++;
    }
    depth--;
  }

  private int afterBraces() {
    int depth = 0;
    for (int i = at + 1; i < end && text.charAt(i) != '\n'; i++) {
      depth += text.charAt(i) == '{' ? 1 : text.charAt(i) == '}' ? -1 : 0;
      if (depth == 0) {
        return i + 1;
      }
    }
    return at + 1;
  }
}
