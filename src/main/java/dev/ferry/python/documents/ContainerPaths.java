package dev.ferry.python.documents;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * Which paths of an image or container are those of files of the repository, as far as a document
 * says what is copied or mounted where. Immutable.
 *
 * @param copies the last one counts where several hold a path
 */
record ContainerPaths(List<Copy> copies) {
  static final ContainerPaths UNKNOWN = new ContainerPaths(List.of());

  ContainerPaths {
    copies = List.copyOf(copies);
  }

  /**
   * What is put where.
   *
   * @param source as seen from the context; "" is all of it
   * @param target the absolute path of what the source is there, or for a file put into a directory
   *     that directory
   * @param isInto whether the source is called there as it is here
   */
  record Copy(String source, String target, boolean isDirectory, boolean isInto) {
    /** Where the source lies there, if it is called this here. */
    private String place(String named) {
      if (isInto) {
        return target + "/" + last(named);
      }
      int same = sameEnd();
      String outer = source.substring(0, source.length() - same);
      boolean follows = source.indexOf('/', source.length() - same) >= 0 && named.startsWith(outer);
      return follows
          ? target.substring(0, target.length() - same) + named.substring(outer.length())
          : target;
    }

    /** How long the end is that both paths have, by whole components. */
    private int sameEnd() {
      int same = 0;
      int at = 0;
      while (at < source.length()
          && at < target.length()
          && source.charAt(source.length() - 1 - at) == target.charAt(target.length() - 1 - at)) {
        at++;
        boolean whole = at == source.length() || source.charAt(source.length() - 1 - at) == '/';
        boolean begins = at < target.length() && target.charAt(target.length() - 1 - at) == '/';
        same = whole && begins ? at : same;
      }
      return same;
    }
  }

  /** What a path there is. */
  sealed interface Found {
    /** It may be anything. */
    record Unknown() implements Found {}

    /**
     * A copy of what has this path here. One at the path that it has in the repository goes on
     * lying at the path that it has there, because modules are named by it.
     *
     * @param now the path there afterwards; nothing where it is not put there any more
     */
    record Known(String here, Optional<String> now) implements Found {}
  }

  ContainerPaths with(Copy copy) {
    List<Copy> more = new ArrayList<>(copies);
    more.add(copy);
    return new ContainerPaths(more);
  }

  ContainerPaths and(ContainerPaths others) {
    List<Copy> more = new ArrayList<>(copies);
    more.addAll(others.copies);
    return new ContainerPaths(more);
  }

  boolean isUnknown() {
    return copies.isEmpty();
  }

  /**
   * @param path absolute
   * @param moved what a path as seen from the context becomes
   */
  Found find(String path, UnaryOperator<String> moved) {
    for (Copy copy : copies.reversed()) {
      Optional<String> below = below(copy.place(copy.source()), path);
      if (below.isPresent()) {
        String here = joined(copy.source(), below.get());
        String now = moved.apply(here);
        return new Found.Known(
            here, now.equals(here) ? Optional.of(path) : there(now, moved, copy));
      }
    }
    return new Found.Unknown();
  }

  /** What was put there with its directory is looked for where directories are. */
  private Optional<String> there(String here, UnaryOperator<String> moved, Copy found) {
    if (here.startsWith("../")) {
      return Optional.empty(); // out of the context
    }
    for (Copy copy : copies.reversed()) {
      if (!copy.isDirectory() && !copy.equals(found)) {
        continue;
      }
      String source = copy.source().isEmpty() ? "" : moved.apply(copy.source());
      Optional<String> below = below("/" + source, "/" + here);
      if (below.isPresent()) {
        return Optional.of(normal(copy.place(source) + "/" + below.get()));
      }
    }
    return Optional.empty();
  }

  /** What of a path lies below a directory; "" is the directory itself. */
  private static Optional<String> below(String directory, String path) {
    String base = directory.endsWith("/") ? directory : directory + "/";
    if (path.equals(directory)) {
      return Optional.of("");
    }
    return path.startsWith(base) ? Optional.of(path.substring(base.length())) : Optional.empty();
  }

  private static String joined(String directory, String rest) {
    return directory.isEmpty() || rest.isEmpty() ? directory + rest : directory + "/" + rest;
  }

  private static String last(String path) {
    return path.substring(path.lastIndexOf('/') + 1);
  }

  /** An absolute path without what leads up or stays where it is. */
  static String normal(String path) {
    Deque<String> components = new ArrayDeque<>();
    for (String component : path.split("/", -1)) {
      if (component.equals("..")) {
        components.pollLast();
      } else if (!component.isEmpty() && !component.equals(".")) {
        components.addLast(component);
      }
    }
    return "/" + String.join("/", components);
  }
}
