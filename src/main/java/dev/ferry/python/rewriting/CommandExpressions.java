package dev.ferry.python.rewriting;

import dev.ferry.model.RepoPaths;
import dev.ferry.python.scopes.Binding;
import dev.ferry.python.scopes.FileAnalysis;
import dev.ferry.python.scopes.Reference;
import dev.ferry.python.scopes.Scope;
import dev.ferry.python.syntax.BindingKind;
import dev.ferry.python.syntax.TokenKind;
import dev.ferry.python.syntax.Tokens;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Finds the expressions of a file that certainly are command lines: arguments of functions that
 * start programs, what is bound to a name that such a function is given, {@code sys.argv}, and
 * lists that begin with an interpreter, a shell or a tool for Python.
 */
final class CommandExpressions {
  private static final Set<String> COMMAND_KEYWORDS =
      Set.of("args", "cmd", "command", "bash_command");

  private static final Pattern PROGRAM =
      Pattern.compile(
          "(?:\\S*/)?(?:python[\\d.]*|pypy[\\d.]*|sh|bash|zsh|dash|ksh|pytest|py\\.test|coverage"
              + "|mypy|pyright|ruff|flake8|pylint|black|isort|bandit|uvicorn|gunicorn|hypercorn"
              + "|daphne|celery|flask|django-admin|nox|tox|sphinx-build|sphinx-apidoc|pyinstaller"
              + "|cython|uv|poetry|pdm|hatch|pipenv)");

  private static final Set<String> ARGUMENT_LISTS = Set.of("argv", "sys.argv");

  /** Files whose commands run in the directory of the file. */
  private static final Set<String> RUN_BESIDE = Set.of("noxfile.py", "tasks.py", "dodo.py");

  private final FileAnalysis analysis;
  private final Tokens tokens;
  private final ProcessStarters starters;
  private final String beside;
  private final boolean changesDirectory;
  private final boolean doit;
  private final NavigableMap<Integer, Command> found = new TreeMap<>();

  /**
   * An expression.
   *
   * @param first its first token
   * @param last its last one
   * @param directory in which the command is run, from the root; null where that is not known
   */
  record Command(int first, int last, @Nullable String directory) {}

  CommandExpressions(FileAnalysis analysis, String path) {
    this.analysis = analysis;
    this.tokens = analysis.tokens();
    this.starters = new ProcessStarters(analysis);
    this.beside = RUN_BESIDE.contains(RepoPaths.name(path)) ? RepoPaths.parent(path) : "";
    this.doit = RepoPaths.name(path).equals("dodo.py");
    this.changesDirectory = changesDirectory();
  }

  /** Those of which none lies within an earlier one. */
  List<Command> find() {
    for (Reference reference : analysis.references()) {
      boolean loads = reference.use() == Reference.Use.LOAD && !reference.inString();
      int open = loads ? reference.chain().segments()[reference.length() - 1] + 1 : -1;
      if (loads && open < tokens.size() && tokens.is(open, "(") && starters.mayBe(reference)) {
        starters.of(reference).ifPresent(takes -> call(reference, open, takes));
      }
    }
    for (int token = 0; token + 1 < tokens.size(); token++) {
      boolean display = tokens.is(token, "[") || tokens.is(token, "(");
      if (display && isCommandList(token)) {
        add(token, Brackets.behind(tokens, token, tokens.size() - 1) - 1, directory());
      } else if (doit && display && isActions(token)) {
        actions(token);
      }
    }
    return List.copyOf(found.values());
  }

  private void add(int first, int last, @Nullable String directory) {
    Map.Entry<Integer, Command> before = found.floorEntry(first);
    boolean within = before != null && last <= before.getValue().last();
    if (first <= last && !within) {
      found.put(first, new Command(first, last, directory));
    }
  }

  private @Nullable String directory() {
    return changesDirectory ? null : beside;
  }

  private boolean changesDirectory() {
    for (int token = 0; token + 1 < tokens.size(); token++) {
      if (tokens.kind(token) == TokenKind.NAME && tokens.is(token + 1, "(")) {
        String name = tokens.identifier(token);
        if (name.equals("chdir") || name.equals("cd") || name.equals("pushd")) {
          return true;
        }
      }
    }
    return false;
  }

  private void call(Reference callee, int open, ProcessStarters.Takes takes) {
    List<Argument> arguments = Argument.of(tokens, open);
    String directory = directory();
    Argument first = null;
    for (Argument argument : arguments) {
      if (argument.keyword().equals("cwd")) {
        directory = literal(argument);
      } else if (first == null
          && (argument.keyword().isEmpty() || COMMAND_KEYWORDS.contains(argument.keyword()))) {
        first = argument;
      }
    }
    if (first == null) {
      return;
    }
    switch (takes) {
      case FIRST -> command(callee.scope(), first, directory);
      case ALL -> {
        Argument last = first;
        for (Argument argument : arguments) {
          last = argument.keyword().isEmpty() ? argument : last;
        }
        add(first.first(), last.last(), directory);
      }
    }
  }

