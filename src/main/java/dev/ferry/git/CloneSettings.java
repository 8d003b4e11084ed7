package dev.ferry.git;

import dev.ferry.process.ProgramResult.Ended;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The configuration of ferry's clone: nothing runs by itself, files come out as the commit has
 * them, and filters run only where they are allowed.
 *
 * @param text of a git configuration file
 * @param neutralised names of the filters that do not run
 */
record CloneSettings(String text, List<String> neutralised) {
  private static final String FIXED =
      """
      # written by ferry, and again whenever it changes
      [core]
      	hooksPath = /dev/null
      	fsmonitor = false
      	untrackedCache = false
      	splitIndex = false
      	logAllRefUpdates = false
      	autocrlf = false
      [gc]
      	auto = 0
      [maintenance]
      	auto = false
      [submodule]
      	recurse = false
      [advice]
      	detachedHead = false
      """;

  CloneSettings {
    neutralised = List.copyOf(neutralised);
  }

  static CloneSettings of(Repository repository, Set<String> allowed) {
    Map<String, Map<String, String>> filters = filters(repository);
    StringBuilder text = new StringBuilder(FIXED);
    filters.forEach((name, values) -> section(text, name, values, allowed.contains(name)));
    if (filters.containsKey("lfs") && allowed.contains("lfs")) {
      text.append("[lfs]\n\tstorage = ")
          .append(quoted(repository.commonDirectory().resolve("lfs").toString()))
          .append('\n');
    }
    Set<String> neutralised = new TreeSet<>(filters.keySet());
    neutralised.removeAll(allowed);
    return new CloneSettings(text.toString(), List.copyOf(neutralised));
  }

  /** Every filter of the user's settings, wherever they stand, with its commands. */
  private static Map<String, Map<String, String>> filters(Repository repository) {
    Ended ended =
        repository.calls().attempt("config", "-z", "--includes", "--get-regexp", "^filter\\.");
    Map<String, Map<String, String>> filters = new TreeMap<>();
    for (String setting : new String(ended.output().stdout(), StandardCharsets.UTF_8).split("\0")) {
      String[] keyAndValue = setting.split("\n", 2);
      String key = keyAndValue[0];
      int last = key.lastIndexOf('.');
      if (key.startsWith("filter.") && last > "filter.".length()) {
        filters
            .computeIfAbsent(key.substring("filter.".length(), last), name -> new TreeMap<>())
            .put(key.substring(last + 1), keyAndValue.length > 1 ? keyAndValue[1] : "true");
      }
    }
    return filters;
  }

  private static void section(
      StringBuilder text, String name, Map<String, String> values, boolean allowed) {
    text.append("[filter ").append(quoted(name)).append("]\n");
    Map<String, String> effective =
        allowed ? values : Map.of("clean", "", "smudge", "", "process", "", "required", "false");
    new TreeMap<>(effective)
        .forEach(
            (key, value) ->
                text.append('\t').append(key).append(" = ").append(quoted(value)).append('\n'));
  }

  private static String quoted(String value) {
    return '"'
        + value
            .replace("\\", "\\\\")
            .replace("\"", "\\\"")
            .replace("\n", "\\n")
            .replace("\t", "\\t")
        + '"';
  }
}
