package dev.ferry.python.documents;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Makes Python of what IPython takes: magics, shell lines and questions become statements of the
 * same length that do nothing, so that every other byte keeps its place.
 */
final class MagicLines {
  /** Magics of a cell whose lines are Python all the same. */
  private static final Set<String> PYTHON_CELLS =
      Set.of("time", "timeit", "capture", "prun", "debug", "memit", "python", "python3", "px");

  private static final Set<String> SHELL_CELLS =
      Set.of("bash", "sh", "zsh", "script", "system", "sx", "cmd");

  private static final Pattern CELL = Pattern.compile("\\s*%%(\\w+)");

  /** A line magic that takes a statement, with its options. */
  private static final Pattern STATEMENT =
      Pattern.compile(
          "\\s*(%(?:time|timeit|prun|memit|mprun|lprun)(?:\\s+-\\w+(?:\\s+\\d+)?)*\\s)\\s*\\S");

  private static final Pattern LINE =
      Pattern.compile("\\s*(?:[!?]|%[%A-Za-z]).*|[^#'\"]*\\S\\?{1,2}\\s*", Pattern.DOTALL);

  private static final Pattern ASSIGNED =
      Pattern.compile("\\s*[\\w.,\\s\\[\\]]+=\\s*([!%][A-Za-z/.~$].*)", Pattern.DOTALL);

  private final byte[] code;
  private final List<Item> commands = new ArrayList<>();

  private MagicLines(byte[] code) {
    this.code = code;
  }

  /**
   * Code that Python parses.
   *
   * @param commands what was taken out: the words of commands
   */
  record Masked(byte[] code, List<Item> commands) {
    Masked {
      commands = List.copyOf(commands);
    }
  }

  static Masked mask(NotebookCode notebook) {
    MagicLines lines = new MagicLines(notebook.bytes());
    notebook.cells().forEach(lines::cell);
    return new Masked(lines.code, lines.commands);
  }

  private void cell(NotebookCode.Cell cell) {
    String text =
        new String(code, cell.from(), cell.to() - cell.from(), StandardCharsets.ISO_8859_1);
    Matcher magic = CELL.matcher(text);
    boolean magical = magic.lookingAt();
    boolean foreign = magical && !PYTHON_CELLS.contains(magic.group(1));
    boolean shell = !foreign || SHELL_CELLS.contains(magic.group(1));
    boolean continued = false;
    int first = magical ? magic.end() : -1;
    int start = 0;
    while (start < text.length()) {
      int newline = text.indexOf('\n', start);
      int end = newline < 0 ? text.length() : newline;
      String line = text.substring(start, end);
      boolean head = start <= first && first <= end;
      boolean masked = foreign || head || continued;
      if (masked) {
        take(cell.from() + start, cell.from() + end, 0, shell);
      } else {
        masked = line(cell.from() + start, cell.from() + end, line);
      }
      continued = masked && line.endsWith("\\");
      start = end + 1;
    }
  }

  /** Whether the line is gone as a whole. */
  private boolean line(int from, int to, String line) {
    Matcher statement = STATEMENT.matcher(line);
    if (statement.lookingAt()) {
      fill(from + statement.start(1), from + statement.end(1), "0", ";");
      return false;
    }
    Matcher assigned = ASSIGNED.matcher(line);
    if (assigned.matches()) {
      take(from + assigned.start(1), to, 0, true);
      return true;
    }
    if (LINE.matcher(line).matches()) {
      take(from, to, line.length() - line.stripLeading().length(), true);
      return true;
    }
    return false;
  }

  /** Puts a statement in place of a command. */
  private void take(int from, int to, int indentation, boolean isCommand) {
    int start = from + indentation;
    if (start >= to) {
      return;
    }
    String line = new String(code, start, to - start, StandardCharsets.ISO_8859_1);
    int end = start + Lines.beforeComment(line, 0, line.length());
    if (isCommand && start < end) {
      commands.add(new Item(List.of("magic"), false, from, start, end));
    }
    code[start] = '0';
    if (start + 1 < to) {
      code[start + 1] = '#';
    }
  }

  private void fill(int from, int to, String first, String last) {
    java.util.Arrays.fill(code, from, to, (byte) ' ');
    code[from] = (byte) first.charAt(0);
    code[to - 1] = (byte) last.charAt(0);
  }
}