  /** The text of an argument that is one plain literal. */
  private @Nullable String literal(Argument argument) {
    if (argument.first() != argument.last() || tokens.kind(argument.first()) != TokenKind.STRING) {
      return null;
    }
    Literal literal = Literal.of(tokens, argument.first());
    String text = tokens.source().text(literal.start(), literal.end());
    return text.startsWith("/") || text.indexOf('\\') >= 0 || text.indexOf("..") >= 0
        ? null
        : text.equals(".") ? "" : text;
  }

  private void command(Scope scope, Argument argument, @Nullable String directory) {
    boolean name =
        argument.first() == argument.last() && tokens.kind(argument.first()) == TokenKind.NAME;
    if (!name) {
      add(argument.first(), argument.last(), directory);
      return;
    }
    String variable = tokens.identifier(argument.first());
    Scope owner = scope.owner(variable);
    List<Binding> bindings = owner == null ? List.of() : owner.bindings(variable);
    for (Binding binding : bindings) {
      int bound = binding.kind() == BindingKind.ASSIGNMENT ? tokens.nameAt(binding.start()) : -1;
      int value = bound < 0 ? -1 : valueOf(bound);
      if (value > 0) {
        add(value, endOfStatement(value), directory);
      }
    }
  }

  /** The first token of what is assigned to a name, or added to it; -1 where nothing is. */
  private int valueOf(int name) {
    if (tokens.is(name + 1, "=") || tokens.is(name + 1, "+=")) {
      return name + 2;
    }
    if (!tokens.is(name + 1, ":")) {
      return -1;
    }
    int end = endOfStatement(name + 1);
    for (int token = name + 2; token < end; token++) {
      if (tokens.is(token, "=")) {
        return token + 1;
      }
    }
    return -1;
  }

  /** The last token before the end of the logical line. */
  private int endOfStatement(int from) {
    int token = from;
    while (token < tokens.size()
        && tokens.kind(token) != TokenKind.NEWLINE
        && tokens.kind(token) != TokenKind.END
        && !tokens.is(token, ";")) {
      token++;
    }
    return token - 1;
  }

  /** {@code "actions": [} of a task of doit. */
  private boolean isActions(int open) {
    if (open < 2 || !tokens.is(open - 1, ":") || tokens.kind(open - 2) != TokenKind.STRING) {
      return false;
    }
    Literal key = Literal.of(tokens, open - 2);
    return tokens.source().text(key.start(), key.end()).equals("actions");
  }

  /** Each string in the list is a command line. */
  private void actions(int open) {
    for (Argument action : Argument.of(tokens, open)) {
      if (tokens.kind(action.first()) == TokenKind.STRING) {
        add(action.first(), action.last(), directory());
      }
    }
  }

  private boolean isCommandList(int open) {
    return !Brackets.follow(tokens, open) && (isArgumentList(open) || beginsWithProgram(open + 1));
  }

  /** {@code sys.argv = [}, {@code sys.argv[1:] = [}, {@code setattr(sys, "argv", [}. */
  private boolean isArgumentList(int open) {
    if (open < 2 || !tokens.is(open, "[")) {
      return false;
    }
    if (tokens.is(open - 1, ",") && tokens.kind(open - 2) == TokenKind.STRING) {
      Literal literal = Literal.of(tokens, open - 2);
      return ARGUMENT_LISTS.contains(tokens.source().text(literal.start(), literal.end()));
    }
    if (!tokens.is(open - 1, "=")) {
      return false;
    }
    int target = open - 2;
    while (target > 0 && (tokens.is(target, "]") || tokens.is(target, ":") || isNumber(target))) {
      target--;
    }
    target = tokens.is(target, "[") ? target - 1 : target;
    return target > 1
        && tokens.kind(target) == TokenKind.NAME
        && tokens.identifier(target).equals("argv")
        && tokens.identifier(target - 2).equals("sys");
  }

  private boolean isNumber(int token) {
    return tokens.kind(token) == TokenKind.NUMBER;
  }

  private boolean beginsWithProgram(int token) {
    if (token + 1 >= tokens.size()) {
      return false;
    }
    boolean interpreter =
        tokens.kind(token) == TokenKind.NAME
            && tokens.identifier(token).equals("sys")
            && token + 3 < tokens.size()
            && tokens.identifier(token + 2).equals("executable");
    if (interpreter) {
      return tokens.is(token + 3, ",");
    }
    if (tokens.kind(token) != TokenKind.STRING || !tokens.is(token + 1, ",")) {
      return false;
    }
    Literal literal = Literal.of(tokens, token);
    return Optional.of(tokens.source().text(literal.start(), literal.end()))
        .filter(text -> PROGRAM.matcher(text).matches())
        .isPresent();
  }
}
