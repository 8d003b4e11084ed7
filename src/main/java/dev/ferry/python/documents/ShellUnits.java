package dev.ferry.python.documents;

import dev.ferry.formats.ShellWords.Dialect;
import dev.ferry.model.RepoPaths;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Which items of a document one shell reads after the other, so that a {@code cd} stays. */
final class ShellUnits {
  /** Documents of which each list of commands is read by one shell. */
  private static final Set<String> ONE_SHELL =
      Set.of(
          ".gitlab-ci",
          ".travis",
          "bitbucket-pipelines",
          ".cirrus",
          "cirrus",
          ".woodpecker",
          "woodpecker",
          ".drone",
          "drone",
          "buildspec",
          "appveyor",
          ".appveyor");

  /** What Travis hands to one shell, in the order in which documents have it. */
  private static final Set<String> PHASES =
      Set.of("before_install", "install", "before_script", "script", "after_success");

  private static final Set<String> WINDOWS = Set.of("bat", "cmd", "ps1", "psm1");
  private static final Set<String> SCRIPTS = Set.of("sh", "bash", "zsh", "ksh");

  private final Format format;
  private final String name;
  private final String text;
  private final ScriptVariables variables;
  private final List<ShellDirectories.Change> changes = new ArrayList<>();

  /** Whether a Makefile has each recipe read by one shell. */
  private final boolean oneShell;

  /** Where the shells stand that read the commands before those of a job, by its keys. */
  private final Map<List<String>, Standpoint> begun = new HashMap<>();

  private ShellUnits(Format format, String path, String text, ScriptVariables variables) {
    this.variables = variables;
    this.format = format;
    this.name = RepoPaths.name(path);
    this.text = text;
    this.oneShell = text.contains("\n.ONESHELL") || text.startsWith(".ONESHELL");
  }

  /** The dialect of the commands in a document. */
  static Dialect dialect(String path) {
    String name = RepoPaths.name(path);
    String ending = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    return WINDOWS.contains(ending) ? Dialect.WINDOWS : Dialect.POSIX;
  }

  /**
   * Where directories change.
   *
   * @param variables takes the directories that are kept in them
   * @param begin the directory in which an item is read if no command changes it
   */
  static List<ShellDirectories.Change> changes(
      Format format,
      String path,
      String text,
      List<Item> items,
      ScriptVariables variables,
      Function<Item, Standpoint> begin) {
    boolean prose =
        format == Format.DOCUMENTATION
            && items.stream().noneMatch(item -> item.path().getFirst().equals("shell"));
    if (prose || format == Format.DATA_JSON || !ShellDirectories.areIn(text)) {
      return List.of();
    }
    ShellUnits units = new ShellUnits(format, path, text, variables);
    units.read(path, items.stream().filter(item -> !item.isKey()).toList(), begin);
    return units.changes;
  }

  private void read(String path, List<Item> items, Function<Item, Standpoint> begin) {
    Dialect dialect = dialect(path);
    JobShells jobs = new JobShells(text, format == Format.TOOL_YAML ? items : List.of());
    for (int i = 0; i < items.size(); ) {
      Item first = items.get(i);
      int next = i + 1;
      while (next < items.size() && goesOn(items.get(next - 1), items.get(next))) {
        next++;
      }
      List<String> shell = shell(first);
      Standpoint start = begun(first, shell, jobs, begin.apply(first));
      Optional<Standpoint> other =
          shell.isEmpty() ? Optional.empty() : jobs.standsFor(first, start);
      if (other.isPresent()) {
        begun.put(shell, other.get());
        jobs.end(first.path(), other.get());
        i++;
        continue;
      }
      ShellDirectories directories = new ShellDirectories(text, dialect, start, variables);
      directories.read(first.start(), items.get(next - 1).end());
      changes.addAll(directories.changes());
      if (format == Format.NOTEBOOK && text.startsWith("%cd", first.start())) {
        begun.put(List.of(), directories.now());
      }
      if (!shell.isEmpty()) {
        begun.put(shell, directories.now());
        jobs.end(first.path(), directories.now());
      }
      i = next;
    }
  }

  /** Whether a piece of a document belongs to the text before it. */
  private boolean goesOn(Item before, Item item) {
    if (!before.path().equals(item.path())) {
      return false;
    }
    return switch (format) {
      case DOCKERFILE -> before.group() == item.group();
      case COMMANDS, SCRIPT -> isScript() || isContinued(before) || isOfOneShell(before, item);
      case WORKFLOW, TOOL_YAML, DATA_YAML ->
          before.end() < item.start() && text.substring(before.end(), item.start()).isBlank();
      default -> false;
    };
  }

  private boolean isScript() {
    String ending = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    return SCRIPTS.contains(ending)
        || WINDOWS.contains(ending)
        || (text.startsWith("#!") && !isJustfile());
  }

  private boolean isJustfile() {
    return name.toLowerCase(Locale.ROOT).endsWith("justfile");
  }

  private boolean isContinued(Item line) {
    return text.charAt(line.end() - 1) == '\\';
  }

  /** A recipe that is read as a whole: by the word of a Makefile, or by its first line. */
  private boolean isOfOneShell(Item before, Item item) {
    return isIndented(item) && (oneShell || isBelowShebang(before));
  }

  private boolean isBelowShebang(Item line) {
    int at = line.start();
    while (isJustfile() && at > 0) {
      int start = text.lastIndexOf('\n', at - 1) + 1;
      int from = Lines.skipBlanks(text, start, text.length());
      if (text.startsWith("#!", from)) {
        return true;
      }
      if (from == start) {
        return false;
      }
      at = start - 1;
    }
    return false;
  }

  private boolean isIndented(Item line) {
    return line.start() > 0 && " \t".indexOf(text.charAt(line.start() - 1)) >= 0;
  }

  /** The keys above the commands that one shell reads; empty where each is read by its own. */
  private List<String> shell(Item item) {
    int dot = name.lastIndexOf('.');
    boolean shared =
        format == Format.TOOL_YAML && ONE_SHELL.contains(dot < 0 ? name : name.substring(0, dot));
    if (!shared || item.path().isEmpty()) {
      return List.of();
    }
    String key = item.path().getLast();
    List<String> above = item.path().subList(0, item.path().size() - 1);
    List<String> shell = new ArrayList<>(above);
    boolean phase = above.isEmpty() && name.contains("travis") && PHASES.contains(key);
    shell.add(phase || key.equals("before_script") || key.equals("script") ? "script" : key);
    return shell;
  }

  /** What stands for all jobs comes before the commands of each. */
  private Standpoint begun(Item first, List<String> shell, JobShells jobs, Standpoint otherwise) {
    if (shell.isEmpty()) {
      return format == Format.NOTEBOOK ? begun.getOrDefault(shell, otherwise) : otherwise;
    }
    Standpoint own = begun.get(shell);
    if (own == null && first.path().getLast().equals("script")) {
      own = jobs.inherited(shell.subList(0, shell.size() - 1)).orElse(null);
      own = own == null ? begun.get(List.of("default", "script")) : own;
      own = own == null ? begun.get(List.of("script")) : own;
    }
    return own == null ? otherwise : own;
  }
}
