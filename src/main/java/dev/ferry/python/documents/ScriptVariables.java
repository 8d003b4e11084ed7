package dev.ferry.python.documents;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The directories that a script keeps in variables, and those that it names by its own place. A
 * variable that is given several directories is none of them.
 */
final class ScriptVariables {
  /** {@code $(dirname "$0")} and its like, up to a path. */
  private static final Pattern ITSELF =
      Pattern.compile(
          "\\$(?:\\(\\s*dirname\\s+(?:--\\s+)?[\"']?\\$(?:0|\\{?BASH_SOURCE(?:\\[0\\])?\\}?)[\"']?\\s*\\)"
              + "|\\{(?:0|BASH_SOURCE(?:\\[0\\])?)%/\\*\\})[\"']?$");

  /** A variable as shells, make, Windows and pipelines write it, up to a path or name. */
  private static final String VARIABLE =
      "(?:\\$\\{\\{\\s*(?:env|vars|variables)\\.(\\w+)\\s*\\}\\}"
          + "|\\$\\{(?:env[.:])?(\\w+)\\}"
          + "|(?<!\\$)\\$\\((\\w+)\\)"
          + "|\\$\\$?(?:env:)?(\\w+)"
          + "|%(\\w+)%"
          + "|!(\\w+)!"
          + "|(?<!\\$)\\{\\{\\s*\\.?([\\w-]+)\\s*\\}\\}"
          + "|\\{\\[\\w+\\](\\w+)\\})";

  private static final Pattern NAMED = Pattern.compile(VARIABLE + "[\"']?$");

  private static final Pattern LEADING = Pattern.compile(VARIABLE + "(?=[/\\\\]|$)");

  private static final int LONGEST = 60;

  private final Map<String, Standpoint> directories = new HashMap<>();
  private final Set<String> several = new HashSet<>();

  /** What they are given as it is spelled, and where the directories among it stand. */
  private final Map<String, String> values = new HashMap<>();

  private final Map<String, Set<String>> all = new HashMap<>();

  private final Set<Integer> places = new HashSet<>();

  /** A path behind a directory, and where that is. */
  record Below(Standpoint directory, int start) {}

  void put(String name, Optional<Standpoint> directory) {
    Standpoint before = directory.isPresent() ? directories.put(name, directory.get()) : null;
    boolean other = before != null && !before.equals(directory.get());
    if (directory.isEmpty() || other || several.contains(name)) {
      several.add(name);
      directories.remove(name);
    }
  }

  Optional<Standpoint> get(String name) {
    return Optional.ofNullable(directories.get(name));
  }

  /** A variable that a document declares, besides what its shells assign. */
  void declare(String name, Optional<Standpoint> directory, String value) {
    all.computeIfAbsent(name, key -> new TreeSet<>()).add(value);
    String before = values.put(name, value);
    if (several.contains(name) || (before != null && !before.equals(value))) {
      forget(name);
    } else {
      directory.ifPresent(found -> directories.putIfAbsent(name, found));
    }
  }

  void forget(String name) {
    several.add(name);
    directories.remove(name);
    values.remove(name);
  }

  /** The values that a variable before a path is given in the document. */
  Set<String> possible(String text, int from, int run, int end) {
    int slash = separator(text, run, end);
    return slash < 0 || all.isEmpty()
        ? Set.of()
        : name(text, from, slash).map(all::get).orElse(Set.of());
  }

  void directoryAt(int place) {
    places.add(place);
  }

  /** Whether what stands here is the directory that a variable is given. */
  boolean isDirectoryAt(int place) {
    return places.contains(place);
  }

  /** The beginning of a name that a variable stands for which ends before this place. */
  Optional<String> value(String text, int from, int end) {
    return name(text, from, end).filter(name -> !several.contains(name)).map(values::get);
  }

  private static Optional<String> name(String text, int from, int end) {
    int start = Math.max(Math.min(from, end), end - LONGEST);
    Matcher named = NAMED.matcher(text.substring(start, end));
    return named.find() && !isWithinWord(text, start + named.start())
        ? Optional.of(name(named))
        : Optional.empty();
  }

  private static String name(Matcher variable) {
    for (int group = 1; group <= variable.groupCount(); group++) {
      if (variable.group(group) != null) {
        return variable.group(group);
      }
    }
    return "";
  }

  /** The directory that the path begins with, and where the rest of the path is. */
  Optional<Below> leading(String path) {
    Matcher variable = LEADING.matcher(path);
    return variable.lookingAt()
        ? get(name(variable)).map(found -> new Below(found, variable.end()))
        : Optional.empty();
  }

  /** Whether the variable goes on in what stands before it. */
  private static boolean isWithinWord(String text, int at) {
    char before = at == 0 ? ' ' : text.charAt(at - 1);
    return Character.isLetterOrDigit(before) || "_./-})%".indexOf(before) >= 0;
  }

  /** Where the directory is that stands before a run of the characters of paths, or begins it. */
  Optional<Below> before(String text, int from, int run, int end) {
    int slash = separator(text, run, end);
    if (slash < 0 || slash + 1 >= end) {
      return Optional.empty();
    }
    boolean begun = run > from && "$:".indexOf(text.charAt(run - 1)) >= 0;
    boolean behind = slash == run && run > 1 && ")}\"'%!".indexOf(text.charAt(run - 1)) >= 0;
    boolean expression = run == from && text.startsWith("}}", Math.max(0, run - 2));
    if (!begun && !(behind && (run > from || expression))) {
      return Optional.empty();
    }
    int first = expression ? Math.max(0, run - LONGEST) : from;
    String before = text.substring(Math.max(first, slash - LONGEST), slash);
    if (ITSELF.matcher(before).find()) {
      Standpoint itself = new Standpoint(Standpoint.Start.DOCUMENT, "");
      return Optional.of(new Below(itself, slash + 1));
    }
    return name(text, first, slash).flatMap(this::get).map(found -> new Below(found, slash + 1));
  }

  private static int separator(String text, int from, int end) {
    for (int i = from; i < end; i++) {
      if (text.charAt(i) == '/' || text.charAt(i) == '\\') {
        return i;
      }
    }
    return -1;
  }
}
