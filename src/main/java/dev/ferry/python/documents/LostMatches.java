package dev.ferry.python.documents;

import dev.ferry.facts.DocumentFormats;
import dev.ferry.facts.Relocation;
import dev.ferry.model.Code;
import dev.ferry.model.Problem;
import dev.ferry.model.RepoPaths;
import dev.ferry.python.documents.RunRewriter.Change;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Patterns with wildcards that met something that moves and do not meet it where it goes: no
 * rewriting is right for them, because they may be meant for others too.
 */
final class LostMatches {
  private static final Pattern PATTERN =
      Pattern.compile("[\\w./*?\\x80-\\xff-]*[*?][\\w./*?\\x80-\\xff-]*");

  /** A directory of that name, wherever it lies. */
  private static final Pattern ANYWHERE = Pattern.compile("([\\w.-]+)/(?=\\s|$)");

  /** A file by its name alone. */
  private static final Pattern NAME = Pattern.compile("[\\w-]+\\.pyi?");

  /** A directory by its name alone, where patterns of git are meant. */
  private static final Pattern BARE = Pattern.compile("[\\w-]+");

  /** A component of a path in a regular expression that is a plain name. */
  private static final Pattern LITERAL = Pattern.compile("[\\^(?:|]*([\\w-]+)");

  /** Keys of tools that take the name of a file alone for one in whatever directory. */
  private static final Set<String> BY_NAME =
      Set.of(
          "per-file-ignores",
          "extend-per-file-ignores",
          "exclude",
          "extend-exclude",
          "ignore",
          "python_files");

  private static final Pattern WORD = Pattern.compile("\\w");

  private final Relocation relocation;
  private final String path;
  private final String text;
  private final BaseDirectory directory;
  private @Nullable Map<String, String> names;

  LostMatches(Relocation relocation, String path, String text) {
    this.relocation = relocation;
    this.path = path;
    this.text = text;
    this.directory = BaseDirectory.of(path, relocation);
  }

  /** Whether an item holds a wildcard, or the name of a directory wherever it lies. */
  static boolean mayBeIn(String text, Item item) {
    for (int i = item.start(); i < item.end(); i++) {
      char c = text.charAt(i);
      boolean ends = i + 1 == item.end() || Character.isWhitespace(text.charAt(i + 1));
      if (c == '*' || c == '?' || (c == '/' && ends)) {
        return true;
      }
    }
    return false;
  }

  /** The names of what moves; looked up once there is a pattern. */
  private Map<String, String> names() {
    if (names == null) {
      names = new HashMap<>();
      for (Map.Entry<String, String> moved : relocation.paths().entrySet()) {
        List<String> before = relocation.before().namesOf(moved.getKey());
        List<String> after = relocation.after().namesOf(moved.getValue());
        if (!before.isEmpty() && !after.isEmpty()) {
          names.put(before.getFirst(), after.getFirst());
        }
      }
    }
    return names;
  }

  /**
   * Marks for the index of words: what a path or name must hold for this to be said of an item's
   * patterns; too many of them rather than too few.
   */
  static List<String> marks(String text, Item item, Use use) {
    List<String> marks = new ArrayList<>();
    if (use == Use.REGEX) {
      for (String component : text.substring(item.start(), item.end()).split("/", -1)) {
        Matcher literal = LITERAL.matcher(component);
        if (literal.matches()) {
          marks.add(DocumentFormats.WILDCARD + Latin.decode(literal.group(1)));
        }
      }
      return marks;
    }
    if (!isPattern(use)) {
      return marks;
    }
    if (use == Use.TREE) {
      mark(Latin.decode(text.substring(item.start(), item.end())) + "/", use).ifPresent(marks::add);
      return marks;
    }
    Matcher bare = BARE.matcher(text).region(item.start(), item.end());
    if (use == Use.PATTERN && bare.matches()) {
      marks.add(DocumentFormats.WILDCARD + Latin.decode(bare.group()));
    }
    Matcher anywhere = ANYWHERE.matcher(text).region(item.start(), item.end());
    if (use == Use.PATTERN && anywhere.lookingAt()) {
      marks.add(DocumentFormats.WILDCARD + Latin.decode(anywhere.group(1)));
    }
    Matcher found = PATTERN.matcher(text).region(item.start(), item.end());
    while (found.find()) {
      if (WORD.matcher(found.group()).find()) {
        mark(Latin.decode(found.group()), use).ifPresent(marks::add);
      }
    }
    return marks;
  }

