package dev.ferry.python.documents;

import dev.ferry.model.Confidence;
import dev.ferry.model.RepoPaths;
import dev.ferry.python.documents.NewPlaces.Replacement;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds the names and paths in an item: runs of the characters that these consist of, each taken
 * from its beginning, so that {@code old.labs.x} and {@code ../labs/x.py} are other things.
 */
final class RunRewriter {
  /** What may stand before a name or path that begins at the root. */
  private static final String OPENING = " \t\r\n\"'`,=:;([|<!^>&~";

  /** What makes a longer word of a run that ends before it. */
  private static final String CONTINUING = "*?[{$\\~+@%";

  /** The same in a regular expression. */
  private static final String REPEATING = "*?[{+\\";

  /** Variables of tools that stand for the root of the repository. */
  private static final List<String> ROOTS =
      List.of(
          "{toxinidir}",
          "{tox_root}",
          "{root}",
          "${workspaceFolder}",
          "$(CURDIR)",
          "$(PWD)",
          "${PWD}",
          "$(pwd)",
          "${GITHUB_WORKSPACE}",
          "${CI_PROJECT_DIR}",
          "github.workspace }}",
          "%(here)s",
          "$PWD",
          "$GITHUB_WORKSPACE",
          "$CI_PROJECT_DIR");

  private static final Pattern NAME =
      Pattern.compile("[A-Za-z_\\x80-\\uffff][\\w\\x80-\\uffff]*(?:\\.[\\w\\x80-\\uffff]+)*");

  /** An interpreter that is told to run a module. */
  private static final Pattern RUNS_MODULE =
      Pattern.compile(
          "(?:^|[\\s\"'/=(])(?:python|pypy|coverage\\s+run)[\\w.]*.*[\\s\"',]-m[\"',\\s]+$");

  private static final Pattern ATTRIBUTE_FOLLOWS = Pattern.compile("^:[A-Za-z_]");

  private static final Pattern SAFE = Pattern.compile("[\\w./\\x80-\\uffff-]+");

  private final NewPlaces places;

  RunRewriter(NewPlaces places) {
    this.places = places;
  }

  /**
   * Bytes to replace.
   *
   * @param old the name or path as it was, for the reader
   */
  record Change(int start, int end, String text, String old, String now, Confidence confidence) {}

  List<Change> changes(String text, Item item, Rules.Expected expected) {
    List<Change> changes = new ArrayList<>();
    Matcher run =
        Pattern.compile(
                expected.use() == Use.REGEX
                    ? "(?:\\\\[.-]|[\\w./\\x80-\\xff-])+"
                    : "[\\w./\\x80-\\xff-]+")
            .matcher(text)
            .region(item.start(), item.end());
    while (run.find()) {
      change(text, item, expected, run.start(), run.end()).ifPresent(changes::add);
    }
    return changes;
  }

  private Optional<Change> change(
      String text, Item item, Rules.Expected expected, int runStart, int end) {
    int start = begin(text, item, expected.use(), runStart, end);
    if (start < 0 || start >= end) {
      return Optional.empty();
    }
    boolean escaped = expected.use() == Use.REGEX;
    String raw = text.substring(start, end);
    String run = Latin.decode(escaped ? raw.replace("\\", "") : raw);
    String continuing = escaped ? REPEATING : CONTINUING;
    boolean open = end < text.length() && continuing.indexOf(text.charAt(end)) >= 0;
    Optional<Replacement> found = find(text, item, expected, start, end, run, open);
    if (found.isEmpty() || !SAFE.matcher(found.get().text()).matches()) {
      return Optional.empty();
    }
    String old = run.substring(0, found.get().length());
    return Optional.of(trimmed(start, raw, old, found.get(), expected, escaped, text, end));
  }

  /** Where the name or path in a run begins, or -1 where the run is something else. */
  private static int begin(String text, Item item, Use use, int runStart, int end) {
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
    if (start < end && text.charAt(start) == '/' && use == Use.PATTERN) {
      boolean first = start == item.start() || text.charAt(start - 1) == '!';
      return first ? start + 1 : -1;
    }
    if (start >= end || text.charAt(start) == '/' || text.charAt(start) == '.') {
      return -1;
    }
    boolean opened = runStart == item.start() || OPENING.indexOf(text.charAt(runStart - 1)) >= 0;
    return opened ? start : -1;
  }

