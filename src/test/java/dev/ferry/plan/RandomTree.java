package dev.ferry.plan;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Packages of modules that refer to each other in every way there is. Each module has values of its
 * own and functions {@code s0}, {@code s1}, ... that tell what they reach. Modules import earlier
 * ones as they load, and any when they are called.
 */
final class RandomTree {
  private static final List<String> TOPS = List.of("alpha", "beta", "gamma", "core");
  private static final List<String> INNER = List.of("p", "q", "alpha", "beta", "types");
  private static final List<String> NAMES =
      List.of("m", "n", "alpha", "gamma", "json", "p", "work", "s", "core");

  private final Random random;
  private final String root;
  private final List<String> packages = new ArrayList<>();
  private final Set<String> regular = new TreeSet<>();
  private final List<String> modules = new ArrayList<>();

  /** By the path of the file: its parts, of which any but the first can be left out. */
  private final Map<String, List<RandomReferences.Part>> files = new LinkedHashMap<>();

  private final Map<String, String> lineEnds = new TreeMap<>();

  /** Modules that do not lie below the root. */
  private final Map<String, String> otherRoots = new TreeMap<>();

  /** Decides on what {@link WiderReferences} adds. */
  private final Random wider;

  private final boolean wide;

  RandomTree(long seed) {
    this(seed, true);
  }

  /**
   * @param wide whether the tree has what {@link WiderReferences} writes too
   */
  RandomTree(long seed, boolean wide) {
    this.random = new Random(seed);
    this.wider = new Random(~seed);
    this.wide = wide;
    this.root = random.nextInt(5) == 0 ? "src/" : "";
    makePackages();
    int count = 5 + random.nextInt(8);
    for (int i = 0; i < 40 && modules.size() < count; i++) {
      String package_ = random.nextInt(10) == 0 ? "" : pick(packages);
      String name = join(package_, pick(NAMES) + (random.nextInt(3) == 0 ? "" : "" + i));
      boolean standard = package_.isEmpty() && Set.of("json", "types").contains(name);
      if (!packages.contains(name)
          && !modules.contains(name)
          && !standard
          && !isNamedAsAbove(name)) {
        modules.add(name);
      }
    }
    if (wide) {
      addWider();
    }
    RandomReferences references = new RandomReferences(random, modules, packages, regular);
    for (int i = 0; i < modules.size(); i++) {
      add(path(modules.get(i)), references.module(i));
      if (random.nextInt(8) == 0) {
        add(path(modules.get(i)) + "i", references.stub(i));
      }
    }
    for (String package_ : regular) {
      add(root + package_.replace('.', '/') + "/__init__.py", references.packageFile(package_));
    }
    if (random.nextInt(3) == 0) {
      add("tests/test_all.py", references.test());
    }
    if (wide) {
      addWiderReferences();
    }
  }

  /** A package three steps deep with modules, and a namespace in two roots. */
  private void addWider() {
    if (wider.nextInt(3) == 0) {
      String top = packages.getFirst();
      for (String name : List.of("deep", "deep.er")) {
        packages.add(join(top, name));
        regular.add(join(top, name));
      }
      modules.add(join(top, "deep.d1"));
      modules.add(join(top, "deep.er.d2"));
    }
    if (wider.nextInt(3) == 0) {
      packages.add("shared");
      modules.add("shared.one");
      modules.add("shared.two");
      if (!root.isEmpty()) {
        otherRoots.put("shared.two", "shared/two.py");
      }
    }
  }

  private void addWiderReferences() {
    WiderReferences references = new WiderReferences(wider, modules, regular);
    for (String package_ : regular) {
      List<RandomReferences.Part> parts = parts(root + package_.replace('.', '/') + "/__init__.py");
      boolean lists = parts.stream().anyMatch(part -> part.body().startsWith("__all__"));
      parts.addAll(references.packageFile(package_, lists));
    }
    for (int i = 0; i < modules.size(); i++) {
      parts(path(modules.get(i))).addAll(references.module(i));
    }
  }

