package dev.ferry.python.documents;

import dev.ferry.formats.ShellWords;
import dev.ferry.formats.ShellWords.Dialect;
import dev.ferry.formats.ShellWords.Token;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Follows the commands of a shell that change its directory: {@code cd}, {@code pushd} and what
 * runs something elsewhere. Reads one piece of text after the other, as one shell does.
 */
final class ShellDirectories {
  /** One of these stands in each text that changes a directory. */
  private static final List<String> WORTH_READING =
      List.of(
          "cd ",
          "dirname",
          "BASH_SOURCE",
          "pwd",
          "pushd",
          "chdir",
          "ocation ",
          "--directory",
          "--app-dir",
          "--workdir",
          " -C ");

  private static final Set<String> CHANGES = Set.of("cd", "chdir", "set-location", "sl");
  private static final Set<String> PUSHES = Set.of("pushd", "push-location");
  private static final Set<String> POPS = Set.of("popd", "pop-location");

  /** Words before a command that are none. */
  private static final Set<String> BEFORE_COMMAND =
      Set.of(
          "then",
          "do",
          "else",
          "if",
          "while",
          "until",
          "elif",
          "{",
          "!",
          "time",
          "exec",
          "sudo",
          "command",
          "builtin",
          "call",
          "eval",
          "export",
          "local",
          "readonly",
          "declare");

  /** When something runs: in the tables of cron. */
  private static final Pattern TIME = Pattern.compile("[*\\d/,-]+|@\\w+");

  private static final Pattern VARIABLE = Pattern.compile("\\$(?:\\{(\\w+)\\}|(\\w+))(?=/|$)");

  private static final Pattern ASSIGNMENT = Pattern.compile("\\w+=.*", Pattern.DOTALL);

  /** What a program of this command is told of its directory. */
  private static final Set<String> OPTIONS =
      Set.of("--directory", "--chdir", "--app-dir", "--workdir");

  private static final Pattern QUOTED =
      Pattern.compile("\"([^\"\\\\]*+(?:\\\\.[^\"\\\\]*+)*+)\"|'([^']*+)'");
  private static final Pattern CHANGES_IN_QUOTES = Pattern.compile("(?:^|[;&|(\\n]\\s*)cd\\s");

  private final String text;
  private final Dialect dialect;
  private final ScriptVariables variables;
  private final List<Change> changes = new ArrayList<>();
  private final Deque<Standpoint> pushed = new ArrayDeque<>();
  private final Deque<Frame> frames = new ArrayDeque<>();
  private Standpoint now;
  private Command command = new Command(0);

  /** From a place on, this is the directory. */
  record Change(int from, Standpoint now) {}

  /** What goes on behind a parenthesis, or behind the body of a function. */
  private record Frame(Standpoint directory, Command command, boolean isBody) {}

  /** What has been read of a command. */
  private static final class Command {
    private int start;
    private String name = "";
    private String option = "";
    private boolean isNamed;
    private boolean isDone;

    Command(int start) {
      this.start = start;
    }
  }

  /**
   * @param variables takes and gives the directories that are kept in them
   */
  ShellDirectories(String text, Dialect dialect, Standpoint begin, ScriptVariables variables) {
    this.variables = variables;
    this.text = text;
    this.dialect = dialect;
    this.now = begin;
  }

  /** Whether a text may change a directory at all. */
  static boolean areIn(String text) {
    return WORTH_READING.stream().anyMatch(text::contains);
  }

  Standpoint now() {
    return now;
  }

  /** Where the directory is another one, in the order of the text. */
  List<Change> changes() {
    changes.sort(Comparator.comparingInt(Change::from));
    return changes;
  }

  /** Reads a piece of the text; the end of it ends a command. */
  void read(int from, int to) {
    changes.add(new Change(from, now));
    frames.clear();
    command = new Command(from);
    for (Token token : ShellWords.of(text, from, to, dialect)) {
      switch (token.kind()) {
        case WORD -> word(token);
        case SEPARATOR -> {
          end(token.start());
          command = new Command(token.end());
        }
        case OPEN -> open(token);
        case CLOSE -> close(token);
        case REDIRECTION -> {}
      }
    }
    end(to);
  }

  private void open(Token token) {
    if (dialect == Dialect.WINDOWS) {
      command = new Command(token.end());
      return;
    }
    frames.push(new Frame(now, command, false));
    command = new Command(token.end());
  }

  private void close(Token token) {
    end(token.start());
    if (dialect == Dialect.WINDOWS) {
      command = new Command(token.end());
    } else if (!frames.isEmpty()) {
      Frame frame = frames.pop();
      go(token.start(), frame.directory());
      command = frame.command();
    }
  }

  private void go(int from, Standpoint directory) {
    if (!directory.equals(now)) {
      changes.add(new Change(from, directory));
      now = directory;
    }
  }

