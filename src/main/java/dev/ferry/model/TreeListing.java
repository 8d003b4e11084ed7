package dev.ferry.model;

import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * All leaves of one tree, by path. Paths are compared as git has them: byte by byte, so {@code
 * MATRIZ/x.py} and {@code matriz/x.py} are two files. Immutable, safe for several threads.
 */
public final class TreeListing {
  private final NavigableMap<String, TreeEntry> base;

  /** What differs from {@code base}: planning derives many trees that differ in a few files. */
  private final NavigableMap<String, Optional<TreeEntry>> changed;

  private TreeListing(
      NavigableMap<String, TreeEntry> base, NavigableMap<String, Optional<TreeEntry>> changed) {
    this.base = base;
    this.changed = changed;
  }

  public static TreeListing of(Collection<TreeEntry> entries) {
    NavigableMap<String, TreeEntry> byPath = new TreeMap<>();
    for (TreeEntry entry : entries) {
      byPath.put(entry.path(), entry);
    }
    return new TreeListing(byPath, new TreeMap<>());
  }

  public Optional<TreeEntry> find(String path) {
    Optional<TreeEntry> change = changed.get(path);
    return change != null ? change : Optional.ofNullable(base.get(path));
  }

  public boolean containsFile(String path) {
    return find(path).isPresent();
  }

  /** Whether some file lies below {@code path}, so that it is a directory of this tree. */
  public boolean containsDirectory(String path) {
    NavigableMap<String, Optional<TreeEntry>> differing = below(changed, path);
    return differing.values().stream().anyMatch(Optional::isPresent)
        || below(base, path).keySet().stream().anyMatch(leaf -> !differing.containsKey(leaf));
  }

  /** The files below a directory, at any depth, in path order; empty where there is none. */
  public Collection<TreeEntry> below(String directory) {
    return merged(below(base, directory), below(changed, directory)).values();
  }

  private static <T> NavigableMap<String, T> below(
      NavigableMap<String, T> paths, String directory) {
    // '0' is the character after '/', so the range holds exactly the paths with that prefix
    return paths.subMap(directory + "/", true, directory + "0", false);
  }

  /** All entries in path order. */
  public Collection<TreeEntry> entries() {
    return Collections.unmodifiableCollection(merged(base, changed).values());
  }

  public int size() {
    int size = base.size();
    for (Map.Entry<String, Optional<TreeEntry>> change : changed.entrySet()) {
      size += change.getValue().isPresent() ? 1 : 0;
      size -= base.containsKey(change.getKey()) ? 1 : 0;
    }
    return size;
  }

  /** The paths that one of the two trees lacks; none where the trees have no common origin. */
  public Optional<Set<String>> appearedOrVanished(TreeListing other) {
    if (base != other.base) {
      return Optional.empty();
    }
    Set<String> paths = new TreeSet<>(changed.keySet());
    paths.addAll(other.changed.keySet());
    paths.removeIf(path -> containsFile(path) == other.containsFile(path));
    return Optional.of(paths);
  }

  private static NavigableMap<String, TreeEntry> merged(
      NavigableMap<String, TreeEntry> base, NavigableMap<String, Optional<TreeEntry>> changed) {
    if (changed.isEmpty()) {
      return base;
    }
    NavigableMap<String, TreeEntry> merged = new TreeMap<>(base);
    changed.forEach(
        (path, entry) -> {
          if (entry.isPresent()) {
            merged.put(path, entry.get());
          } else {
            merged.remove(path);
          }
        });
    return merged;
  }

  /**
   * This tree after the changes, in their order. Blobs of written contents have no object yet:
   * {@code blobNames} gives each its name (git's own hash of the content).
   */
  public TreeListing after(List<TreeChange> changes, Function<byte[], ObjectId> blobNames) {
    NavigableMap<String, Optional<TreeEntry>> all = new TreeMap<>(changed);
    for (TreeChange change : changes) {
      Optional<TreeEntry> entry =
          switch (change) {
            case TreeChange.Write(String path, String mode, byte[] content) ->
                Optional.of(new TreeEntry(mode, blobNames.apply(content), path));
            case TreeChange.Place(String path, String mode, ObjectId id) ->
                Optional.of(new TreeEntry(mode, id, path));
            case TreeChange.Delete delete -> Optional.empty();
          };
      all.put(change.path(), entry);
    }
    return new TreeListing(base, all);
  }
}
