package dev.ferry.python.documents;

import dev.ferry.model.RepoPaths;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads the variables that a document declares by itself, wherever no shell does: those of make and
 * just, of Windows, and the keys below {@code env} and the like.
 */
final class VariableDefinitions {
  private static final String VALUE = "([\\w./\\\\-]+)";

  /** Of make and of just; a plus or a second definition makes it one that is not known. */
  private static final Pattern ASSIGNED =
      Pattern.compile(
          "(?:(?:export|override|private)\\s+)*([A-Za-z_][\\w-]*)\\s*([:?+!]{0,3})=\\s*[\"']?"
              + VALUE
              + "?[\"']?/?");

  private static final Pattern SHELL =
      Pattern.compile(
          "(?:(?:export|readonly|local|declare|typeset)\\s+(?:-\\w+\\s+)*)?([A-Za-z_]\\w*)()=[\"']?"
              + VALUE
              + "?[\"']?(?:\\s*;.*)?");

  private static final Pattern BATCH =
      Pattern.compile("(?i)@?set\\s+\"?([A-Za-z_]\\w*)()=" + VALUE + "?\\\\?\"?");

  private static final Pattern POWERSHELL =
      Pattern.compile(
          "\\$(?:env:|script:|global:)?([A-Za-z_]\\w*)\\s*()=\\s*[\"']" + VALUE + "?[\"']");

  private static final Pattern PAIR = Pattern.compile("([A-Za-z_]\\w*)=[\"']?([^\\s\"']+)[\"']?");

  /** Keys below which variables stand. */
  private static final Set<String> SECTIONS = Set.of("variables", "env", "environment", "vars");

  private static final Pattern PLAIN = Pattern.compile("[\\w.-]+(?:/[\\w.-]+)*");

  private final Format format;
  private final String text;
  private final ScriptVariables variables;

  /** Whether a shell's own reader follows the directories. */
  private final boolean readByShell;

  private VariableDefinitions(
      Format format, String text, ScriptVariables variables, boolean readByShell) {
    this.readByShell = readByShell;
    this.format = format;
    this.text = text;
    this.variables = variables;
  }

  static void read(
      Format format, String path, String text, List<Item> items, ScriptVariables variables) {
    boolean uses =
        text.indexOf('$') >= 0
            || text.indexOf('%') >= 0
            || text.contains("{{")
            || text.contains("{[");
    if (!uses || !format.mayDeclareVariables()) {
      return;
    }
    Pattern assignment = assignment(path);
    boolean shell = assignment.equals(SHELL) && format.isOfCommands();
    VariableDefinitions definitions =
        new VariableDefinitions(format, text, variables, shell && ShellDirectories.areIn(text));
    for (Item item : items) {
      if (!item.isKey()) {
        definitions.read(item, assignment);
      }
    }
  }

  private static Pattern assignment(String path) {
    String name = RepoPaths.name(path).toLowerCase(Locale.ROOT);
    if (name.endsWith(".bat") || name.endsWith(".cmd")) {
      return BATCH;
    }
    if (name.endsWith(".ps1")) {
      return POWERSHELL;
    }
    boolean make = name.contains("makefile") || name.endsWith(".mk") || name.endsWith("justfile");
    return make ? ASSIGNED : SHELL;
  }

  private void read(Item item, Pattern assignment) {
    List<String> path = item.path();
    if (format.isOfCommands()) {
      Matcher assigned = assignment.matcher(text).region(item.start(), item.end());
      boolean recipe = assignment == ASSIGNED && isIndented(item);
      if (!recipe && assigned.matches()) {
        put(assigned.group(1), assigned.start(3), assigned.end(3));
        if (assigned.group(2).contains("+")) {
          variables.forget(assigned.group(1));
        }
      }
    } else if (format == Format.JENKINS) {
      if (!path.isEmpty() && isAssigned(path.getLast(), item.start() - 1)) {
        put(path.getLast(), item.start(), item.end());
      }
    } else if (format == Format.DOCKERFILE) {
      image(item);
    } else if (format == Format.INI) {
      if (path.size() == 2) {
        put(path.getLast(), item.start(), item.end());
      }
    } else if (path.size() > 1 && SECTIONS.contains(path.get(path.size() - 2))) {
      put(path.getLast(), item.start(), item.end());
    }
  }

  /** {@code ARG A=b} and {@code ENV A=b C=d}. */
  private void image(Item item) {
    String instruction = item.path().getFirst();
    if (instruction.equals("arg") || instruction.equals("env")) {
      Matcher pair = PAIR.matcher(text).region(item.start(), item.end());
      while (pair.find()) {
        put(pair.group(1), pair.start(2), pair.end(2));
      }
    }
  }

  /** {@code SRC = "a"}, as Groovy has it. */
  private boolean isAssigned(String name, int quote) {
    String before = text.substring(Math.max(0, quote - 80), Math.max(0, quote)).stripTrailing();
    return !name.isEmpty()
        && before.endsWith("=")
        && before.substring(0, before.length() - 1).stripTrailing().endsWith(name);
  }

  private boolean isIndented(Item item) {
    return item.start() > 0 && text.charAt(item.start() - 1) == '\t';
  }

  private void put(String name, int start, int end) {
    String value = start < 0 ? "" : text.substring(start, end).replace('\\', '/');
    if (!PLAIN.matcher(value).matches()) {
      variables.forget(name);
      return;
    }
    variables.declare(name, readByShell ? Optional.empty() : Standpoint.READER.named(value), value);
    if (isDirectory(name)) {
      variables.directoryAt(start);
    }
  }

  /** Whether somewhere a path goes on behind the variable. */
  private boolean isDirectory(String name) {
    for (int at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + 1)) {
      int end = at + name.length();
      while (end < text.length() && ")}%! \"'".indexOf(text.charAt(end)) >= 0) {
        end++;
      }
      boolean marked = at > 0 && "({%!$. :]".indexOf(text.charAt(at - 1)) >= 0;
      boolean goesOn = end < text.length() && "/\\".indexOf(text.charAt(end)) >= 0;
      if (marked && goesOn && text.lastIndexOf(' ', end) < at) {
        return true;
      }
    }
    return false;
  }
}
