package dev.ferry.facts;

import dev.ferry.model.ObjectId;
import dev.ferry.model.TreeEntry;
import dev.ferry.model.TreeListing;
import java.util.ArrayList;
import java.util.HashSet;
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
    String version = language.scannerVersion();
    FactsCache.Loaded cached =
        cache.map(known -> known.load(version)).orElseGet(() -> new FactsCache.Loaded(Map.of()));
    List<TreeEntry> sources =
        listing.entries().stream()
            .filter(entry -> entry.isRegularFile() && language.claims(entry.path()))
            .toList();
    Places places = new Places(sources, List.copyOf(cached.segments().values()));
    FactsCache.Loaded known = cached;
    Set<ObjectId> wanted = places.lacking();
    SegmentWriter fresh = scan(wanted);
    Set<ObjectId> used = new HashSet<>();
    sources.forEach(entry -> used.add(entry.id()));
    Optional<Segment> added =
        cache.isPresent()
            ? cache.get().save(version, cached, fresh, used)
            : Segment.of(fresh.write(version), version);
    if (added.isPresent()) {
      known = cached.with(added.get());
      places = places.with(added.get());
    }
    Optional<DocumentCaches> documents =
        cache.map(beside -> beside.documents(language.documents().version()));
    return new Snapshot(
        new FactsStore(language, blobs, known, documents),
        listing,
        tree,
        places.table(),
        places.lackingPaths());
  }

  /** Reads and scans; what was found is kept in as few bytes as it will take in the cache. */
  private SegmentWriter scan(Set<ObjectId> wanted) {
    SegmentWriter fresh = new SegmentWriter();
    if (!wanted.isEmpty()) {
      try (ParallelScan<FileFacts> scan =
          new ParallelScan<>(
              (blob, content) -> language.scan(content),
              (blob, facts) -> fresh.add(blob.hex(), facts))) {
        blobs.readAll(wanted, (blob, content) -> content.ifPresent(bytes -> scan.add(blob, bytes)));
      }
    }
    return fresh;
  }

  /** Where the facts of each source are. */
  private static final class Places {
    private final List<TreeEntry> sources;
    private final List<Segment> segments;
    private final int[] segmentOf;
    private final int[] blobOf;

    Places(List<TreeEntry> sources, List<Segment> segments) {
      this.sources = sources;
      this.segments = segments;
      this.segmentOf = new int[sources.size()];
      this.blobOf = new int[sources.size()];
      for (int i = 0; i < segmentOf.length; i++) {
        segmentOf[i] = -1;
        find(i, 0);
      }
    }

    private Places(Places known, Segment more) {
      this.sources = known.sources;
      this.segments = new ArrayList<>(known.segments);
      this.segments.add(more);
      this.segmentOf = known.segmentOf.clone();
      this.blobOf = known.blobOf.clone();
      for (int i = 0; i < segmentOf.length; i++) {
        find(i, segments.size() - 1);
      }
    }

    Places with(Segment more) {
      return new Places(this, more);
    }

    private void find(int source, int from) {
      for (int i = from; i < segments.size() && segmentOf[source] < 0; i++) {
        int blob = segments.get(i).find(sources.get(source).id());
        if (blob >= 0) {
          segmentOf[source] = i;
          blobOf[source] = blob;
        }
      }
    }

    Set<ObjectId> lacking() {
      Set<ObjectId> lacking = new LinkedHashSet<>();
      for (int i = 0; i < segmentOf.length; i++) {
        if (segmentOf[i] < 0) {
          lacking.add(sources.get(i).id());
        }
      }
      return lacking;
    }

    List<String> lackingPaths() {
      List<String> lacking = new ArrayList<>();
      for (int i = 0; i < segmentOf.length; i++) {
        if (segmentOf[i] < 0) {
          lacking.add(sources.get(i).path());
        }
      }
      return lacking;
    }

    SourceTable table() {
      return new SourceTable(
          sources.stream().map(TreeEntry::path).toList(), segments, segmentOf, blobOf);
    }
  }
}
