package dev.ferry.facts;

import dev.ferry.model.ObjectId;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The facts of blobs, shared by a snapshot and everything derived from it. */
final class FactsStore {
  private final Language language;
  private final BlobSource blobs;
  private final Map<ObjectId, FileFacts> known = new ConcurrentHashMap<>();

  FactsStore(Language language, BlobSource blobs) {
    this.language = language;
    this.blobs = blobs;
  }

  Language language() {
    return language;
  }

  BlobSource blobs() {
    return blobs;
  }

  Optional<FileFacts> facts(ObjectId blob) {
    return Optional.ofNullable(known.get(blob));
  }

  /** Scans a blob's content where that was not done yet. */
  boolean scan(ObjectId blob, byte[] content) {
    known.computeIfAbsent(blob, key -> language.scan(content));
    return true;
  }

  /**
   * Reads and scans a blob where that was not done yet.
   *
   * @return false where the repository lacks it
   */
  boolean ensure(ObjectId blob) {
    return known.containsKey(blob)
        || blobs.read(blob).map(content -> scan(blob, content)).orElse(false);
  }
}
