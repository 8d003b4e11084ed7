package dev.ferry.facts;

import dev.ferry.model.ObjectId;
import dev.ferry.model.TreeListing;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The facts of blobs, shared by a snapshot and everything derived from it. Safe for several
 * threads.
 */
final class FactsStore {
  private final Language language;
  private final BlobSource blobs;
  private final FactsCache.Loaded cached;
  private final Optional<DocumentCaches> documents;
  private final Map<ObjectId, FileFacts> known = new ConcurrentHashMap<>();

  /**
   * @param documents where it is kept what they hold
   */
  FactsStore(
      Language language,
      BlobSource blobs,
      FactsCache.Loaded cached,
      Optional<DocumentCaches> documents) {
    this.language = language;
    this.blobs = blobs;
    this.cached = cached;
    this.documents = documents;
  }

  /** Reads which documents of the tree hold which words. */
  DocumentIndex documents(TreeListing listing) {
    return DocumentIndex.of(listing, language.documents(), blobs, documents);
  }

  Language language() {
    return language;
  }

  BlobSource blobs() {
    return blobs;
  }

  Optional<FileFacts> facts(ObjectId blob) {
    FileFacts facts = known.get(blob);
    if (facts != null) {
      return Optional.of(facts);
    }
    Optional<FileFacts> found = cached.find(blob);
    found.ifPresent(value -> known.put(blob, value));
    return found;
  }

  /** Scans a blob's content where its facts are not known yet. */
  FileFacts scan(ObjectId blob, byte[] content) {
    return facts(blob)
        .orElseGet(
            () -> {
              FileFacts scanned = language.scan(content);
              known.put(blob, scanned);
              return scanned;
            });
  }

  /**
   * Reads and scans a blob where its facts are not known yet.
   *
   * @return false where the repository lacks it
   */
  boolean ensure(ObjectId blob) {
    return facts(blob).isPresent()
        || blobs.read(blob).map(content -> scan(blob, content)).isPresent();
  }
}