  /** Where a path begins that stands behind a variable for the root; -1 where none does. */
  private static int afterRoot(String text, Item item, int runStart, int end) {
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

  private Optional<Replacement> find(
      String text,
      Item item,
      Rules.Expected expected,
      int start,
      int end,
      String run,
      boolean open) {
    return switch (expected.use()) {
      case NAME -> name(text, end, run, open, true);
      case PATH, PATTERN, REGEX -> path(run, open, true);
      case PACKAGE_PATH -> open(run, open).flatMap(places::packagePath);
      case EITHER -> path(run, open, true).or(() -> name(text, end, run, open, true));
      case COMMAND ->
          path(run, open, false)
              .or(() -> name(text, end, run, open, isRun(text, item, start, end)));
      case VALUE ->
          isWhole(text, item, start, end)
              ? path(run, open, false).or(() -> name(text, end, run, open, false))
              : Optional.empty();
      case NOTHING -> Optional.empty();
    };
  }

  /** A run that goes on in a wildcard or the like ends with its last whole component. */
  private static Optional<String> open(String run, boolean open) {
    int slash = run.lastIndexOf('/');
    String whole = open ? run.substring(0, Math.max(0, slash)) : run;
    while (whole.endsWith("/") || (whole.endsWith(".") && whole.length() > 1)) {
      whole = whole.substring(0, whole.length() - 1);
    }
    return whole.isEmpty() ? Optional.empty() : Optional.of(whole);
  }

  private Optional<Replacement> path(String run, boolean open, boolean singles) {
    return open(run, open)
        .filter(
            path -> singles || path.indexOf('/') >= 0 || path.endsWith(".py") || run.endsWith("/"))
        .flatMap(places::path);
  }

  private Optional<Replacement> name(
      String text, int end, String run, boolean open, boolean singles) {
    Matcher matcher = NAME.matcher(run);
    if (!matcher.lookingAt()) {
      return Optional.empty();
    }
    String rest = run.substring(matcher.end());
    String name = matcher.group();
    if (!rest.isEmpty() && !rest.equals(".")) {
      return Optional.empty(); // a dash or a slash: the word of something else
    }
    if (open && rest.isEmpty()) {
      name = name.substring(0, Math.max(0, name.lastIndexOf('.')));
    }
    if (name.isEmpty() || (rest.isEmpty() && isVersioned(text, end))) {
      return Optional.empty();
    }
    return places.name(name, singles);
  }

  /** {@code labs.api:1.0} is an image and its tag. */
  private static boolean isVersioned(String text, int end) {
    return end + 1 < text.length()
        && text.charAt(end) == ':'
        && Character.isDigit(text.charAt(end + 1));
  }

  private static boolean isRun(String text, Item item, int start, int end) {
    String before = text.substring(item.start(), start);
    return RUNS_MODULE.matcher(before).find() || isFollowedByAttribute(text, end);
  }

  private static boolean isFollowedByAttribute(String text, int end) {
    return ATTRIBUTE_FOLLOWS.matcher(text).region(end, text.length()).lookingAt();
  }

  private static boolean isWhole(String text, Item item, int start, int end) {
    return text.substring(item.start(), start).matches("[\\s,.+-]*/?")
        && text.substring(end, item.end()).matches("[\\s,;]*|:[\\w.]+|\\.?\\*+");
  }

  /** The smallest range that differs: whole segments that stay at either end are left alone. */
  private static Change trimmed(
      int start,
      String raw,
      String old,
      Replacement replacement,
      Rules.Expected expected,
      boolean escaped,
      String text,
      int end) {
    String now = replacement.text();
    int first = 0;
    int limit = Math.min(old.length(), now.length());
    int same = 0;
    while (same < limit && old.charAt(same) == now.charAt(same)) {
      same++;
      if (isSeparator(old.charAt(same - 1))) {
        first = same;
      }
    }
    int last = 0;
    same = 0;
    while (same < limit - first
        && old.charAt(old.length() - 1 - same) == now.charAt(now.length() - 1 - same)) {
      same++;
      if (isSeparator(old.charAt(old.length() - same))
          && old.length() - same > first
          && now.length() - same > first) {
        last = same;
      }
    }
    String replaced = now.substring(first, now.length() - last);
    int from = start + rawLength(raw, old.substring(0, first));
    int to = start + rawLength(raw, old.substring(0, old.length() - last));
    boolean wasEscaped = escaped && raw.indexOf('\\') >= 0;
    return new Change(
        from,
        to,
        wasEscaped ? replaced.replace(".", "\\.") : replaced,
        old,
        now,
        confidence(expected, replacement, text, start, end));
  }

  private static boolean isSeparator(char c) {
    return c == '.' || c == '/';
  }

  /** How many bytes of the raw text spell this beginning. */
  private static int rawLength(String raw, String beginning) {
    int wanted = beginning.getBytes(StandardCharsets.UTF_8).length;
    int at = 0;
    while (wanted > 0) {
      if (raw.charAt(at) != '\\') {
        wanted--;
      }
      at++;
    }
    return at;
  }

  private static Confidence confidence(
      Rules.Expected expected, Replacement replacement, String text, int start, int end) {
    if (expected.use() != Use.COMMAND) {
      return expected.confidence();
    }
    boolean sure =
        isFollowedByAttribute(text, end)
            || text.substring(Math.max(0, start - 12), start).matches("(?s).*[\\s\"',]-m[\"',\\s]+")
            || (replacement.whole()
                && RepoPaths.name(replacement.text()).indexOf('.') > 0
                && replacement.text().indexOf('/') >= 0);
    return sure ? Confidence.HIGH : Confidence.MEDIUM;
  }
}
