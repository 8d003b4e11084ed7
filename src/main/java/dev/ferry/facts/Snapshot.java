package dev.ferry.facts;

import dev.ferry.model.ObjectId;
import dev.ferry.model.TreeChange;
import dev.ferry.model.TreeEntry;
import dev.ferry.model.TreeListing;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What all sources of one tree say, and how they import each other. A snapshot is either read from
 * git ({@link SnapshotReader}) or derived from another one by changes that are not in git yet.
 * Immutable; safe for several threads as far as its {@link BlobSource} is.
 */
public final class Snapshot {
  private final FactsStore store;
  private final TreeListing listing;
  private final @Nullable ObjectId tree;
  private final List<String> missing;

  /** Contents that no git object has yet, by their blob's name. */
  private final Map<ObjectId, byte[]> written;

  private @Nullable List<String> sources;
  private @Nullable ModuleTable modules;
  private @Nullable ModuleGraph graph;

  Snapshot(
      FactsStore store,
      TreeListing listing,
      @Nullable ObjectId tree,
      List<String> missing,
      Map<ObjectId, byte[]> written) {
    this.store = store;
    this.listing = listing;
    this.tree = tree;
    this.missing = List.copyOf(missing);
    this.written = written;
  }

  /** The tree in git; nothing for a derived snapshot. */
  public Optional<ObjectId> tree() {
    return Optional.ofNullable(tree);
  }

  public TreeListing listing() {
    return listing;
  }

  /** The sources of the language among the files, in path order; symbolic links are none. */
  public synchronized List<String> sources() {
    if (sources == null) {
      sources =
          listing.entries().stream()
              .filter(entry -> entry.isRegularFile() && store.language().claims(entry.path()))
              .map(TreeEntry::path)
              .toList();
    }
    return sources;
  }

  /** Sources whose blobs the repository lacks; they have no facts. */
  public List<String> missing() {
    return missing;
  }

  /** What the file says; nothing where it is no source of the language or its blob is missing. */
  public Optional<FileFacts> facts(String path) {
    Optional<TreeEntry> entry = listing.find(path);
    if (entry.isEmpty() || !entry.get().isRegularFile() || !store.language().claims(path)) {
      return Optional.empty();
    }
    return store.facts(entry.get().id());
  }

  /** The bytes of a file of this tree, written ones included; nothing where they are missing. */
  public Optional<byte[]> content(String path) {
    return listing.find(path).filter(entry -> !entry.isSubmodule()).flatMap(this::content);
  }

  private Optional<byte[]> content(TreeEntry entry) {
    byte[] own = written.get(entry.id());
    return own != null ? Optional.of(own.clone()) : store.blobs().read(entry.id());
  }

  public synchronized ModuleTable modules() {
    if (modules == null) {
      modules =
          store.language().modules(listing, path -> content(path).orElseGet(() -> new byte[0]));
    }
    return modules;
  }

  public synchronized ModuleGraph graph() {
    if (graph == null) {
      graph = ModuleGraph.of(sources(), modules(), this::facts);
    }
    return graph;
  }

  /** This tree after the changes, in their order; only what they write is read. */
  public Snapshot after(List<TreeChange> changes) {
    Map<ObjectId, byte[]> contents = new HashMap<>(written);
    TreeListing changed =
        listing.after(
            changes,
            content -> {
              ObjectId name = store.blobs().nameOf(content);
              contents.put(name, content);
              return name;
            });
    List<String> lacking = new ArrayList<>(missing);
    lacking.removeIf(path -> !changed.find(path).equals(listing.find(path)));
    for (TreeChange change : changes) {
      Optional<TreeEntry> entry = changed.find(change.path());
      if (entry.isPresent() && store.language().claims(change.path())) {
        TreeEntry leaf = entry.get();
        byte[] content = contents.get(leaf.id());
        boolean known = content != null ? store.scan(leaf.id(), content) : store.ensure(leaf.id());
        if (!known && !lacking.contains(change.path())) {
          lacking.add(change.path());
        }
      }
    }
    return new Snapshot(store, changed, null, lacking, contents);
  }
}
