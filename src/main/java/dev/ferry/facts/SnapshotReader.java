package dev.ferry.facts;

import dev.ferry.model.ObjectId;
import dev.ferry.model.TreeEntry;
import dev.ferry.model.TreeListing;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads snapshots of trees: all blobs in one go. */
public final class SnapshotReader {
  private final Language language;
  private final BlobSource blobs;

  public SnapshotReader(Language language, BlobSource blobs) {
    this.language = language;
    this.blobs = blobs;
  }

  /** Reads what all sources of the tree say; blobs that the repository lacks are listed by path. */
  public Snapshot read(ObjectId tree, TreeListing listing) {
    FactsStore store = new FactsStore(language, blobs);
    List<TreeEntry> sources =
        listing.entries().stream()
            .filter(entry -> entry.isRegularFile() && language.claims(entry.path()))
            .toList();
    Set<ObjectId> wanted = new LinkedHashSet<>();
    sources.forEach(entry -> wanted.add(entry.id()));
    blobs.readAll(wanted, (blob, content) -> content.ifPresent(bytes -> store.scan(blob, bytes)));
    List<String> missing = new ArrayList<>();
    for (TreeEntry entry : sources) {
      if (store.facts(entry.id()).isEmpty()) {
        missing.add(entry.path());
      }
    }
    return new Snapshot(store, listing, tree, missing, Map.of());
  }
}
