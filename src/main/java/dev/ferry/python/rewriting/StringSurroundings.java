package dev.ferry.python.rewriting;

import dev.ferry.model.Confidence;
import dev.ferry.python.syntax.TokenKind;
import dev.ferry.python.syntax.Tokens;
import java.util.Optional;
import java.util.Set;

/** Tells from the tokens around a string how sure it is that a module is named in it. */
final class StringSurroundings {
  /** Types of pydantic whose values are imported. */
  private static final Set<String> IMPORTED_TYPES = Set.of("ImportString", "PyObject");

  /** Dictionaries whose keys are names of other things: loggers, groups of entry points. */
  private static final Set<String> NAMING = Set.of("loggers", "entry_points");

  private static final Set<String> SETTERS = Set.of("setitem", "delitem");

  private final Tokens tokens;

  StringSurroundings(Tokens tokens) {
    this.tokens = tokens;
  }

  /**
   * @param position in the string
   */
  Optional<Confidence> confidence(int position) {
    int token = tokens.at(position);
    if (isLookedUp(token) || isImportedType(token) || isNameOfApp(token) || isSet(token)) {
      return Optional.of(Confidence.HIGH);
    }
    return isKeyOfNames(token) ? Optional.of(Confidence.LOW) : Optional.empty();
  }

  private boolean is(int token, String name) {
    return token >= 0
        && token < tokens.size()
        && tokens.kind(token) == TokenKind.NAME
        && tokens.identifier(token).equals(name);
  }

  private boolean areModules(int sys) {
    return is(sys, "sys") && tokens.is(sys + 1, ".") && is(sys + 2, "modules");
  }

  /** {@code "a.b" in sys.modules}. */
  private boolean isLookedUp(int token) {
    int in = is(token + 1, "not") ? token + 2 : token + 1;
    return is(in, "in") && areModules(in + 1);
  }

  /** {@code {"task": "a.b.f"}}: a task of Celery is called by its module unless it has a name. */
  boolean isTask(int position) {
    int token = tokens.at(position);
    if (token < 2 || !tokens.is(token - 1, ":") || tokens.kind(token - 2) != TokenKind.STRING) {
      return false;
    }
    Literal key = Literal.of(tokens, token - 2);
    return tokens.source().text(key.start(), key.end()).equals("task");
  }

  /** {@code monkeypatch.setitem(sys.modules, "a.b", x)}. */
  private boolean isSet(int token) {
    return token > 5
        && tokens.is(token - 1, ",")
        && areModules(token - 4)
        && tokens.is(token - 5, "(")
        && tokens.kind(token - 6) == TokenKind.NAME
        && SETTERS.contains(tokens.identifier(token - 6));
  }

  /** {@code f: ImportString[K] = "a.b:f"}. */
  private boolean isImportedType(int token) {
    if (token < 3 || !tokens.is(token - 1, "=")) {
      return false;
    }
    for (int at = token - 2; at > 0 && !tokens.beginsLine(at + 1); at--) {
      boolean known =
          tokens.kind(at) == TokenKind.NAME && IMPORTED_TYPES.contains(tokens.identifier(at));
      if (known) {
        return true;
      }
    }
    return false;
  }

  /** The {@code name} of a configuration of Django's applications. */
  private boolean isNameOfApp(int token) {
    boolean named =
        token > 3
            && tokens.is(token - 1, "=")
            && is(token - 2, "name")
            && tokens.beginsLine(token - 2);
    if (!named) {
      return false;
    }
    int depth = 0;
    int at = token - 3;
    while (at > 0 && !(depth == 0 && tokens.kind(at) == TokenKind.INDENT)) {
      depth += tokens.kind(at) == TokenKind.DEDENT ? 1 : 0;
      depth -= tokens.kind(at) == TokenKind.INDENT ? 1 : 0;
      at--;
    }
    boolean app = false;
    boolean ofClass = false;
    for (at -= 2; at >= 0 && !tokens.beginsLine(at + 1); at--) {
      app |= tokens.kind(at) == TokenKind.NAME && tokens.identifier(at).endsWith("AppConfig");
      ofClass = is(at, "class");
    }
    return app && ofClass;
  }

  /** A key of {@code "loggers": {...}} or {@code entry_points={...}}. */
  private boolean isKeyOfNames(int token) {
    if (token + 1 >= tokens.size() || !tokens.is(token + 1, ":")) {
      return false;
    }
    int depth = 0;
    int open = token - 1;
    while (open > 0 && !(depth == 0 && Brackets.opens(tokens, open))) {
      depth += Brackets.closes(tokens, open) ? 1 : 0;
      depth -= Brackets.opens(tokens, open) ? 1 : 0;
      open--;
    }
    if (open < 2 || !tokens.is(open, "{")) {
      return false;
    }
    int named = open - 2;
    if (tokens.is(open - 1, "=")) {
      return tokens.kind(named) == TokenKind.NAME && NAMING.contains(tokens.identifier(named));
    }
    if (!tokens.is(open - 1, ":") || tokens.kind(named) != TokenKind.STRING) {
      return false;
    }
    Literal key = Literal.of(tokens, named);
    return NAMING.contains(tokens.source().text(key.start(), key.end()));
  }
}
