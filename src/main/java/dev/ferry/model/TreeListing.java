package dev.ferry.model;

import java.util.Collection;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/**
 * All leaves of one tree, by path. Paths are compared as git has them: byte by byte, so {@code
 * MATRIZ/x.py} and {@code matriz/x.py} are two files. Immutable, safe for several threads.
 */
public final class TreeListing {
  private final NavigableMap<String, TreeEntry> byPath;

  private TreeListing(NavigableMap<String, TreeEntry> byPath) {
    this.byPath = byPath;
  }

  public static TreeListing of(Collection<TreeEntry> entries) {
    NavigableMap<String, TreeEntry> byPath = new TreeMap<>();
    for (TreeEntry entry : entries) {
      byPath.put(entry.path(), entry);
    }
    return new TreeListing(byPath);
  }

  public Optional<TreeEntry> find(String path) {
    return Optional.ofNullable(byPath.get(path));
  }

  public boolean containsFile(String path) {
    return byPath.containsKey(path);
  }

  /** Whether some file lies below {@code path}, so that it is a directory of this tree. */
  public boolean containsDirectory(String path) {
    String below = byPath.higherKey(path + "/");
    return below != null && below.startsWith(path + "/");
  }

  /** The files below a directory, at any depth, in path order; empty where there is none. */
  public Collection<TreeEntry> below(String directory) {
    // '0' is the character after '/', so the range holds exactly the paths with that prefix
    return byPath.subMap(directory + "/", true, directory + "0", false).values();
  }

  /** All entries in path order. */
  public Collection<TreeEntry> entries() {
    return java.util.Collections.unmodifiableCollection(byPath.values());
  }

  public int size() {
    return byPath.size();
  }

  /**
   * This tree after the changes, in their order. Blobs of written contents have no object yet:
   * {@code blobNames} gives each its name (git's own hash of the content).
   */
  public TreeListing after(
      List<TreeChange> changes, java.util.function.Function<byte[], ObjectId> blobNames) {
    NavigableMap<String, TreeEntry> changed = new TreeMap<>(byPath);
    for (TreeChange change : changes) {
      switch (change) {
        case TreeChange.Write(String path, String mode, byte[] content) ->
            changed.put(path, new TreeEntry(mode, blobNames.apply(content), path));
        case TreeChange.Place(String path, String mode, ObjectId id) ->
            changed.put(path, new TreeEntry(mode, id, path));
        case TreeChange.Delete(String path) -> changed.remove(path);
      }
    }
    return new TreeListing(changed);
  }
}
