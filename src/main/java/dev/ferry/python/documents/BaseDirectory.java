package dev.ferry.python.documents;

import dev.ferry.facts.Relocation;
import dev.ferry.model.RepoPaths;
import dev.ferry.python.documents.NewPlaces.Replacement;
import dev.ferry.python.rewriting.MovedPaths;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The directory that the paths of a document begin at, before and after the moves.
 *
 * @param old from the root of the repository; "" is the root
 */
record BaseDirectory(String old, String now) {
  static final BaseDirectory ROOT = new BaseDirectory("", "");

  /** Where tools read this document: beside it, or above the hidden directory that it is in. */
  static BaseDirectory of(String document, Relocation relocation) {
    String directory = RepoPaths.parent(document);
    int hidden = directory.startsWith(".") ? 0 : directory.indexOf("/.");
    if (hidden >= 0) {
      return at(directory.substring(0, hidden), relocation);
    }
    return around(document, relocation);
  }

  static BaseDirectory at(String directory, Relocation relocation) {
    return directory.isEmpty()
        ? ROOT
        : new BaseDirectory(directory, relocation.newDirectory(directory).orElse(directory));
  }

  /** The directory that a file lies in. */
  static BaseDirectory around(String document, Relocation relocation) {
    return new BaseDirectory(
        RepoPaths.parent(document), RepoPaths.parent(relocation.newPath(document)));
  }

  /**
   * A directory named from here; nothing where it is none of the repository.
   *
   * @param asWritten whether its name stays as it is where this moves
   */
  Optional<BaseDirectory> within(String directory, boolean asWritten, Relocation relocation) {
    String inside = joined(old, directory);
    if (inside == null) {
      return Optional.empty();
    }
    String there = asWritten ? joined(now, directory) : inside;
    String moved = relocation.newDirectory(inside).orElse(there == null ? inside : there);
    return Optional.of(new BaseDirectory(inside, moved));
  }

  boolean isRoot() {
    return old.isEmpty() && now.isEmpty();
  }

  /** What a path from here becomes, seen from here. */
  Optional<Replacement> moved(String path, MovedPaths paths) {
    String full = joined(old, path);
    if (full == null) {
      return Optional.empty();
    }
    return paths.of(full).flatMap(moved -> replacement(path, full, moved));
  }

  /** What a path that leads up from here, to what does not move, becomes where this moves. */
  Optional<Replacement> upward(String path) {
    String full = old.equals(now) || !path.startsWith("..") ? null : joined(old, path);
    if (full == null || full.startsWith(old + "/")) {
      return Optional.empty();
    }
    String replaced = relative(now, full);
    return replaced.equals(path)
        ? Optional.empty()
        : Optional.of(new Replacement(path.length(), replaced, true));
  }

  private Optional<Replacement> replacement(String path, String full, MovedPaths.Moved moved) {
    String rest = full.substring(moved.old().length());
    if (!path.endsWith(rest)) {
      return Optional.empty();
    }
    String spelled = path.substring(0, path.length() - rest.length());
    boolean arrives = moved.now().startsWith(now + "/") && !moved.old().startsWith(old + "/");
    boolean byRoot = !arrives && spelled.startsWith("../") && spelled.endsWith("../" + moved.old());
    boolean around = spelled.startsWith("../") && moved.old().startsWith(old + "/");
    String replaced =
        around
            ? around(spelled, moved.now())
            : byRoot
                ? spelled.substring(0, spelled.length() - moved.old().length()) + moved.now()
                : relative(now, moved.now());
    return spelled.equals(replaced)
        ? Optional.empty()
        : Optional.of(new Replacement(spelled.length(), replaced, rest.isEmpty()));
  }

  /** A path that leads up and back into this directory goes on doing so. */
  private String around(String spelled, String moved) {
    String ancestor = now;
    String steps = "";
    while (spelled.startsWith("../", steps.length()) && !ancestor.isEmpty()) {
      ancestor = RepoPaths.parent(ancestor);
      steps += "../";
    }
    return steps + relative(ancestor, moved);
  }

  /** Null where the path leaves the repository. */
  private static @Nullable String joined(String directory, String path) {
    Deque<String> components = new ArrayDeque<>();
    for (String component : (directory + "/" + path).split("/", -1)) {
      if (component.equals("..")) {
        if (components.pollLast() == null) {
          return null;
        }
      } else if (!component.isEmpty() && !component.equals(".")) {
        components.addLast(component);
      }
    }
    return String.join("/", components);
  }

  /** A path from the root as it is seen from a directory. */
  static String relative(String directory, String path) {
    List<String> from = directory.isEmpty() ? List.of() : List.of(directory.split("/", -1));
    List<String> to = path.isEmpty() ? List.of() : List.of(path.split("/", -1));
    int same = 0;
    while (same < from.size() && same < to.size() - 1 && from.get(same).equals(to.get(same))) {
      same++;
    }
    List<String> steps = new ArrayList<>();
    for (int i = same; i < from.size(); i++) {
      steps.add("..");
    }
    steps.addAll(to.subList(same, to.size()));
    return String.join("/", steps);
  }
}
