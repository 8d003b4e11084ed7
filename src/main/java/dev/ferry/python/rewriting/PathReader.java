package dev.ferry.python.rewriting;

import dev.ferry.python.rewriting.PathReading.Climb;
import dev.ferry.python.rewriting.PathReading.Climbing;
import dev.ferry.python.rewriting.PathReading.Component;
import dev.ferry.python.rewriting.PathReading.Start;
import dev.ferry.python.syntax.TokenKind;
import dev.ferry.python.syntax.Tokens;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads expressions that make paths: {@code Path(__file__).parent / "a" / "b.py"}, {@code
 * os.path.join(os.path.dirname(__file__), "a", "b.py")}, {@code BASE.joinpath("a")}, {@code
 * files("a") / "x.txt"}.
 */
final class PathReader {
  private static final Set<String> TYPES = Set.of("Path", "PurePath", "PosixPath", "PurePosixPath");

  private static final Set<String> SAME =
      Set.of("abspath", "realpath", "normpath", "expanduser", "fspath", "str");

  private static final Set<String> SAME_METHODS =
      Set.of("resolve", "absolute", "expanduser", "as_posix");

  private static final Set<String> JOINING =
      Set.of("path", "osp", "ospath", "os_path", "posixpath");

  private static final Set<String> WORKING = Set.of("cwd", "getcwd");

  /** Fixtures of pytest: directories that are made for a test. */
  private static final Set<String> SCRATCH =
      Set.of("tmp_path", "tmpdir", "tmp_path_factory", "tempfile", "testdir", "pytester");

  /** Characters of one component or several. */
  private static final Pattern PATH =
      Pattern.compile("[\\w.@+=~\\x80-\\uffff-]+(?:/+[\\w.@+=~\\x80-\\uffff-]+)*/?");

  /** How deep expressions nest that somebody wrote. */
  private static final int DEEPEST = 24;

  /** As many tokens are looked at to find where a call ends that is not understood. */
  private static final int WIDEST = 200;

  /** What names stand for that are bound once. */
  interface Constants {
    /**
     * The path that the name at this token stands for, read by itself; null where none is known.
     */
    @Nullable PathReading path(int token, int depth);

    /** The text that the name at this token stands for; null where none is known. */
    @Nullable String text(int token);
  }

  private final Tokens tokens;
  private final Constants constants;
  private final PackagePlaces packages;
  private final String path;
  private final String newPath;

  PathReader(
      Tokens tokens, Constants constants, PackagePlaces packages, String path, String newPath) {
    this.tokens = tokens;
    this.constants = constants;
    this.packages = packages;
    this.path = path;
    this.newPath = newPath;
  }

  /** The expression that begins with this token; of what it is a part does not matter. */
  PathReading read(int first, int depth) {
    PathReading reading = operand(first, depth);
    while (reading.next < tokens.size()) {
      int next = reading.next;
      if (tokens.is(next, "/")) {
        reading.next = component(reading, next + 1);
        if (reading.next < 0) {
          reading.opens();
          reading.next = next;
          break;
        }
      } else if (tokens.is(next, "+") || tokens.is(next, "%")) {
        reading.isUnknown(); // a text is made of it
        break;
      } else {
        break;
      }
    }
    return reading;
  }

  /** The token after a component; -1 where it is not one. */
  private int component(PathReading into, int token) {
    if (tokens.kind(token) == TokenKind.STRING) {
      boolean whole =
          !isText(token + 1) && !tokens.is(token + 1, ".") && !tokens.is(token + 1, "%");
      return whole && addLiteral(into, token) ? token + 1 : -1;
    }
    if (tokens.kind(token) != TokenKind.NAME) {
      return -1;
    }
    int last = endOfChain(token);
    boolean upwards = tokens.identifier(last).equals("pardir");
    String text = upwards ? ".." : last == token ? constants.text(token) : null;
    if (text == null || text.startsWith("/") || tokens.is(last + 1, "(")) {
      return -1;
    }
    add(into, text, -1, token);
    return last + 1;
  }

  private boolean isText(int token) {
    return tokens.kind(token) == TokenKind.STRING || tokens.kind(token) == TokenKind.FIELDS_START;
  }

