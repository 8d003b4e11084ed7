package dev.ferry.python.documents;

import java.util.List;
import java.util.regex.Pattern;

/** Where in a run of characters a name or path begins that is seen from the root. */
final class Openings {
  /** What may stand before a name or path that begins at the root. */
  private static final String OPENING = " \t\r\n\"'`,=:;([|<!^>&~";

  /** What stands for any number of directories, where a path begins. */
  private static final Pattern ANYWHERE = Pattern.compile("(?:^|[\\s\"'`,=:;(\\[{!])!?\\*{1,2}$");

  /** Variables of tools that stand for the root of the repository. */
  private static final List<String> ROOTS =
      List.of(
          "{toxinidir}",
          "{tox_root}",
          "{root}",
          "{project}",
          "{package}",
          "${workspaceFolder}",
          "${workspaceRoot}",
          "${localWorkspaceFolder}",
          "$PROJECT_DIR$",
          "$MODULE_DIR$",
          "$(CURDIR)",
          "$(PWD)",
          "${PWD}",
          "$(pwd)",
          "${GITHUB_WORKSPACE}",
          "${CI_PROJECT_DIR}",
          "github.workspace }}",
          "%(here)s",
          "$MYPY_CONFIG_FILE_DIR",
          "$PWD",
          "$GITHUB_WORKSPACE",
          "$CI_PROJECT_DIR");

  private Openings() {}

  /** Where the name or path in a run begins, or -1 where the run is something else. */
  static int begin(String text, Item item, Use use, int runStart, int end) {
    int afterRoot = afterRoot(text, item, runStart, end);
    if (afterRoot >= 0) {
      return afterRoot;
    }
    int start = runStart;
    while (start < end && text.charAt(start) == '-') {
      start++;
    }
    while (start + 1 < end && text.charAt(start) == '.' && text.charAt(start + 1) == '/') {
      start += 2;
    }
    if (text.startsWith("//", start) && text.startsWith("ext:", Math.max(0, start - 4))) {
      return start + 2; // in the configuration of logging
    }
    if (use == Use.LABEL && text.startsWith("//", start)) {
      return start == item.start() || text.charAt(start - 1) == '@' ? start + 2 : -1;
    }
    if (start < end && text.charAt(start) == '/' && use == Use.PATTERN) {
      boolean listed = text.charAt(item.start()) == '[' && start > item.start();
      boolean first =
          start == item.start()
              || text.charAt(start - 1) == '!'
              || (listed && "\"'[ ,".indexOf(text.charAt(start - 1)) >= 0);
      return first ? start + 1 : -1;
    }
    boolean upward =
        text.startsWith("../", start) && start + 3 < end
            || text.startsWith("..", start) && start + 2 == end;
    if (start >= end || text.charAt(start) == '/' || (text.charAt(start) == '.' && !upward)) {
      return -1;
    }
    boolean opened = runStart == item.start() || OPENING.indexOf(text.charAt(runStart - 1)) >= 0;
    return opened ? start : -1;
  }

  /** Where a path begins that stands behind a variable for the root; -1 where none does. */
  static int afterRoot(String text, Item item, int runStart, int end) {
    int slash = text.substring(runStart, end).indexOf('/') + runStart;
    if (slash < runStart) {
      return -1;
    }
    for (String root : ROOTS) {
      int from = slash - root.length(); // the run may hold the variable's last letters
      if (from >= item.start() && from < runStart && text.startsWith(root, from)) {
        return slash + 1;
      }
    }
    return -1;
  }

  /** Whether the run goes on behind a wildcard for any number of directories. */
  static boolean followsAnywhere(String text, Item item, int runStart) {
    return text.charAt(runStart) == '/'
        && runStart > item.start()
        && text.charAt(runStart - 1) == '*'
        && ANYWHERE.matcher(text.substring(item.start(), runStart)).find();
  }

  /** Whether a letter that is an option stands before the name in one word: {@code -pa.b}. */
  static boolean isGlued(String text, int runStart, int start) {
    return start == runStart + 1 && "pm".indexOf(text.charAt(start)) >= 0;
  }

  /** Whether the run is the end of a path that begins with a slash, a variable or a wildcard. */
  static boolean isBelowSomething(String text, Item item, int runStart) {
    if (text.startsWith("//", runStart)) {
      return false; // an address
    }
    boolean absolute = text.charAt(runStart) == '/';
    return absolute
        || text.startsWith("../", runStart)
        || (runStart > item.start() && "$%".indexOf(text.charAt(runStart - 1)) >= 0);
  }
}
