package dev.ferry.python.documents;

import dev.ferry.model.Code;
import dev.ferry.model.Confidence;
import dev.ferry.model.Problem;
import dev.ferry.python.documents.RunRewriter.Change;
import dev.ferry.python.rewriting.ModuleNames;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Names that are relative to the containers of an import contract: its layers, and what an
 * exhaustive contract leaves out. A layer that went to one place within all its containers is
 * renamed; one that left a container cannot be named any more, which is told.
 */
final class ContainedNames {
  private static final Set<String> RELATIVE = Set.of("layers", "exhaustive_ignores");
  private static final Pattern NAME = Pattern.compile("[A-Za-z_\\x80-\\xff][\\w.\\x80-\\xff]*");

  private final String path;
  private final String text;
  private final ModuleNames names;
  private final Map<String, Set<String>> containers = new HashMap<>();
  private final List<Problem> notes = new ArrayList<>();

  ContainedNames(String path, String text, ModuleNames names, List<Item> items) {
    this.path = path;
    this.text = text;
    this.names = names;
    for (Item item : items) {
      if (!item.isKey() && key(item).equals("containers")) {
        Set<String> found = containers.computeIfAbsent(contract(item), k -> new LinkedHashSet<>());
        Matcher name = NAME.matcher(text).region(item.start(), item.end());
        while (name.find()) {
          found.add(Latin.decode(name.group()));
        }
      }
    }
  }

  /** Whether the item holds names that are seen from containers. */
  boolean holds(Item item) {
    return !item.isKey() && RELATIVE.contains(key(item)) && containers.containsKey(contract(item));
  }

  List<Change> changes(Item item) {
    List<Change> changes = new ArrayList<>();
    Matcher name = NAME.matcher(text).region(item.start(), item.end());
    while (name.find()) {
      String layer = Latin.decode(name.group());
      Map<String, String> now = now(layer, containers.getOrDefault(contract(item), Set.of()));
      Set<String> within = new LinkedHashSet<>(now.values());
      boolean direct = key(item).equals("exhaustive_ignores");
      if (direct && within.removeIf(rest -> rest.contains("."))) {
        within.add(""); // only what lies directly in a container can be left out
      }
      if (within.size() == 1 && !within.contains("") && !within.contains(layer)) {
        String renamed = within.iterator().next();
        changes.add(new Change(name.start(), name.end(), renamed, layer, renamed, Confidence.HIGH));
      } else if (within.size() > 1 || within.contains("")) {
        now.forEach((full, rest) -> tell(name.start(), layer, full, rest));
      }
    }
    return changes;
  }

  List<Problem> notes() {
    return List.copyOf(notes);
  }

  private void tell(int at, String layer, String full, String rest) {
    if (!rest.equals(layer)) {
      int line = (int) text.substring(0, at).chars().filter(c -> c == '\n').count() + 1;
      notes.add(Problem.at(path, line, Code.M093, layer, full, names.moved(full)));
    }
  }

  /** By the full name of each module that the layer stands for: how its container names it now. */
  private Map<String, String> now(String layer, Set<String> within) {
    Map<String, String> now = new LinkedHashMap<>();
    for (String container : within) {
      String full = container + "." + layer;
      if (names.existed(full)) {
        String start = names.moved(container) + ".";
        String moved = names.moved(full);
        now.put(full, moved.startsWith(start) ? moved.substring(start.length()) : "");
      }
    }
    return now;
  }

  private static String key(Item item) {
    return item.path().isEmpty() ? "" : item.path().getLast();
  }

  /** Items of one contract have the same table above them. */
  private static String contract(Item item) {
    return item.group() + ":" + item.path().subList(0, Math.max(0, item.path().size() - 1));
  }
}