  private boolean addLiteral(PathReading into, int token) {
    byte first = tokens.source().bytes()[tokens.start(token)];
    Literal literal = Literal.of(tokens, token);
    if ((first != '"' && first != '\'') || literal.end() - literal.start() > 200) {
      return false;
    }
    String text = tokens.source().text(literal.start(), literal.end());
    boolean bytewise = text.length() == literal.end() - literal.start();
    if (!bytewise || !PATH.matcher(text).matches()) {
      return false;
    }
    add(into, text, literal.start(), token);
    return true;
  }

  private static void add(PathReading into, String text, int start, int token) {
    int from = 0;
    for (int i = 0; i <= text.length(); i++) {
      if (i == text.length() || text.charAt(i) == '/') {
        int at = start < 0 ? -1 : start + from;
        into.add(new Component(text.substring(from, i), at, at + i - from, token));
        from = i + 1;
      }
    }
  }

  private PathReading operand(int first, int depth) {
    PathReading reading = primary(first, depth);
    while (tokens.is(reading.next, ".") && tokens.kind(reading.next + 1) == TokenKind.NAME) {
      int dot = reading.next;
      String name = tokens.identifier(dot + 1);
      boolean called = tokens.is(dot + 2, "(");
      if (called && SAME_METHODS.contains(name)) {
        reading.next = behind(dot + 2);
      } else if (called && (name.equals("joinpath") || name.equals("with_name"))) {
        if (name.equals("with_name")) {
          reading.climb(null);
        }
        arguments(reading, dot + 3, behind(dot + 2));
      } else if (!called && name.equals("parent")) {
        Climbing before = reading.climbing();
        int count = before == null ? 1 : before.count() + 1;
        int start = before == null ? tokens.start(dot) : before.start();
        reading.climb(new Climbing(Climb.ATTRIBUTES, count, start, tokens.end(dot + 1)));
        reading.next = dot + 2;
      } else if (!called && name.equals("parents") && isIndex(dot + 2)) {
        parents(reading, dot + 3);
        reading.next = dot + 5;
      } else {
        break; // what is done with the path
      }
    }
    return reading;
  }

  private boolean isIndex(int open) {
    return tokens.is(open, "[")
        && tokens.kind(open + 1) == TokenKind.NUMBER
        && tokens.end(open + 1) == tokens.start(open + 1) + 1
        && tokens.is(open + 2, "]");
  }

  private void parents(PathReading reading, int number) {
    int index = tokens.source().bytes()[tokens.start(number)] - '0';
    boolean alone = reading.climbing() == null;
    for (int i = 0; i <= index; i++) {
      reading.climb(
          alone
              ? new Climbing(Climb.INDEX, index + 1, tokens.start(number), tokens.end(number))
              : null);
    }
  }

  /** The token behind the bracket that closes this one. */
  private int behind(int open) {
    return Math.min(
        tokens.size() - 1,
        Brackets.behind(tokens, open, Math.min(tokens.size() - 1, open + WIDEST)));
  }

  private PathReading primary(int first, int depth) {
    if (depth > DEEPEST) {
      return unknown(first + 1);
    }
    return switch (tokens.kind(first)) {
      case STRING -> literal(first);
      case NAME -> named(first, depth);
      case OPERATOR -> tokens.is(first, "(") ? bracketed(first, depth) : unknown(first + 1);
      case NUMBER,
          FIELDS_START,
          FIELDS_END,
          FIELD_OPEN,
          FIELD_CLOSE,
          FIELD_FORMAT,
          NEWLINE,
          INDENT,
          DEDENT,
          END,
          ERROR ->
          unknown(first + 1);
    };
  }

  private PathReading literal(int token) {
    PathReading reading = PathReading.of(Start.WORKING_DIRECTORY, token + 1);
    boolean whole = !isText(token + 1) && !tokens.is(token + 1, ".") && addLiteral(reading, token);
    return whole ? reading : unknown(token + 1);
  }

  private PathReading bracketed(int open, int depth) {
    PathReading inner = read(open + 1, depth + 1);
    if (tokens.is(inner.next, ")")) {
      inner.next++;
      return inner;
    }
    return unknown(behind(open));
  }

  private PathReading unknown(int next) {
    return PathReading.of(Start.UNKNOWN, Math.min(next, tokens.size() - 1));
  }

  /** The last name of {@code a.b.c}. */
  private int endOfChain(int first) {
    int last = first;
    while (tokens.is(last + 1, ".") && tokens.kind(last + 2) == TokenKind.NAME) {
      last += 2;
    }
    return last;
  }

