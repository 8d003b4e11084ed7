package dev.ferry.lanes;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

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

  private LaneGraph(String[] names, BitSet external, int[] sources, int[] targets, int[][] lines) {
    this.names = names;
    this.numbers = HashMap.newHashMap(names.length);
    for (int i = 0; i < names.length; i++) {
      numbers.put(names[i], i);
    }
    this.external = external;
    this.sources = sources;
    this.targets = targets;
    this.lines = lines;
    this.starts = new int[names.length + 1];
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
   * Collects modules and imports. A tree has tens of thousands of imports and is looked at once for
   * each candidate of a run, so they are numbers from the start.
   */
  static final class Builder {
    private final Map<String, Integer> added = new HashMap<>();
    private final List<String> names = new ArrayList<>();
    private final BitSet external = new BitSet();
    private int[] importers = new int[1 << 10];

    /** What is imported, in the upper half, and the line. */
    private long[] imports = new long[1 << 10];

    private int count;

    /**
     * A module of the roots, or of elsewhere: such a one stands for all that lies in it. What it
     * was added as first, it stays.
     *
     * @return its number until the graph is built
     */
    int module(String name, boolean isExternal) {
      Integer known = added.putIfAbsent(name, names.size());
      if (known != null) {
        return known;
      }
      external.set(names.size(), isExternal);
      names.add(name);
      return names.size() - 1;
    }

    /** An import that stands on this line, between modules that were added. */
    void imports(int importer, int imported, int line) {
      if (count == imports.length) {
        importers = Arrays.copyOf(importers, 2 * count);
        imports = Arrays.copyOf(imports, 2 * count);
      }
      importers[count] = importer;
      imports[count] = (long) imported << 32 | line;
      count++;
    }

    LaneGraph build() {
      String[] sorted = names.toArray(String[]::new);
      Arrays.sort(sorted, ModuleNames::compare);
      int[] numbers = new int[sorted.length];
      BitSet elsewhere = new BitSet();
      for (int i = 0; i < sorted.length; i++) {
        int before = added.getOrDefault(sorted[i], 0);
        numbers[before] = i;
        elsewhere.set(i, external.get(before));
      }
      return joined(sorted, elsewhere, byImporter(numbers), numbers);
    }

    /** Where in the list of all imports those of each importer begin, by its number after. */
    private int[] byImporter(int[] numbers) {
      int[] starts = new int[numbers.length + 1];
      for (int i = 0; i < count; i++) {
        starts[numbers[importers[i]] + 1]++;
      }
      for (int i = 1; i < starts.length; i++) {
        starts[i] += starts[i - 1];
      }
      return starts;
    }

    /** One edge for all imports between the same two modules, with their lines. */
    private LaneGraph joined(String[] sorted, BitSet elsewhere, int[] starts, int[] numbers) {
      long[] placed = new long[count];
      int[] next = starts.clone();
      for (int i = 0; i < count; i++) {
        long target = numbers[(int) (imports[i] >>> 32)];
        placed[next[numbers[importers[i]]]++] = target << 32 | (int) imports[i];
      }
      int[] sources = new int[count];
      int[] targets = new int[count];
      int[][] lines = new int[count][];
      int edges = 0;
      for (int importer = 0; importer < sorted.length; importer++) {
        int end = starts[importer + 1];
        Arrays.sort(placed, starts[importer], end);
        for (int at = starts[importer]; at < end; edges++) {
          int from = at;
          int target = (int) (placed[at] >>> 32);
          while (at < end && (int) (placed[at] >>> 32) == target) {
            at++;
          }
          sources[edges] = importer;
          targets[edges] = target;
          lines[edges] = lines(placed, from, at);
        }
      }
      return new LaneGraph(
          sorted,
          elsewhere,
          Arrays.copyOf(sources, edges),
          Arrays.copyOf(targets, edges),
          Arrays.copyOf(lines, edges));
    }

    /** Sorted, each once. */
    private static int[] lines(long[] placed, int from, int to) {
      int[] lines = new int[to - from];
      int found = 0;
      for (int i = from; i < to; i++) {
        int line = (int) placed[i];
        if (found == 0 || lines[found - 1] != line) {
          lines[found++] = line;
        }
      }
      return found == lines.length ? lines : Arrays.copyOf(lines, found);
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