  /** Where a command ends that has not named the directory it goes to. */
  private void end(int at) {
    if (command.isDone) {
      return;
    }
    command.isDone = true;
    if (POPS.contains(command.name)) {
      go(at, pushed.isEmpty() ? Standpoint.READER : pushed.pop());
    } else if (CHANGES.contains(command.name) && dialect == Dialect.POSIX) {
      go(at, Standpoint.READER); // home
    }
  }

  private void word(Token token) {
    String value = ShellWords.value(text, token, dialect);
    if (value.equals("{") && command.isNamed) {
      frames.push(new Frame(now, new Command(token.end()), true));
      command = new Command(token.end());
    } else if (value.equals("}") && !frames.isEmpty() && frames.peek().isBody()) {
      close(token);
    } else if (!command.isNamed) {
      name(token, value);
    } else if (!command.isDone && (isChange() || PUSHES.contains(command.name))) {
      operand(token, value);
    } else {
      option(token, value);
    }
    if (CHANGES_IN_QUOTES.matcher(value).find()) {
      inQuotes(token);
    }
  }

  private boolean isChange() {
    return CHANGES.contains(command.name);
  }

  private void name(Token token, String value) {
    String word = value;
    while (!word.isEmpty() && "@+-!%".indexOf(word.charAt(0)) >= 0) {
      word = word.substring(1); // of a Makefile, or a notebook
    }
    if (ASSIGNMENT.matcher(word).matches()) {
      assign(word);
    }
    boolean before =
        word.isEmpty()
            || BEFORE_COMMAND.contains(word)
            || TIME.matcher(word).matches()
            || (word.endsWith(":") && !word.startsWith(":"))
            || ASSIGNMENT.matcher(word).matches();
    if (!before) {
      command.isNamed = true;
      command.name = word.toLowerCase(Locale.ROOT);
      command.start = token.start();
    }
  }

  private void assign(String word) {
    int equals = word.indexOf('=');
    String value = word.substring(equals + 1);
    Matcher variable = VARIABLE.matcher(value);
    Optional<Standpoint> directory =
        variable.lookingAt() ? Optional.of(directory(value)) : now.named(value);
    boolean known = directory.isPresent() && !directory.get().isDefault();
    boolean here = value.equals("$(pwd)") || value.equals("$PWD");
    variables.put(
        word.substring(0, equals), here ? Optional.of(now) : known ? directory : Optional.empty());
  }

  private void operand(Token token, String value) {
    boolean option =
        dialect == Dialect.WINDOWS
            ? value.equalsIgnoreCase("/d") || value.equalsIgnoreCase("-path")
            : value.length() > 1 && value.charAt(0) == '-';
    if (option) {
      return;
    }
    command.isDone = true;
    if (PUSHES.contains(command.name)) {
      pushed.push(now);
    }
    String directory = dialect == Dialect.WINDOWS ? value.replace('\\', '/') : value;
    go(token.end(), directory(directory));
  }

  /** A directory that may begin with a variable for one. */
  private Standpoint directory(String named) {
    Optional<ScriptVariables.Below> kept = variables.leading(named);
    if (kept.isEmpty()) {
      return now.within(named);
    }
    Standpoint directory = kept.get().directory();
    Standpoint there = directory.isRelative() ? now.within(directory.path()) : directory;
    String rest = named.substring(kept.get().start());
    return rest.isEmpty() || rest.equals("/") ? there : there.within(rest.substring(1));
  }

  /** The whole command runs elsewhere, wherever it says so. */
  private void option(Token token, String value) {
    String given = "";
    if (!command.option.isEmpty()) {
      given = value;
      command.option = "";
    } else if (OPTIONS.contains(value) || (value.equals("-C") && runsElsewhere())) {
      command.option = value;
    } else {
      for (String option : OPTIONS) {
        given = value.startsWith(option + "=") ? value.substring(option.length() + 1) : given;
      }
    }
    if (!given.isEmpty()) {
      Standpoint there = directory(given);
      changes.add(new Change(command.start, there));
      changes.add(new Change(token.start(), now));
      changes.add(new Change(token.end(), there));
      changes.add(new Change(endOfCommand(token.end()), now));
    }
  }

  private boolean runsElsewhere() {
    return command.name.equals("env") || command.name.equals("poetry");
  }

  private int endOfCommand(int from) {
    int at = from;
    while (at < text.length() && ";&|\n)".indexOf(text.charAt(at)) < 0) {
      at++;
    }
    return at;
  }

  /** What is handed to another shell: {@code sh -c "cd a && python b.py"}. */
  private void inQuotes(Token token) {
    Matcher quoted = QUOTED.matcher(text).region(token.start(), token.end());
    while (quoted.find()) {
      int group = quoted.group(1) != null ? 1 : 2;
      if (CHANGES_IN_QUOTES.matcher(quoted.group(group)).find()) {
        ShellDirectories inner = new ShellDirectories(text, dialect, now, variables);
        inner.read(quoted.start(group), quoted.end(group));
        changes.addAll(inner.changes);
        changes.add(new Change(quoted.end(group), now));
      }
    }
  }
}