  private PathReading named(int first, int depth) {
    String name = tokens.identifier(first);
    if (name.equals("__file__")) {
      return PathReading.ofFile(path, newPath, first + 1);
    }
    if (SCRATCH.contains(name)) {
      return PathReading.of(Start.ELSEWHERE, trailers(first + 1));
    }
    if (!tokens.is(first + 1, "(")) {
      PathReading constant = constants.path(first, depth + 1);
      if (constant != null) {
        constant.next = first + 1;
        return constant;
      }
    }
    int last = endOfChain(first);
    return tokens.is(last + 1, "(") ? call(first, last, depth) : unknown(trailers(first + 1));
  }

  /** Behind the attributes, calls and subscripts that follow. */
  private int trailers(int from) {
    int token = from;
    while (token < tokens.size() - 1) {
      if (tokens.is(token, ".") && tokens.kind(token + 1) == TokenKind.NAME) {
        if (tokens.identifier(token + 1).equals("joinpath")) {
          break;
        }
        token += 2;
      } else if (tokens.is(token, "(") || tokens.is(token, "[")) {
        token = behind(token);
      } else {
        break;
      }
    }
    return token;
  }

  private PathReading call(int first, int last, int depth) {
    String function = tokens.identifier(last);
    int argument = last + 2;
    int end = behind(last + 1);
    if (TYPES.contains(function)) {
      return joined(argument, end, depth);
    }
    boolean ofPaths = last == first || JOINING.contains(tokens.identifier(last - 2));
    if (function.equals("join") && ofPaths) {
      return joined(argument, end, depth);
    }
    if (WORKING.contains(function) && tokens.is(argument, ")")) {
      return PathReading.of(Start.WORKING_DIRECTORY, end);
    }
    boolean climbs = function.equals("dirname");
    if ((climbs || SAME.contains(function)) && ofPaths(first, last)) {
      PathReading inner = read(argument, depth + 1);
      if (inner.next != end - 1 || !tokens.is(inner.next, ")")) {
        return unknown(end);
      }
      inner.next = end;
      if (climbs) {
        inner.climb(
            new Climbing(
                Climb.CALLS,
                inner.climbing() == null ? 1 : inner.climbing().count() + 1,
                tokens.start(first),
                tokens.end(end - 1),
                tokens.source().text(tokens.start(first), tokens.end(last)),
                inner.climbing()));
      }
      return inner;
    }
    PathReading place = packages.of(last, this);
    return place != null ? place : unknown(trailers(last + 1));
  }

  private boolean ofPaths(int first, int last) {
    return last == first
        || JOINING.contains(tokens.identifier(last - 2))
        || tokens.identifier(last - 2).equals("os");
  }

  /** {@code join(x, "a")} and {@code Path(x, "a")}. */
  private PathReading joined(int argument, int end, int depth) {
    if (tokens.is(argument, ")")) {
      return PathReading.of(Start.WORKING_DIRECTORY, end);
    }
    PathReading reading = read(argument, depth + 1);
    boolean more = tokens.is(reading.next, ",");
    if (!more && reading.next != end - 1) {
      reading = unknown(end);
      int comma = comma(argument, end);
      return comma < 0 ? reading : arguments(reading, comma + 1, end);
    }
    return more ? arguments(reading, reading.next + 1, end) : ended(reading, end);
  }

  private static PathReading ended(PathReading reading, int end) {
    reading.next = end;
    return reading;
  }

  /** The first comma of these arguments; -1 where there is none. */
  private int comma(int argument, int end) {
    int token = argument;
    while (token < end - 1) {
      if (tokens.is(token, ",")) {
        return token;
      }
      token = Brackets.opens(tokens, token) ? behind(token) : token + 1;
    }
    return -1;
  }

  /** Adds the arguments from this token on, up to the end of the call. */
  PathReading arguments(PathReading reading, int first, int end) {
    int token = first;
    while (token < end - 1) {
      int next = component(reading, token);
      boolean whole = next > 0 && (next == end - 1 || tokens.is(next, ","));
      if (!whole) {
        int part = token;
        reading.components().removeIf(component -> component.token() == part);
        int comma = comma(token, end);
        if (comma < 0 || comma + 1 >= end - 1) {
          reading.opens();
          break;
        }
        reading.restarts(); // only the end is known
        token = comma + 1;
        continue;
      }
      token = next == end - 1 ? next : next + 1;
    }
    reading.next = end;
    return reading;
  }
}
