package dev.ferry.python.scanning;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * Finds the names that module-level statements bind, from the tokens of each. What is not seen:
 * names bound by calls ({@code globals()["x"] = 1}) and in the fields of f-strings. {@code :=} in a
 * lambda is taken for the module's. A name that {@code except E as name} binds is not counted, for
 * Python takes it away again; {@code del} takes names away only where it stands outside every
 * block; an annotation without a value counts, as stubs declare names so.
 */
final class Bindings {
  /** Which targets a statement may have. */
  enum Mode {
    /** Targets stand before {@code =}. */
    EXPRESSION,
    /** Between {@code for} and {@code in}. */
    FOR,
    /** Behind {@code as}. */
    WITH,
    /** The captures of a pattern. */
    CASE,
    /** Every name up to the end; the caller says what becomes of them. */
    LIST,
    /** None but walrus targets. */
    NONE
  }

  private final Source source;
  private final Set<String> bound = new LinkedHashSet<>();

  private Mode mode = Mode.NONE;
  private boolean collecting;
  private int lambdas;

  /** Start and end of each possible target, in turn. */
  private int[] targets = new int[16];

  private int count;
  private boolean pending;
  private int previous;
  private boolean previousIsValue;
  private int nameStart;
  private int nameEnd;
  private long groups;
  private int calls;
  private int depthOfAs;

  Bindings(Source source) {
    this.source = source;
  }

  Set<String> bound() {
    return bound;
  }

  void bind(String name) {
    bound.add(name);
  }

  void bind(int start, int end) {
    bound.add(source.name(start, end));
  }

  void begin(Mode statement) {
    mode = statement;
    collecting = statement != Mode.NONE && statement != Mode.WITH;
    lambdas = 0;
    count = 0;
    pending = false;
    previous = Token.NEWLINE;
    previousIsValue = false;
    calls = 0;
    groups = 0;
  }

  /**
   * Takes the statement's next token.
   *
   * @param depth brackets open after it
   */
  void take(int kind, long packed, int start, int end, int depth) {
    if (pending) {
      settle(kind);
    }
    boolean value = false;
    switch (kind) {
      case Token.NAME -> value = name(packed, start, end, depth);
      case Token.STRING, Token.NUMBER -> value = true;
      case '(', '[', '{' -> calls += previousIsValue || calls > 0 ? 1 : 0;
      case ')', ']', '}' -> {
        calls -= calls > 0 ? 1 : 0;
        value = true;
        endOfAs(depth, true);
      }
      case ',' -> endOfAs(depth, false);
      case '=' -> assignment(depth);
      case Token.AUGMENTED -> assignment(depth);
      case ':' -> colon(depth);
      case Token.WALRUS -> {
        if (previous == Token.NAME) {
          bind(nameStart, nameEnd);
        }
      }
      default -> {}
    }
    previous = kind;
    previousIsValue = value;
  }

  private boolean name(long packed, int start, int end, int depth) {
    nameStart = start;
    nameEnd = end;
    if (packed != 0 && Names.isKeyword(packed)) {
      keyword(packed, depth);
      return false;
    }
    pending = collecting && (mode == Mode.CASE || calls == 0) && previous != '.';
    return true;
  }

  private void keyword(long packed, int depth) {
    if (packed == Names.LAMBDA && depth == 0) {
      lambdas++;
    } else if (packed == Names.IN && mode == Mode.FOR && depth == 0 && collecting) {
      commit();
      collecting = false;
    } else if (packed == Names.AS && mode == Mode.WITH) {
      count = 0;
      collecting = true;
      depthOfAs = depth;
    } else if (packed == Names.IF && mode == Mode.CASE && depth == 0) {
      commit();
      collecting = false;
    }
  }

  /** The token after a name tells whether it was a target or the beginning of something longer. */
  private void settle(int next) {
    pending = false;
    boolean longer = next == '.' || next == '(' || (next == '[' && mode != Mode.CASE);
    boolean beforeValue =
        mode == Mode.EXPRESSION
            && (next == Token.NAME || next == Token.STRING || next == Token.NUMBER);
    boolean keyword = mode == Mode.CASE && next == '=';
    boolean wildcard =
        mode == Mode.CASE && nameEnd - nameStart == 1 && source.bytes()[nameStart] == '_';
    if (!longer && !beforeValue && !keyword && !wildcard) {
      if (count + 2 > targets.length) {
        targets = Arrays.copyOf(targets, targets.length * 2);
      }
      targets[count++] = nameStart;
      targets[count++] = nameEnd;
    }
  }

  private void endOfAs(int depth, boolean closing) {
    if (mode == Mode.WITH && collecting && (closing ? depth < depthOfAs : depth == depthOfAs)) {
      commit();
      collecting = false;
    }
  }

  private void assignment(int depth) {
    if (mode == Mode.EXPRESSION && depth == 0 && lambdas == 0 && collecting) {
      commit();
    }
  }

  private void colon(int depth) {
    if (depth > 0) {
      return;
    }
    if (lambdas > 0) {
      lambdas--;
    } else if (mode == Mode.EXPRESSION && collecting) {
      commit(); // an annotation; what follows is no target any more
      collecting = false;
    }
  }

  /** The statement is over. */
  void end() {
    if (pending) {
      settle(Token.NEWLINE);
    }
    if (collecting && (mode == Mode.CASE || mode == Mode.WITH)) {
      commit();
    }
  }

  private void commit() {
    for (int i = 0; i < count; i += 2) {
      bind(targets[i], targets[i + 1]);
    }
    count = 0;
  }

  /** Binds what a {@link Mode#LIST} statement names. */
  void bindListed() {
    commit();
  }

  /** Takes away what a {@link Mode#LIST} statement names. */
  void removeListed() {
    for (int i = 0; i < count; i += 2) {
      bound.remove(source.name(targets[i], targets[i + 1]));
    }
    count = 0;
  }
}