  /** The longest component without a wildcard, which each path has that the pattern meets. */
  private static Optional<String> mark(String pattern, Use use) {
    boolean isPath = pattern.indexOf('/') >= 0;
    if (!isPath && ((use != Use.NAME && use != Use.EITHER) || pattern.indexOf('.') <= 0)) {
      return Optional.empty();
    }
    List<String> components = List.of(pattern.split(isPath ? "/" : "[.]", -1));
    boolean ofFilesAnywhere =
        isPath
            && components.getLast().indexOf('.') >= 0
            && components.subList(0, components.size() - 1).stream().allMatch("**"::equals);
    return components.stream()
        .filter(component -> WORD.matcher(component).find())
        .filter(component -> component.indexOf('*') < 0 && component.indexOf('?') < 0)
        .filter(component -> !component.startsWith("."))
        .max(Comparator.comparingInt(String::length))
        .map(component -> DocumentFormats.WILDCARD + component)
        .or(
            () ->
                Optional.of(
                    ofFilesAnywhere ? DocumentFormats.RENAMED_FILE : DocumentFormats.WILDCARD));
  }

  private static boolean isPattern(Use use) {
    return switch (use) {
      case NAME, PATH, EITHER, PATTERN, TREE, LABEL -> true;
      case ENTRY_POINT,
          WARNING,
          FILES,
          PACKAGE_PATH,
          PACKAGE_DATA,
          OUTSIDE,
          REGEX,
          COMMAND,
          VALUE,
          BELOW,
          HANDLER,
          CODE,
          NOTHING ->
          false;
    };
  }

  /** What is told of an item of which these changes are made. */
  List<Problem> in(Item item, Use use, List<Change> changes) {
    List<Problem> problems = new ArrayList<>();
    if (!isPattern(use)) {
      return problems;
    }
    if (use == Use.TREE) {
      return changes.isEmpty() ? lostBelow(item) : problems;
    }
    Matcher anywhere = ANYWHERE.matcher(text).region(item.start(), item.end());
    if (use == Use.PATTERN && changes.isEmpty() && anywhere.lookingAt()) {
      String directory = "(?:.*/)?" + Pattern.quote(Latin.decode(anywhere.group(1))) + "/.*";
      lost(directory, relocation.paths())
          .ifPresent(
              e -> problems.add(problem(item.start(), Latin.decode(anywhere.group(1)) + "/", e)));
    }
    boolean byName =
        use == Use.PATH && !item.path().isEmpty() && BY_NAME.contains(item.path().getLast());
    if ((use == Use.PATTERN || byName) && changes.isEmpty()) {
      for (String name : text.substring(item.start(), item.end()).split("[,\\s]+", -1)) {
        lostName(item, Latin.decode(name)).ifPresent(problems::add);
      }
    }
    Matcher found = PATTERN.matcher(text).region(item.start(), item.end());
    while (found.find()) {
      int start = found.start();
      int end = found.end();
      boolean changed = changes.stream().anyMatch(c -> c.start() < end && start < c.end());
      if (!changed && WORD.matcher(found.group()).find()) {
        lost(Latin.decode(found.group()), use)
            .ifPresent(e -> problems.add(problem(start, Latin.decode(found.group()), e)));
      }
    }
    return problems;
  }

  /** What was taken with a directory of which all files are, or those that patterns meet. */
  private List<Problem> lostBelow(Item item) {
    List<Problem> problems = new ArrayList<>();
    String tree = Latin.decode(text.substring(item.start(), item.end()));
    int newline = text.indexOf('\n', item.end());
    int end = Lines.beforeComment(text, item.end(), newline < 0 ? text.length() : newline);
    String patterns = Latin.decode(text.substring(item.end(), end)).strip();
    for (String pattern : patterns.split("\\s+", -1)) {
      String files = pattern.isEmpty() ? "(?:/.*)?" : "/(?:.*/)?" + translated(pattern, "[^/]*");
      lostPath(translated(tree, "[^/]*") + files)
          .ifPresent(e -> problems.add(problem(item.start(), (tree + " " + pattern).strip(), e)));
    }
    return problems;
  }

