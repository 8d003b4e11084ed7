package dev.ferry.facts;

import dev.ferry.model.ObjectId;
import dev.ferry.model.TreeChange;
import dev.ferry.model.TreeEntry;
import dev.ferry.model.TreeListing;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
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

  /**
   * The snapshot of a tree in git that this one is derived from, over however many steps, with the
   * sources that differ from it; null where this one was read.
   */
  private final @Nullable Snapshot origin;

  private final List<String> changed;

  /** The sources of a snapshot that was read. */
  private final @Nullable SourceTable table;

  /** Every path that differs from it, whether source or not. */
  private final List<String> touched;

  /** Contents that no git object has yet, by their blob's name. */
  private final Map<ObjectId, byte[]> written;

  private @Nullable List<String> sources;
  private @Nullable ModuleTable modules;
  private @Nullable ModuleGraph graph;
  private @Nullable DocumentIndex documents;

  /** A snapshot of a tree in git whose facts the store has, but for the missing ones. */
  Snapshot(
      FactsStore store,
      TreeListing listing,
      ObjectId tree,
      SourceTable table,
      List<String> missing) {
    this.table = table;
    this.sources = table.paths();
    this.store = store;
    this.listing = listing;
    this.tree = tree;
    this.missing = List.copyOf(missing);
    this.origin = null;
    this.changed = List.of();
    this.touched = List.of();
    this.written = Map.of();
  }

  private Snapshot(
      Snapshot origin,
      TreeListing listing,
      @Nullable ObjectId tree,
      List<String> changed,
      List<String> touched,
      List<String> missing,
      Map<ObjectId, byte[]> written) {
    this.store = origin.store;
    this.listing = listing;
    this.tree = tree;
    this.table = null;
    this.missing = List.copyOf(missing);
    this.origin = origin.origin == null ? origin : origin.origin;
    this.changed = List.copyOf(changed);
    this.touched = List.copyOf(touched);
    this.written = written;
  }

  /** The tree in git; nothing where git has made none of it yet. */
  public Optional<ObjectId> tree() {
    return Optional.ofNullable(tree);
  }

  public TreeListing listing() {
    return listing;
  }

  /** The sources of the language among the files, in path order; symbolic links are none. */
  public synchronized List<String> sources() {
    if (sources == null) {
      sources = listing.entries().stream().filter(this::isSource).map(TreeEntry::path).toList();
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
    return entry.isPresent() && isSource(entry.get())
        ? store.facts(entry.get().id())
        : Optional.empty();
  }

  /** The bytes of a file of this tree, written ones included; nothing where they are missing. */
  public Optional<byte[]> content(String path) {
    return listing.find(path).filter(entry -> !entry.isSubmodule()).flatMap(this::content);
  }

  private Optional<byte[]> content(TreeEntry entry) {
    byte[] own = written.get(entry.id());
    return own != null ? Optional.of(own.clone()) : store.blobs().read(entry.id());
  }

  /** The bytes of several files at once, by path; those whose bytes are missing are left out. */
  public Map<String, byte[]> contents(Collection<String> paths) {
    Map<ObjectId, List<String>> wanted = new LinkedHashMap<>();
    Map<String, byte[]> contents = new HashMap<>();
    for (String path : paths) {
      TreeEntry entry = listing.find(path).filter(leaf -> !leaf.isSubmodule()).orElse(null);
      if (entry != null && written.containsKey(entry.id())) {
        contents.put(path, written.get(entry.id()).clone());
      } else if (entry != null) {
        wanted.computeIfAbsent(entry.id(), key -> new ArrayList<>()).add(path);
      }
    }
    store
        .blobs()
        .readAll(
            wanted.keySet(),
            (blob, content) ->
                content.ifPresent(
                    bytes ->
                        wanted
                            .getOrDefault(blob, List.of())
                            .forEach(path -> contents.put(path, bytes))));
    return contents;
  }

  /** Blobs of git, and those that this tree would add to it. */
  BlobSource blobs() {
    return written.isEmpty() ? store.blobs() : new WrittenBlobs(store.blobs(), written);
  }

  /** What an import means that stands in the file with this path. */
  public Resolution resolve(String importer, ImportFact fact) {
    return new ImportResolver(modules(), this::facts).resolve(importer, fact);
  }

  public synchronized ModuleTable modules() {
    if (modules == null) {
      Function<String, byte[]> contents = path -> content(path).orElseGet(() -> new byte[0]);
      modules =
          origin == null
              ? store.language().modules(listing, contents)
              : origin.modules().after(listing, contents);
    }
    return modules;
  }

  public synchronized ModuleGraph graph() {
    if (graph == null) {
      graph = origin == null ? wholeGraph() : derivedGraph(origin);
    }
    return graph;
  }

  /**
   * The files that are no sources and hold, where names may stand, all words of one of these sets.
   *
   * @see DocumentFormats#words
   */
  public List<String> documentsHolding(Collection<Set<String>> alternatives) {
    return documents().holding(alternatives);
  }

  /**
   * The sources that may spell all words of one of these sets, in no certain order; too many rather
   * than too few.
   *
   * @see FactWords
   */
  public List<String> sourcesHolding(Collection<Set<Integer>> alternatives) {
    SourceTable own = table;
    if (own != null) {
      return own.holding(alternatives);
    }
    Set<String> differing = new HashSet<>(changed);
    List<String> found = new ArrayList<>();
    if (origin != null) {
      for (String path : origin.sourcesHolding(alternatives)) {
        if (!differing.contains(path)) {
          found.add(path);
        }
      }
    }
    changed.stream().filter(this::isSource).forEach(found::add);
    return found;
  }

  private synchronized DocumentIndex documents() {
    if (documents == null) {
      documents =
          origin == null
              ? store.documents(listing)
              : origin.documents().after(listing, touched, this::content);
    }
    return documents;
  }

  private ModuleGraph wholeGraph() {
    return ModuleGraph.of(sources(), modules(), this::facts);
  }

  private ModuleGraph derivedGraph(Snapshot from) {
    if (!from.modules().namesAs(modules())) {
      return wholeGraph(); // every name may be another one
    }
    return from.graph().after(changed, modules(), this::facts, this::isSource);
  }

  private boolean isSource(String path) {
    return listing.find(path).filter(this::isSource).isPresent();
  }

  private boolean isSource(TreeEntry entry) {
    return entry.isRegularFile() && store.language().claims(entry.path());
  }

  /** This tree after the changes, in their order; only what they write is read. */
  public Snapshot after(List<TreeChange> changes) {
    return after(changes, null);
  }

  /**
   * The same, where git has made a tree of it.
   *
   * @param made that tree, in which the changes are
   */
  public Snapshot afterIn(ObjectId made, List<TreeChange> changes) {
    return after(changes, made);
  }

  private Snapshot after(List<TreeChange> changes, @Nullable ObjectId made) {
    Map<ObjectId, byte[]> contents = new HashMap<>(written);
    TreeListing changedListing =
        listing.after(
            changes,
            content -> {
              ObjectId name = store.blobs().nameOf(content);
              contents.put(name, content);
              return name;
            });
    TreeListing first = origin == null ? listing : origin.listing;
    List<String> moreTouched =
        Stream.concat(touched.stream(), changes.stream().map(TreeChange::path))
            .distinct()
            .filter(path -> !changedListing.find(path).equals(first.find(path)))
            .toList();
    List<String> differing = moreTouched.stream().filter(store.language()::claims).toList();
    List<String> lacking = new ArrayList<>(missing);
    lacking.removeAll(differing);
    for (String path : differing) {
      if (!isKnown(changedListing.find(path), contents)) {
        lacking.add(path);
      }
    }
    return new Snapshot(this, changedListing, made, differing, moreTouched, lacking, contents);
  }

  /** Scans what stands at a changed path; false where its blob is missing. */
  private boolean isKnown(Optional<TreeEntry> entry, Map<ObjectId, byte[]> contents) {
    if (entry.isEmpty() || !entry.get().isRegularFile()) {
      return true;
    }
    byte[] content = contents.get(entry.get().id());
    if (content == null) {
      return store.ensure(entry.get().id());
    }
    store.scan(entry.get().id(), content);
    return true;
  }
}
