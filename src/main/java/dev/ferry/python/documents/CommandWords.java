package dev.ferry.python.documents;

import dev.ferry.formats.NamesOfOthers;
import dev.ferry.model.Confidence;
import dev.ferry.model.RepoPaths;
import dev.ferry.python.documents.NewPlaces.Replacement;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the words around a name tell of it in a command line. */
final class CommandWords {
  /** An interpreter that is told to run a module. */
  private static final Pattern RUNS_MODULE =
      Pattern.compile(
          "(?:^|[\\s\"'/=(])(?:python|pypy|coverage\\s+run)[\\w.]*.*[\\s\"',]-m[\"',\\s]+$");

  private static final Pattern ATTRIBUTE_FOLLOWS = Pattern.compile("^:[A-Za-z_]");

  private static final Pattern TAG = Pattern.compile(":(?:v?\\d|latest\\b).*", Pattern.DOTALL);

  private static final Pattern GOES =
      Pattern.compile(
          "(?:^|[\\s;&|(@\"'])(?:cd|pushd|chdir)\\s+(?:(?:/[dD]|--|-P|-L)\\s+)?[\"']?(?:\\./)?$"
              + "|\\s(?:--directory|--chdir|--app-dir|--workdir)[=\\s]+[\"']?(?:\\./)?$");

  /** Programs whose words are files and directories of sources; some after what they are to do. */
  private static final Pattern READS_SOURCES =
      Pattern.compile(
          "(?:^|[\\s;&|(@/}\"'=])(?:autoflake8?|autopep8|bandit|basedpyright|black|docformatter"
              + "|flake8|interrogate|isort|mypy|pycodestyle|pydocstyle|pyflakes|pylint|pyright"
              + "|py\\.test|pytest|pytype|pyupgrade|vulture|yapf|compileall"
              + "|ruff\\s+(?:check|format)|coverage\\s+run)\\s(?<rest>[^;&|#\\n]*)$");

  /** Options that take no word of their own, and those that take a directory or a package. */
  private static final Pattern OPTION_BEFORE_SOURCES =
      Pattern.compile(
          "--?(?:check|check-only|diff|in-place|i|inplace|recursive|r|q|quiet|v|vv|verbose|x|s|l|fix"
              + "|apply|strict|cov|source|p|package|ignore-missing-imports|no-cov|a|u|f|py3\\d*-plus)");

  private static final Pattern PACKAGE_OPTION =
      Pattern.compile("(?:.*\\s)?(?:--cov|--source|--package|-p)[=\\s]", Pattern.DOTALL);

  /** A command goes on over so many lines at most. */
  private static final int MOST_LINES = 40;

  private CommandWords() {}

  /** Whether the line is a comment up to here; the first line of an item is none. */
  static boolean isComment(String before) {
    int line = before.lastIndexOf('\n') + 1;
    return line > 0 && before.substring(line).stripLeading().startsWith("#");
  }

  /** Whether this names something that is no module, whatever it is called. */
  static boolean namesOther(String text, Item item, int start) {
    return NamesOfOthers.isNamedAfter(command(text, item, start));
  }

  /** Whether this is the directory that a command goes to. */
  static boolean isDirectory(String text, Item item, int start) {
    return GOES.matcher(text.substring(Math.max(item.start(), start - 30), start)).find();
  }

  /** Whether this is a word of a program that takes the directories of sources. */
  static boolean isSources(String text, Item item, int start) {
    Matcher program = READS_SOURCES.matcher(command(text, item, start));
    if (!program.find()) {
      return false;
    }
    String before = program.group("rest");
    if (isWithin(before, '"') || isWithin(before, '\'')) {
      return false;
    }
    String rest = before.stripTrailing();
    String last = rest.substring(rest.lastIndexOf(' ') + 1);
    boolean value = rest.length() == before.length() && !rest.isEmpty();
    return value
        ? last.equals("./") || PACKAGE_OPTION.matcher(last).matches()
        : !last.startsWith("-") || OPTION_BEFORE_SOURCES.matcher(last).matches();
  }

  /** Whether a quote is open. */
  private static boolean isWithin(String text, char quote) {
    return text.chars().filter(c -> c == quote).count() % 2 == 1;
  }

  /** Whether an option stands before it that is given the name of a package. */
  static boolean isPackage(String text, Item item, int start) {
    String before = text.substring(Math.max(item.start(), start - 12), start);
    return PACKAGE_OPTION.matcher(before).matches();
  }

  static boolean isRun(String text, Item item, int start, int end) {
    String before = text.substring(item.start(), start);
    return RUNS_MODULE.matcher(before).find()
        || (isFollowedByAttribute(text, end)
            && !NamesOfOthers.isAddressAfter(command(text, item, start)));
  }

  /** The line up to a place, with those above that go on in it. */
  private static String command(String text, Item item, int start) {
    int from = Math.max(item.start(), text.lastIndexOf('\n', start - 1) + 1);
    StringBuilder command = new StringBuilder(text.substring(from, start));
    for (int line = 0; line < MOST_LINES && from > 0; line++) {
      int newline = text.lastIndexOf('\n', from - 1);
      int end = newline < 0 ? 0 : Lines.trimEnd(text, 0, newline);
      boolean begins = newline >= 0 && text.substring(newline + 1, from).isBlank();
      if (!begins || end == 0 || text.charAt(end - 1) != '\\') {
        break;
      }
      from = text.lastIndexOf('\n', end - 1) + 1;
      command.insert(0, text.substring(from, end - 1) + " ");
    }
    return command.toString();
  }

  private static boolean isFollowedByAttribute(String text, int end) {
    return ATTRIBUTE_FOLLOWS.matcher(text).region(end, text.length()).lookingAt();
  }

  /** {@code labs.api:1.0} is an image and its tag. */
  static boolean isVersioned(String text, int end) {
    return end < text.length()
        && text.charAt(end) == ':'
        && TAG.matcher(text).region(end, Math.min(text.length(), end + 10)).lookingAt();
  }

  static Confidence confidence(Replacement replacement, String text, int start, int end) {
    boolean sure =
        isFollowedByAttribute(text, end)
            || text.substring(Math.max(0, start - 12), start).matches("(?s).*[\\s\"',]-m[\"',\\s]+")
            || (replacement.whole()
                && RepoPaths.name(replacement.text()).indexOf('.') > 0
                && replacement.text().indexOf('/') >= 0);
    return sure ? Confidence.HIGH : Confidence.MEDIUM;
  }
}