  /** The name of a file, which meets it in whatever directory; not so for Docker. */
  private Optional<Problem> lostName(Item item, String name) {
    if (BARE.matcher(name).matches() && (isOfGit() || item.path().getLast().equals("ignore"))) {
      return lostPath("(?:.*/)?" + Pattern.quote(name) + "/.*")
          .map(entry -> problem(item.start(), name, entry));
    }
    if (path.endsWith(".dockerignore") || !NAME.matcher(name).matches()) {
      return Optional.empty();
    }
    return relocation.paths().entrySet().stream()
        .filter(entry -> RepoPaths.name(entry.getKey()).equals(name))
        .filter(entry -> !RepoPaths.name(entry.getValue()).equals(name))
        .filter(
            entry -> directory.old().isEmpty() || entry.getKey().startsWith(directory.old() + "/"))
        .min(Map.Entry.comparingByKey())
        .map(entry -> problem(item.start(), name, entry));
  }

  private boolean isOfGit() {
    return path.endsWith(".gitignore") || path.endsWith("CODEOWNERS");
  }

  private Problem problem(int at, String pattern, Map.Entry<String, String> lost) {
    int line = (int) text.substring(0, at).chars().filter(c -> c == '\n').count() + 1;
    return Problem.at(path, line, Code.M110, pattern, lost.getKey(), lost.getValue());
  }

  private Optional<Map.Entry<String, String>> lost(String pattern, Use use) {
    boolean ofDirectory = use == Use.LABEL || path.endsWith("MANIFEST.in");
    if (pattern.indexOf('/') >= 0 || ofDirectory) {
      return lostPath(pathPattern(pattern, use == Use.PATTERN || ofDirectory));
    }
    boolean name = (use == Use.NAME || use == Use.EITHER) && pattern.indexOf('.') > 0;
    return name ? lost(translated(pattern, ".*"), names()) : Optional.empty();
  }

  /** Seen from the directory of the document, which may move itself. */
  private Optional<Map.Entry<String, String>> lostPath(String expression) {
    Pattern before = Pattern.compile(below(directory.old()) + expression);
    Pattern after = Pattern.compile(below(directory.now()) + expression);
    return relocation.paths().entrySet().stream()
        .filter(entry -> before.matcher(entry.getKey()).matches())
        .filter(entry -> !after.matcher(entry.getValue()).matches())
        .min(Map.Entry.comparingByKey());
  }

  private static String below(String directory) {
    return directory.isEmpty() ? "" : Pattern.quote(directory + "/");
  }

  private static Optional<Map.Entry<String, String>> lost(
      String expression, Map<String, String> moved) {
    Pattern pattern = Pattern.compile(expression);
    return moved.entrySet().stream()
        .filter(entry -> pattern.matcher(entry.getKey()).matches())
        .filter(entry -> !pattern.matcher(entry.getValue()).matches())
        .min(Map.Entry.comparingByKey());
  }

  /** A star of git and of workflows stays within a component, that of Python's fnmatch does not. */
  private String pathPattern(String pattern, boolean ofGit) {
    String glob = pattern;
    while (glob.startsWith("./")) {
      glob = glob.substring(2);
    }
    String anchored = glob.startsWith("/") ? glob.substring(1) : glob;
    return translated(anchored, ofGit ? "[^/]*" : ".*") + "(?:/.*)?";
  }

  private static String translated(String glob, String star) {
    StringBuilder pattern = new StringBuilder();
    for (int i = 0; i < glob.length(); i++) {
      if (glob.startsWith("**/", i)) {
        pattern.append("(?:.*/)?");
        i += 2;
      } else if (glob.startsWith("**", i)) {
        pattern.append(".*");
        i++;
      } else if (glob.charAt(i) == '*') {
        pattern.append(star);
      } else if (glob.charAt(i) == '?') {
        pattern.append("[^/]");
      } else {
        pattern.append(Pattern.quote(String.valueOf(glob.charAt(i))));
      }
    }
    return pattern.toString();
  }
}
