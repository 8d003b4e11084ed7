package dev.ferry.facts;

import dev.ferry.model.ObjectId;
import dev.ferry.model.TreeEntry;
import dev.ferry.model.TreeListing;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Reads snapshots of trees: what the cache does not know comes from git in one go and is scanned on
 * all cores while git delivers.
 */
public final class SnapshotReader {
  private final Language language;
  private final BlobSource blobs;
  private final Optional<FactsCache> cache;

  public SnapshotReader(Language language, BlobSource blobs, Optional<FactsCache> cache) {
    this.language = language;
    this.blobs = blobs;
    this.cache = cache;
  }

  /**
   * Reads what all sources of the tree say. Blobs that the repository lacks are listed, see {@link
   * Snapshot#missing}.
   *
   * @param tree the tree in git that {@code listing} lists
   */
  public Snapshot read(ObjectId tree, TreeListing listing) {
    FactsCache.Loaded cached =
        cache
            .map(known -> known.load(language.scannerVersion()))
            .orElseGet(() -> new FactsCache.Loaded(Map.of()));
    Optional<MentionCache> words =
        cache.map(known -> known.wordsOfDocuments(language.documents().version()));
    FactsStore store = new FactsStore(language, blobs, cached, words);
    List<TreeEntry> sources = new ArrayList<>();
    Set<ObjectId> used = new LinkedHashSet<>();
    Set<ObjectId> wanted = new LinkedHashSet<>();
    for (TreeEntry entry : listing.entries()) {
      if (entry.isRegularFile() && language.claims(entry.path())) {
        sources.add(entry);
        if (used.add(entry.id()) && !cached.contains(entry.id())) {
          wanted.add(entry.id());
        }
      }
    }
    scan(store, wanted);
    Map<ObjectId, FileFacts> fresh = new HashMap<>();
    wanted.forEach(blob -> store.facts(blob).ifPresent(facts -> fresh.put(blob, facts)));
    cache.ifPresent(known -> known.save(language.scannerVersion(), cached, fresh, used));
    List<String> missing =
        sources.stream()
            .filter(entry -> wanted.contains(entry.id()) && !fresh.containsKey(entry.id()))
            .map(TreeEntry::path)
            .toList();
    return new Snapshot(store, listing, tree, missing);
  }

  private void scan(FactsStore store, Set<ObjectId> wanted) {
    if (wanted.isEmpty()) {
      return;
    }
    try (ParallelScan scan = new ParallelScan(store::scan)) {
      blobs.readAll(wanted, (blob, content) -> content.ifPresent(bytes -> scan.add(blob, bytes)));
    }
  }
}