  private List<RandomReferences.Part> parts(String path) {
    return Objects.requireNonNull(files.get(path));
  }

  private void add(String path, List<RandomReferences.Part> parts) {
    files.put(path, parts);
    lineEnds.put(path, random.nextInt(12) == 0 ? "\r\n" : "\n");
  }

  private void makePackages() {
    for (String top : TOPS.subList(0, 2 + random.nextInt(3))) {
      addPackage(top);
      for (int i = random.nextInt(3); i > 0; i--) {
        String inner = join(top, pick(INNER));
        addPackage(inner);
        if (random.nextInt(3) == 0) {
          addPackage(join(inner, pick(INNER)));
        }
      }
    }
  }

  private void addPackage(String name) {
    if (!packages.contains(name) && !isNamedAsAbove(name)) {
      packages.add(name);
      if (random.nextInt(5) != 0) {
        regular.add(name);
      }
    }
  }

  /**
   * Whether a package above has the same last name: {@code import a.x} in it would bind {@code a},
   * which may or may not hide {@code a.a}, depending on who loads what first.
   */
  private static boolean isNamedAsAbove(String name) {
    return ("." + parent(name) + ".").contains("." + last(name) + ".");
  }

  /** What decides on the moves of a wider map; the others stay what they were. */
  Random wider() {
    return wider;
  }

  boolean isWide() {
    return wide;
  }

  Random random() {
    return random;
  }

  String root() {
    return root;
  }

  List<String> modules() {
    return modules;
  }

  List<String> packages() {
    return packages;
  }

  Set<String> regular() {
    return regular;
  }

  Set<String> paths() {
    return files.keySet();
  }

  String path(String module) {
    String below = root + module.replace('.', '/') + ".py";
    return otherRoots.getOrDefault(module, below);
  }

  MemoryTree tree() {
    return tree(files);
  }

  /** All parts that can be left out, to find out which of them a failure needs. */
  List<RandomReferences.Part> parts() {
    return files.values().stream().flatMap(List::stream).toList();
  }

  MemoryTree without(Set<RandomReferences.Part> left, Set<String> leftPaths) {
    Map<String, List<RandomReferences.Part>> fewer = new LinkedHashMap<>();
    files.forEach(
        (path, parts) -> {
          if (!leftPaths.contains(path)) {
            fewer.put(path, parts.stream().filter(part -> !left.contains(part)).toList());
          }
        });
    return tree(fewer);
  }

  private MemoryTree tree(Map<String, List<RandomReferences.Part>> chosen) {
    Map<String, byte[]> bytes = new TreeMap<>();
    chosen.forEach(
        (path, parts) -> {
          StringBuilder text = new StringBuilder();
          parts.forEach(part -> text.append(part.head()));
          parts.forEach(part -> text.append(part.body()));
          String lines = text.toString().replace("\n", lineEnds.get(path));
          bytes.put(path, lines.getBytes(StandardCharsets.UTF_8));
        });
    return new MemoryTree(bytes);
  }

  /** How a file of the package spells a module or package; absolute where nothing is shared. */
  static String relative(String package_, String name) {
    String common = package_;
    int dots = 1;
    while (!common.isEmpty() && !name.equals(common) && !name.startsWith(common + ".")) {
      common = parent(common);
      dots++;
    }
    if (common.isEmpty()) {
      return name;
    }
    String rest = name.equals(common) ? "" : name.substring(common.length() + 1);
    return ".".repeat(dots) + rest;
  }

  static String parent(String name) {
    int dot = name.lastIndexOf('.');
    return dot < 0 ? "" : name.substring(0, dot);
  }

  static String last(String name) {
    return name.substring(name.lastIndexOf('.') + 1);
  }

  static String join(String package_, String name) {
    return package_.isEmpty() ? name : package_ + "." + name;
  }

  private <T> T pick(List<T> list) {
    return list.get(random.nextInt(list.size()));
  }
}
