package dev.ferry.plan;

import dev.ferry.model.Move;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Packages of modules that import each other in every way there is. Each module has an {@code ID}
 * of its own, and {@code seen()} tells the IDs that it reaches through its imports.
 */
final class RandomTree {
  private final Random random;
  private final Map<String, String> files = new TreeMap<>();
  private final List<String> packages = new ArrayList<>();
  private final List<String> modules = new ArrayList<>();

  RandomTree(long seed) {
    this.random = new Random(seed);
    makePackages();
    for (int i = 0; i < 10; i++) {
      String package_ = random.nextInt(8) == 0 ? "" : pick(packages);
      String name = join(package_, pick(List.of("m", "n", "util", "core", "k")) + i);
      modules.add(name);
    }
    for (int i = 0; i < modules.size(); i++) {
      files.put(path(modules.get(i)), module(i));
    }
  }

  private void makePackages() {
    for (String top : List.of("a", "b", "c")) {
      addPackage(top);
      for (int i = 0; i < 2; i++) {
        if (random.nextBoolean()) {
          String inner = top + "." + pick(List.of("p", "q", "a"));
          addPackage(inner);
          if (random.nextInt(3) == 0) {
            addPackage(inner + "." + pick(List.of("s", "t")));
          }
        }
      }
    }
  }

  private void addPackage(String name) {
    if (!packages.contains(name)) {
      packages.add(name);
      if (random.nextInt(5) != 0) {
        files.put(path(name).replace(".py", "/__init__.py"), ownId(name));
      }
    }
  }

  private static String ownId(String name) {
    return "ID = '" + name + "'\n\n\ndef seen():\n    return [ID]\n";
  }

  MemoryTree tree() {
    Map<String, byte[]> bytes = new TreeMap<>();
    files.forEach((path, text) -> bytes.put(path, text.getBytes(StandardCharsets.UTF_8)));
    return new MemoryTree(bytes);
  }

  /** Moves that do not get into each other's way; modules and packages, near and far. */
  List<Move> moves() {
    List<Move> moves = new ArrayList<>();
    Set<String> taken = new TreeSet<>();
    int wanted = 1 + random.nextInt(4);
    for (int i = 0; i < 20 && moves.size() < wanted; i++) {
      boolean whole = random.nextInt(4) == 0;
      String source = whole ? pick(packages) : pick(modules);
      String target = target(source);
      String from = whole ? source.replace('.', '/') : path(source);
      String to = whole ? target.replace('.', '/') : path(target);
      boolean free =
          taken.stream().noneMatch(other -> overlaps(other, from) || overlaps(other, to))
              && files.keySet().stream()
                  .noneMatch(path -> overlaps(path, to) || overlaps(path, path(target)));
      if (free && !overlaps(from, to)) {
        taken.add(from);
        taken.add(to);
        moves.add(MemoryTree.move(from, to));
      }
    }
    return moves;
  }

  private String target(String source) {
    String last = source.substring(source.lastIndexOf('.') + 1);
    String name = random.nextInt(3) == 0 ? "fresh" + random.nextInt(9) : last;
    return switch (random.nextInt(5)) {
      case 0 -> join("x.y", name);
      case 1 -> name;
      default -> join(pick(packages), name);
    };
  }

  private static boolean overlaps(String one, String other) {
    return one.equals(other) || one.startsWith(other + "/") || other.startsWith(one + "/");
  }

  private String module(int index) {
    String own = modules.get(index);
    String package_ = parent(own);
    StringBuilder head = new StringBuilder("ID = '" + own + "'\n");
    StringBuilder body = new StringBuilder("\n\ndef seen():\n    found = [ID]\n");
    for (int i = 0; i < 4 && index > 0; i++) {
      String other = modules.get(random.nextInt(index));
      List<String> siblings =
          modules.subList(0, index).stream()
              .filter(name -> parent(name).equals(parent(other)))
              .toList();
      String more = pick(siblings);
      importInto(head, body, package_, other, more, i);
    }
    return head + body.append("    return found\n").toString();
  }

  private void importInto(
      StringBuilder head, StringBuilder body, String own, String other, String more, int number) {
    String last = other.substring(other.lastIndexOf('.') + 1);
    String moreLast = more.substring(more.lastIndexOf('.') + 1);
    String from = random.nextBoolean() ? relative(own, parent(other)) : parent(other);
    String alias = "v" + number;
    boolean lazy = random.nextInt(3) == 0;
    StringBuilder at = lazy ? body : head;
    String indent = lazy ? "    " : "";
    boolean top = from.isEmpty();
    switch (random.nextInt(top ? 3 : 8)) {
      case 0 -> {
        at.append(indent).append("import ").append(other).append("\n");
        body.append("    found.append(").append(other).append(".ID)\n");
      }
      case 1 -> {
        at.append(indent).append("import " + other + " as " + alias + ", os\n");
        body.append("    found.append(").append(alias).append(".ID)\n");
      }
      case 2 -> {
        at.append(indent).append("import importlib\n");
        body.append("    found.append(importlib.import_module('" + other + "').ID)\n");
      }
      case 3 -> {
        at.append(indent).append("from " + from + " import " + last + " as " + alias + "\n");
        body.append("    found.append(").append(alias).append(".ID)\n");
      }
      case 4 -> {
        at.append(indent).append("from " + from + " import " + last + ", " + moreLast + "\n");
        body.append("    found += [" + last + ".ID, " + moreLast + ".ID]\n");
      }
      case 5 -> {
        at.append(indent).append("from " + from + " import (\n");
        at.append(indent).append("    " + last + " as " + alias + ",  # one\n");
        at.append(indent).append("    " + moreLast + ",  # two\n" + indent + ")\n");
        body.append("    found += [" + alias + ".ID, " + moreLast + ".ID]\n");
      }
      case 6 -> {
        String dotted = from.endsWith(".") ? from + last : from + "." + last;
        at.append(indent).append("from " + dotted + " import ID as " + alias + "\n");
        body.append("    found.append(").append(alias).append(")\n");
      }
      default -> {
        String above = parent(other);
        String start = above.substring(above.lastIndexOf('.') + 1);
        at.append(indent).append("import " + other + "\n");
        if (!parent(above).isEmpty()) {
          at.append(indent).append("from " + parent(above) + " import " + start + " as p" + number);
        } else {
          at.append(indent).append("import " + above + " as p" + number);
        }
        at.append("\n");
        body.append("    found.append(p" + number + "." + last + ".ID)\n");
      }
    }
  }

  /** The relative spelling of a package; absolute where there is none. */
  private static String relative(String own, String package_) {
    String common = own;
    int dots = 1;
    while (!common.isEmpty() && !package_.equals(common) && !package_.startsWith(common + ".")) {
      common = parent(common);
      dots++;
    }
    if (common.isEmpty()) {
      return package_;
    }
    String rest = package_.equals(common) ? "" : package_.substring(common.length() + 1);
    return ".".repeat(dots) + rest;
  }

  private static String path(String module) {
    return module.replace('.', '/') + ".py";
  }

  private static String parent(String name) {
    int dot = name.lastIndexOf('.');
    return dot < 0 ? "" : name.substring(0, dot);
  }

  private static String join(String package_, String name) {
    return package_.isEmpty() ? name : package_ + "." + name;
  }

  private <T> T pick(List<T> list) {
    return list.get(random.nextInt(list.size()));
  }
}
