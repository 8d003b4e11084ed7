package dev.ferry.facts;

import dev.ferry.model.ObjectId;
import dev.ferry.model.TreeEntry;
import dev.ferry.model.TreeListing;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * Which documents of a tree hold which words: those worth a closer look when a module moves, for
 * whoever names it spells every segment of its name or path. Answers too much rather than too
 * little. Immutable.
 */
final class DocumentIndex {
  private final DocumentFormats formats;
  private final List<Document> documents;

  /** A document with the hashes of its words, sorted. */
  private record Document(String path, int[] words) {
    boolean holdsAll(int[] wanted) {
      for (int word : wanted) {
        if (Arrays.binarySearch(words, word) < 0) {
          return false;
        }
      }
      return true;
    }
  }

  private DocumentIndex(DocumentFormats formats, List<Document> documents) {
    this.formats = formats;
    this.documents = documents;
  }

  /** Reads what the cache does not know in one go. */
  static DocumentIndex of(
      TreeListing listing,
      DocumentFormats formats,
      BlobSource blobs,
      Optional<DocumentCaches> caches) {
    Map<ObjectId, String> wanted = new LinkedHashMap<>();
    List<TreeEntry> claimed = new ArrayList<>();
    for (TreeEntry entry : listing.entries()) {
      if (entry.isRegularFile() && formats.claims(entry.path())) {
        claimed.add(entry);
        wanted.putIfAbsent(entry.id(), entry.path());
      }
    }
    MentionIndex known = caches.flatMap(kept -> kept.words().load()).orElseGet(MentionIndex::empty);
    Map<ObjectId, int[]> words = new HashMap<>();
    Map<ObjectId, String> lacking = new LinkedHashMap<>();
    wanted.forEach(
        (blob, path) -> {
          int number = known.find(blob);
          if (number < 0) {
            lacking.put(blob, path);
          } else {
            words.put(blob, known.hashesOf(number));
          }
        });
    if (!lacking.isEmpty()) {
      SortedMap<String, int[]> fresh = read(lacking, formats, blobs, caches);
      lacking.keySet().stream()
          .filter(blob -> fresh.containsKey(blob.hex()))
          .forEach(blob -> words.put(blob, fresh.get(blob.hex())));
      if (!fresh.isEmpty()) { // not only blobs that the repository lacks
        Set<String> tree = new HashSet<>();
        wanted.keySet().forEach(blob -> tree.add(blob.hex()));
        boolean keepAll = known.size() <= 2 * tree.size();
        known.copyInto(fresh, hex -> keepAll || tree.contains(hex));
        caches.ifPresent(kept -> kept.words().save(MentionIndex.encode(fresh)));
      }
    }
    List<Document> documents = new ArrayList<>();
    for (TreeEntry entry : claimed) {
      int[] own = words.get(entry.id());
      if (own != null && own.length > 0) {
        documents.add(new Document(entry.path(), own));
      }
    }
    return new DocumentIndex(formats, documents);
  }

  /** What one look at a document finds; its mentions only where they are not known. */
  private record Look(int[] words, Optional<int[]> mentions) {}

  private static SortedMap<String, int[]> read(
      Map<ObjectId, String> wanted,
      DocumentFormats formats,
      BlobSource blobs,
      Optional<DocumentCaches> caches) {
    Optional<MentionIndex> known =
        caches.map(kept -> kept.mentions().load().orElseGet(MentionIndex::empty));
    SortedMap<String, int[]> words = new TreeMap<>();
    SortedMap<String, int[]> mentions = new TreeMap<>();
    try (ParallelScan<Look> scan =
        new ParallelScan<>(
            (blob, content) ->
                new Look(
                    hashes(formats.words(wanted.getOrDefault(blob, ""), content)),
                    known
                        .filter(index -> index.find(blob) < 0)
                        .map(index -> Mentions.hashes(content))),
            (blob, look) -> {
              words.put(blob.hex(), look.words);
              look.mentions.ifPresent(found -> mentions.put(blob.hex(), found));
            })) {
      blobs.readAll(
          wanted.keySet(), (blob, content) -> content.ifPresent(bytes -> scan.add(blob, bytes)));
    }
    if (!mentions.isEmpty()) {
      known.ifPresent(index -> index.copyInto(mentions, hex -> true));
      caches.ifPresent(kept -> kept.mentions().save(MentionIndex.encode(mentions)));
    }
    return words;
  }

  /** The index of a tree in which some files differ. */
  DocumentIndex after(
      TreeListing listing,
      Collection<String> changed,
      Function<String, Optional<byte[]>> contents) {
    Set<String> differing = new HashSet<>(changed);
    List<Document> derived = new ArrayList<>();
    for (Document document : documents) {
      if (!differing.contains(document.path)) {
        derived.add(document);
      }
    }
    for (String path : differing) {
      boolean there = listing.find(path).filter(TreeEntry::isRegularFile).isPresent();
      if (there && formats.claims(path)) {
        contents
            .apply(path)
            .ifPresent(
                content -> derived.add(new Document(path, hashes(formats.words(path, content)))));
      }
    }
    return new DocumentIndex(formats, derived);
  }

  /** The documents that hold all words of one of these sets, in no certain order. */
  List<String> holding(Collection<Set<String>> alternatives) {
    List<int[]> wanted = alternatives.stream().map(DocumentIndex::hashes).toList();
    List<String> found = new ArrayList<>();
    for (Document document : documents) {
      if (wanted.stream().anyMatch(document::holdsAll)) {
        found.add(document.path);
      }
    }
    return found;
  }

  private static int[] hashes(Set<String> words) {
    return words.stream().mapToInt(DocumentIndex::hash).distinct().sorted().toArray();
  }

  private static int hash(String word) {
    int hash = word.hashCode() * 0x9E3779B1;
    return hash ^ hash >>> 15;
  }
}
