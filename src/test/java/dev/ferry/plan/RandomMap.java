package dev.ferry.plan;

import dev.ferry.model.Move;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;

/** Moves for a random tree: modules and packages, near and far, chains and swaps. */
final class RandomMap {
  private final Random random;
  private final RandomTree tree;
  private final List<Move> moves = new ArrayList<>();
  private final Set<String> taken = new TreeSet<>();

  RandomMap(RandomTree tree) {
    this.tree = tree;
    this.random = tree.random();
  }

  List<Move> moves() {
    if (tree.isWide() && tree.wider().nextInt(4) == 0) {
      wider();
      if (!moves.isEmpty()) {
        return moves;
      }
    }
    switch (random.nextInt(8)) {
      case 0 -> swap();
      case 1 -> chain();
      case 2 -> nested();
      default -> {}
    }
    int wanted = moves.size() + (moves.isEmpty() ? 1 : 0) + random.nextInt(4);
    for (int i = 0; i < 20 && moves.size() < wanted; i++) {
      single();
    }
    return moves;
  }

  private void wider() {
    switch (tree.wider().nextInt(5)) {
      case 0 -> circle();
      case 1 -> longChain();
      case 2 -> merged();
      case 3 -> toModule();
      default -> swapPackages();
    }
  }

  private List<String> shuffled(List<String> names) {
    List<String> shuffled = new ArrayList<>(names);
    Collections.shuffle(shuffled, tree.wider());
    return shuffled;
  }

  /** Three modules change places. */
  private void circle() {
    List<String> three = shuffled(tree.modules()).subList(0, 3);
    for (int i = 0; i < 3; i++) {
      take(path(three.get(i)), path(three.get((i + 1) % 3)));
    }
  }

  private void longChain() {
    List<String> three = shuffled(tree.modules()).subList(0, 3);
    String end = path(RandomTree.join(shuffled(tree.packages()).getFirst(), "fresh9"));
    if (isFree(end)) {
      take(path(three.get(0)), path(three.get(1)));
      take(path(three.get(1)), path(three.get(2)));
      take(path(three.get(2)), end);
    }
  }

  /** All modules of a package go to another one. */
  private void merged() {
    List<String> two = shuffled(tree.packages()).subList(0, 2);
    for (String module : tree.modules()) {
      String to = path(RandomTree.join(two.get(1), RandomTree.last(module)));
      if (RandomTree.parent(module).equals(two.get(0)) && isFree(to)) {
        take(path(module), to);
      }
    }
  }

  /** A package that has nothing in it but its own file becomes a module, or its file does. */
  private void toModule() {
    List<String> regular = shuffled(List.copyOf(tree.regular()));
    for (String package_ : regular) {
      String file = directory(package_) + "/__init__.py";
      boolean alone =
          tree.paths().stream().filter(p -> p.startsWith(directory(package_) + "/")).count() == 1;
      boolean named = tree.wider().nextInt(3) == 0;
      String to =
          named
              ? directory(package_) + ".py"
              : path(RandomTree.join(shuffled(tree.packages()).getFirst(), "fresh8"));
      if ((alone || !named)
          && !to.startsWith(directory(package_) + "/")
          && tree.paths().stream().noneMatch(to::equals)) {
        take(file, to);
        return;
      }
    }
  }

  /** Two packages change places; neither lies within the other. */
  private void swapPackages() {
    List<String> two = shuffled(tree.packages()).subList(0, 2);
    if (!overlaps(directory(two.get(0)), directory(two.get(1)))) {
      take(directory(two.get(0)), directory(two.get(1)));
      take(directory(two.get(1)), directory(two.get(0)));
    }
  }

  private void swap() {
    String one = path(pick(tree.modules()));
    String other = path(pick(tree.modules()));
    if (!one.equals(other)) {
      take(one, other);
      take(other, one);
    }
  }

  private void chain() {
    String one = path(pick(tree.modules()));
    String other = path(pick(tree.modules()));
    String end = path(target("fresh9"));
    if (!one.equals(other) && isFree(end)) {
      take(one, other);
      take(other, end);
    }
  }

  /** A package goes one way and a module of it another. */
  private void nested() {
    String package_ = pick(tree.packages());
    List<String> within =
        tree.modules().stream().filter(name -> name.startsWith(package_ + ".")).toList();
    String whole = directory("moved" + random.nextInt(9) + "." + RandomTree.last(package_));
    if (!within.isEmpty()) {
      String module = pick(within);
      String end = path(target(RandomTree.last(module)));
      if (isFree(end) && !end.startsWith(directory(package_) + "/")) {
        take(directory(package_), whole);
        take(path(module), end);
      }
    }
  }

  private void single() {
    boolean whole = random.nextInt(4) == 0;
    String source = whole ? pick(tree.packages()) : pick(tree.modules());
    String last = RandomTree.last(source);
    String name = random.nextInt(3) == 0 ? "fresh" + random.nextInt(9) : last;
    String target = target(name);
    String from = whole ? directory(source) : path(source);
    String to = whole ? directory(target) : file(source, target);
    boolean free = taken.stream().noneMatch(other -> meets(other, from) || meets(other, to));
    if (free && isFree(to) && !overlaps(from, to)) {
      take(from, to);
    }
  }

  /** Now and then the module becomes a package, perhaps of the same name. */
  private String file(String source, String target) {
    if (random.nextInt(8) != 0) {
      return path(target);
    }
    return directory(random.nextBoolean() ? source : target) + "/__init__.py";
  }

  private void take(String from, String to) {
    taken.add(from);
    taken.add(to);
    moves.add(MemoryTree.move(from, to));
  }

  private boolean isFree(String to) {
    String module = to.endsWith("/__init__.py") ? to.replace("/__init__.py", "/") : to;
    return tree.paths().stream().noneMatch(path -> overlaps(path, to) || path.startsWith(module));
  }

  private String target(String name) {
    return switch (random.nextInt(6)) {
      case 0 -> "x.y." + name;
      case 1 -> name;
      case 2 -> "m." + name;
      default -> RandomTree.join(pick(tree.packages()), name);
    };
  }

  private String path(String module) {
    return tree.path(module);
  }

  private String directory(String package_) {
    return tree.root() + package_.replace('.', '/');
  }

  /** Also where a module and a package would have one name. */
  private static boolean meets(String one, String other) {
    return overlaps(one.replaceAll("\\.py$", ""), other.replaceAll("\\.py$", ""));
  }

  private static boolean overlaps(String one, String other) {
    return one.equals(other) || one.startsWith(other + "/") || other.startsWith(one + "/");
  }

  private <T> T pick(List<T> list) {
    return list.get(random.nextInt(list.size()));
  }
}
