package dev.ferry.python.rewriting;

import dev.ferry.python.syntax.TokenKind;
import dev.ferry.python.syntax.Tokens;
import java.util.Arrays;
import java.util.Locale;

/**
 * An expression that is a command line, as text of the same length in which only what its literals
 * say is left: the quotes, commas and names between them are blanks. Where a literal goes on in
 * something that is not known, a brace stands in the place of its quote.
 */
final class CommandText {
  private static final int SHORTEST_INTERPRETER = 6;

  private final Tokens tokens;
  private final byte[] bytes;
  private final int offset;
  private final char[] text;

  private CommandText(Tokens tokens, int first, int last) {
    this.tokens = tokens;
    this.bytes = tokens.source().bytes();
    this.offset = tokens.start(first);
    this.text = new char[tokens.end(last) - offset];
    Arrays.fill(text, ' ');
  }

  /**
   * @param first token of the expression
   * @param last its last one
   */
  static String of(Tokens tokens, int first, int last) {
    CommandText command = new CommandText(tokens, first, last);
    command.read(first, last);
    return new String(command.text);
  }

  private void read(int first, int last) {
    int token = first;
    while (token <= last) {
      int skipped = skipped(token, first, last);
      if (skipped > token) {
        token = skipped;
        continue;
      }
      switch (tokens.kind(token)) {
        case STRING -> literal(token, first, last);
        case FIELDS_START -> token = formatted(token, first, last);
        case NAME -> {
          if (isIteration(token)) {
            return; // what it gives is not known
          }
          interpreter(token);
        }
        case NUMBER,
            FIELDS_END,
            FIELD_OPEN,
            FIELD_CLOSE,
            FIELD_FORMAT,
            OPERATOR,
            NEWLINE,
            INDENT,
            DEDENT,
            END,
            ERROR -> {}
      }
      token++;
    }
  }

  private boolean isIteration(int token) {
    String name = tokens.identifier(token);
    return name.equals("for") || name.equals("lambda");
  }

  /** Behind a bracket whose content is no part of the command; else the token itself. */
  private int skipped(int token, int first, int last) {
    boolean call = tokens.is(token, "(") && token > first && Brackets.follow(tokens, token);
    boolean index = tokens.is(token, "[") && token > first && Brackets.follow(tokens, token);
    if (tokens.is(token, "{") || index || (call && !joinsWords(token, first))) {
      return Brackets.behind(tokens, token, last);
    }
    return token;
  }

  /** {@code " ".join(} keeps its words apart. */
  private boolean joinsWords(int open, int first) {
    int literal = open - 3;
    if (literal < first
        || tokens.kind(literal) != TokenKind.STRING
        || !tokens.identifier(open - 1).equals("join")) {
      return false;
    }
    for (int i = tokens.start(literal); i < tokens.end(literal); i++) {
      if (bytes[i] == ' ') {
        return true;
      }
    }
    return false;
  }

  /** Whoever runs {@code sys.executable} or {@code PYTHON} runs Python. */
  private void interpreter(int token) {
    String name = tokens.identifier(token);
    boolean ofSystem =
        name.equals("executable") && token > 1 && tokens.identifier(token - 2).equals("sys");
    boolean python = ofSystem || name.toLowerCase(Locale.ROOT).startsWith("python");
    if (python && name.length() >= SHORTEST_INTERPRETER && !tokens.is(token + 1, ".")) {
      "python".getChars(0, SHORTEST_INTERPRETER, text, tokens.start(token) - offset);
    }
  }

  private void literal(int token, int first, int last) {
    Literal literal = Literal.of(tokens, token);
    copy(literal.start(), literal.end(), literal.raw());
    glue(token, token, literal.start(), literal.end(), first, last);
  }

  /** The token of its closing quote. */
  private int formatted(int token, int first, int last) {
    boolean raw = Literal.isRaw(tokens, token);
    int from = tokens.end(token);
    int depth = 0;
    int at = token + 1;
    while (at <= last && !(depth == 0 && tokens.kind(at) == TokenKind.FIELDS_END)) {
      if (tokens.kind(at) == TokenKind.FIELD_OPEN) {
        if (depth == 0) {
          copy(from, tokens.end(at), raw);
        }
        depth++;
      } else if (tokens.kind(at) == TokenKind.FIELD_CLOSE) {
        depth--;
        from = tokens.start(at);
      }
      at++;
    }
    int close = Math.min(at, last);
    copy(from, tokens.start(close), raw);
    glue(token, close, tokens.end(token), tokens.start(close), first, last);
    return close;
  }

  private void copy(int start, int end, boolean raw) {
    for (int i = start; i < end; i++) {
      char c = (char) (bytes[i] & 0xFF);
      if (c == '\\' && !raw && i + 1 < end) {
        i = escape(i);
      } else {
        text[i - offset] = c;
      }
    }
  }

  /** What a backslash and the byte behind it mean, in as many characters; the last of them. */
  private int escape(int at) {
    char next = (char) (bytes[at + 1] & 0xFF);
    int place = at - offset;
    switch (next) {
      case '\n', '\r' -> {} // goes on in the next line
      case 'n' -> text[place + 1] = '\n';
      case 't', 'r', 'f', 'v' -> {}
      case '"', '\'' -> text[place + 1] = next;
      default -> {
        text[place] = '\\';
        text[place + 1] = '\\';
      }
    }
    return at + 1;
  }

  /** Marks the quotes behind which a word of a literal goes on. */
  private void glue(int from, int to, int start, int end, int first, int last) {
    boolean joined = from > first && goesOn(from - 1);
    boolean before = joined && !endsWord(from - 1, first);
    if (before && !startsBlank(start, end)) {
      text[start - 1 - offset] = '}';
    }
    boolean after = to < last && goesOn(to + 1) && !startsWord(to + 1, last);
    if (after && !endsBlank(start, end)) {
      text[end - offset] = '{';
    }
  }

  /** Whether what is beside a literal belongs to the same text. */
  private boolean goesOn(int token) {
    return switch (tokens.kind(token)) {
      case STRING, FIELDS_START, FIELDS_END -> true;
      case OPERATOR -> tokens.is(token, "+");
      case NAME,
          NUMBER,
          FIELD_OPEN,
          FIELD_CLOSE,
          FIELD_FORMAT,
          NEWLINE,
          INDENT,
          DEDENT,
          END,
          ERROR ->
          false;
    };
  }

  /** Whether the literal before, over a plus or not, is known to end with a blank. */
  private boolean endsWord(int before, int first) {
    int token = tokens.is(before, "+") ? before - 1 : before;
    if (token < first || tokens.kind(token) != TokenKind.STRING) {
      return token >= first
          && tokens.kind(token) == TokenKind.FIELDS_END
          && isBlank(text[tokens.start(token) - 1 - offset]);
    }
    Literal literal = Literal.of(tokens, token);
    return endsBlank(literal.start(), literal.end());
  }

  private boolean startsWord(int after, int last) {
    int token = tokens.is(after, "+") ? after + 1 : after;
    if (token > last || tokens.kind(token) != TokenKind.STRING) {
      return false;
    }
    Literal literal = Literal.of(tokens, token);
    return startsBlank(literal.start(), literal.end());
  }

  private boolean startsBlank(int start, int end) {
    return start < end && isBlank((char) bytes[start]);
  }

  private boolean endsBlank(int start, int end) {
    return start < end && isBlank((char) bytes[end - 1]);
  }

  private static boolean isBlank(char c) {
    return c == ' ' || c == '\n' || c == '\t';
  }
}
