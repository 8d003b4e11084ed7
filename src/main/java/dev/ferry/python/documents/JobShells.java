package dev.ferry.python.documents;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the jobs of a pipeline take over from others: where a shell stands after the commands that
 * an anchor, a {@code !reference} or a job named by {@code extends} put before its own.
 */
final class JobShells {
  private static final Pattern REFERENCE =
      Pattern.compile(
          "!reference\\s*\\[\\s*[\"']?([^,\\]\"']+?)[\"']?\\s*,\\s*[\"']?([\\w-]+)[\"']?\\s*\\]");

  private static final Pattern ALIAS = Pattern.compile("\\*([\\w.-]+)");

  private static final Pattern NAME = Pattern.compile("[\\w.:-]+");

  /** Longer chains of jobs are a circle. */
  private static final int DEEPEST = 8;

  private final String text;
  private final Map<List<String>, Standpoint> ends = new HashMap<>();
  private final Map<String, List<String>> anchors = new HashMap<>();
  private final Map<List<String>, List<List<String>>> bases = new HashMap<>();

  JobShells(String text, List<Item> items) {
    this.text = text;
    for (Item item : items) {
      char first = text.charAt(item.start());
      if (first == '&') {
        anchors.putIfAbsent(text.substring(item.start() + 1, item.end()).strip(), item.path());
      }
      String key = item.path().isEmpty() ? "" : item.path().getLast();
      if (key.equals("extends") || key.equals("<<")) {
        bases(item, key.equals("extends"));
      }
    }
  }

  private void bases(Item item, boolean byName) {
    List<String> job = item.path().subList(0, item.path().size() - 1);
    Matcher name = (byName ? NAME : ALIAS).matcher(text).region(item.start(), item.end());
    while (name.find()) {
      List<String> base = byName ? List.of(name.group()) : anchors.get(name.group(1));
      if (base != null) {
        bases.computeIfAbsent(job, key -> new ArrayList<>()).add(base);
      }
    }
  }

  /** Remembers where the shell stands that has read the commands below these keys. */
  void end(List<String> path, Standpoint now) {
    ends.put(path, now);
  }

  /**
   * Where a shell stands behind what a piece of a list stands for; nothing where it is a command.
   */
  Optional<Standpoint> standsFor(Item item, Standpoint otherwise) {
    Matcher reference = REFERENCE.matcher(text).region(item.start(), item.end());
    if (reference.lookingAt()) {
      List<String> path = List.of(reference.group(1), reference.group(2));
      return Optional.of(ends.getOrDefault(path, otherwise));
    }
    Matcher alias = ALIAS.matcher(text).region(item.start(), item.end());
    if (!alias.matches()) {
      return Optional.empty();
    }
    List<String> path = anchors.get(alias.group(1));
    return Optional.of(path == null ? otherwise : ends.getOrDefault(path, otherwise));
  }

  /** Where the commands of a job begin that has none before its script but those taken over. */
  Optional<Standpoint> inherited(List<String> job) {
    return inherited(job, 0);
  }

  private Optional<Standpoint> inherited(List<String> job, int depth) {
    List<List<String>> from = bases.getOrDefault(job, List.of());
    for (int i = from.size() - 1; i >= 0 && depth < DEEPEST; i--) {
      List<String> before = new ArrayList<>(from.get(i));
      before.add("before_script");
      Standpoint end = ends.get(before);
      Optional<Standpoint> found =
          end == null ? inherited(from.get(i), depth + 1) : Optional.of(end);
      if (found.isPresent()) {
        return found;
      }
    }
    return Optional.empty();
  }
}
