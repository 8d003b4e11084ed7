package dev.ferry.python.documents;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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

  private static final Pattern NAMED = Pattern.compile("\\$(?:\\{(\\w+)\\}[\"']?|(\\w+)[\"'])$");

  private static final int LONGEST = 60;

  private final Map<String, Standpoint> directories = new HashMap<>();
  private final Set<String> several = new HashSet<>();

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

  /** Where the directory is that stands before a run of the characters of paths, or begins it. */
  Optional<Below> before(String text, int from, int run, int end) {
    int slash = text.indexOf('/', run);
    if (slash < 0 || slash + 1 >= end) {
      return Optional.empty();
    }
    if (run > from && text.charAt(run - 1) == '$') {
      return get(text.substring(run, slash)).map(found -> new Below(found, slash + 1));
    }
    if (slash != run || run == from || ")}\"'".indexOf(text.charAt(run - 1)) < 0) {
      return Optional.empty();
    }
    String before = text.substring(Math.max(from, run - LONGEST), run);
    if (ITSELF.matcher(before).find()) {
      Standpoint itself = new Standpoint(Standpoint.Start.DOCUMENT, "");
      return Optional.of(new Below(itself, slash + 1));
    }
    Matcher named = NAMED.matcher(before);
    return named.find()
        ? get(named.group(1) == null ? named.group(2) : named.group(1))
            .map(found -> new Below(found, slash + 1))
        : Optional.empty();
  }
}
