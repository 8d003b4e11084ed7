package dev.ferry.lanes;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Which module imports which, in numbers: modules are numbered in the order of their names, so that
 * a package and its descendants are a range, and imports in the order of their ends. Immutable.
 */
final class LaneGraph {
  private final String[] names;
  private final Map<String, Integer> numbers;
  private final BitSet external;
  private final int[] starts;
  private final int[] targets;
  private final int[] sources;
  private final int[][] lines;
  private final int[] reverseStarts;
  private final int[] reverse;

  private LaneGraph(TreeMap<String, Boolean> modules, Map<Long, TreeSet<Integer>> imports) {
    this.names = modules.keySet().toArray(String[]::new);
    this.numbers = HashMap.newHashMap(names.length);
    this.external = new BitSet();
    for (int i = 0; i < names.length; i++) {
      numbers.put(names[i], i);
      external.set(i, modules.getOrDefault(names[i], false));
    }
    List<Map.Entry<Long, TreeSet<Integer>>> sorted = new ArrayList<>(imports.entrySet());
    sorted.sort(Map.Entry.comparingByKey());
    this.starts = new int[names.length + 1];
    this.targets = new int[sorted.size()];
    this.sources = new int[sorted.size()];
    this.lines = new int[sorted.size()][];
    for (int i = 0; i < targets.length; i++) {
      long ends = sorted.get(i).getKey();
      sources[i] = (int) (ends >>> 32);
      targets[i] = (int) ends;
      lines[i] = sorted.get(i).getValue().stream().mapToInt(Integer::intValue).toArray();
    }
    fillStarts(sources, starts);
    this.reverse = byTarget();
    this.reverseStarts = new int[names.length + 1];
    fillStarts(Arrays.stream(reverse).map(i -> targets[i]).toArray(), reverseStarts);
  }

  private static void fillStarts(int[] sorted, int[] starts) {
    int at = 0;
    for (int node = 0; node < starts.length; node++) {
      while (at < sorted.length && sorted[at] < node) {
        at++;
      }
      starts[node] = at;
    }
  }

  private int[] byTarget() {
    long[] keys = new long[targets.length];
    for (int i = 0; i < keys.length; i++) {
      keys[i] = (long) targets[i] << 32 | i;
    }
    Arrays.sort(keys);
    return Arrays.stream(keys).mapToInt(key -> (int) key).toArray();
  }

  /**
   * Collects modules and imports. Numbers of modules are those of their adding until it is built.
   */
  static final class Builder {
    private final Map<String, Boolean> modules = new TreeMap<>(ModuleNames::compare);
    private final Map<String, Map<String, TreeSet<Integer>>> imports = new HashMap<>();

    /** A module of the roots, or of elsewhere: such a one stands for all that lies in it. */
    Builder module(String name, boolean isExternal) {
      modules.putIfAbsent(name, isExternal);
      return this;
    }

    /** An import that stands on this line; both ends must have been added. */
    Builder imports(String importer, String imported, int line) {
      imports
          .computeIfAbsent(importer, any -> new HashMap<>())
          .computeIfAbsent(imported, any -> new TreeSet<>())
          .add(line);
      return this;
    }

    LaneGraph build() {
      TreeMap<String, Boolean> sorted = new TreeMap<>(ModuleNames::compare);
      sorted.putAll(modules);
      Map<String, Integer> numbers = HashMap.newHashMap(sorted.size());
      sorted.keySet().forEach(name -> numbers.put(name, numbers.size()));
      Map<Long, TreeSet<Integer>> keyed = new HashMap<>();
      imports.forEach(
          (importer, all) ->
              all.forEach(
                  (imported, lines) ->
                      keyed.put(
                          (long) numbers.getOrDefault(importer, 0) << 32
                              | numbers.getOrDefault(imported, 0),
                          lines)));
      return new LaneGraph(sorted, keyed);
    }
  }

  int size() {
    return names.length;
  }

  int importCount() {
    return targets.length;
  }

  String name(int module) {
    return names[module];
  }

  /** The module's number, or -1 where there is none of that name. */
  int number(String name) {
    return numbers.getOrDefault(name, -1);
  }

  boolean contains(String name) {
    return numbers.containsKey(name);
  }

  boolean isExternal(int module) {
    return external.get(module);
  }

  /** All modules that an expression means: the one of that name, or those that match. */
  List<Integer> matching(ModuleExpression expression) {
    if (!expression.hasWildcard()) {
      int number = number(expression.text());
      return number < 0 ? List.of() : List.of(number);
    }
    List<Integer> matching = new ArrayList<>();
    for (int i = 0; i < names.length; i++) {
      if (expression.matches(names[i])) {
        matching.add(i);
      }
    }
    return matching;
  }

  /** The module after the last one that lies in this one. */
  int endOf(int module) {
    int end = module + 1;
    while (end < names.length && ModuleNames.isWithin(names[end], names[module])) {
      end++;
    }
    return end;
  }

  /** The module, and all that lies in it where it is to be seen as a package. */
  BitSet range(int module, boolean asPackage) {
    BitSet range = new BitSet();
    range.set(module, asPackage ? endOf(module) : module + 1);
    return range;
  }

  /** The modules right below, in the order of their names. */
  List<Integer> children(int module) {
    List<Integer> children = new ArrayList<>();
    int from = names[module].length() + 1;
    for (int i = module + 1;
        i < names.length && ModuleNames.isWithin(names[i], names[module]);
        i++) {
      if (names[i].indexOf('.', from) < 0) {
        children.add(i);
      }
    }
    return children;
  }

  /** The first of a module's imports. They go on to the first of the next module. */
  int firstImport(int module) {
    return starts[module];
  }

  int importer(int edge) {
    return sources[edge];
  }

  int imported(int edge) {
    return targets[edge];
  }

  /** The number of the import, or -1 where there is none. */
  int find(int importer, int imported) {
    int found = Arrays.binarySearch(targets, starts[importer], starts[importer + 1], imported);
    return Math.max(found, -1);
  }

  /** Sorted, each once. */
  List<Integer> lines(int edge) {
    return Arrays.stream(lines[edge]).boxed().toList();
  }

  /** Place of the first import of this module in {@link #reverse}. */
  int firstReverse(int module) {
    return reverseStarts[module];
  }

  /** The number of the import at a place of the list that is sorted by what is imported. */
  int reverse(int place) {
    return reverse[place];
  }
}
