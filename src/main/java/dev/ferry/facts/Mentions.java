package dev.ferry.facts;

import dev.ferry.model.Move;
import dev.ferry.model.ObjectId;
import dev.ferry.model.TreeEntry;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * Finds where text files mention what moves: dotted names of two segments or more, and paths from
 * the root of the repository, each as a whole word ({@code labs.x} is not in {@code old.labs.x},
 * {@code labs/x.py} not in {@code ../labs/x.py}). Safe for several threads as far as the snapshot's
 * {@link BlobSource} is.
 */
public final class Mentions {
  /** Larger files are data or generated, and are named to the reader instead. */
  static final int LARGEST = 2 << 20;

  /** As git tells binary files: by a NUL among the first bytes. */
  private static final int SAMPLE = 8000;

  private final Optional<MentionCache> cache;

  /**
   * What was found.
   *
   * @param mentions by path and place
   * @param notSearched files that are binary, larger than 2 MiB or missing, in path order
   */
  public record Found(List<Mention> mentions, List<String> notSearched) {
    public Found {
      mentions = List.copyOf(mentions);
      notSearched = List.copyOf(notSearched);
    }
  }

  public Mentions(Optional<MentionCache> cache) {
    this.cache = cache;
  }

  /**
   * Searches the files of a snapshot, for any number of moves at once.
   *
   * @param where which paths; sources of the language are usually left to its own rewriting
   */
  public Found find(Snapshot snapshot, List<Move> moves, Predicate<String> where) {
    return find(snapshot, snapshot, moves, where);
  }

  /**
   * The same in another tree than the one that the moves start from.
   *
   * @param named the tree before the moves, which knows the names of their sources
   */
  public Found find(Snapshot snapshot, Snapshot named, List<Move> moves, Predicate<String> where) {
    List<TreeEntry> files =
        snapshot.listing().entries().stream()
            .filter(entry -> entry.isRegularFile() && where.test(entry.path()))
            .toList();
    BlobSource blobs = snapshot.blobs();
    MentionIndex index = index(blobs, files);
    MentionedThings things = MentionedThings.of(moves, named);
    int[] wanted = things.beginnings();
    List<String> notSearched = new ArrayList<>();
    Map<ObjectId, List<String>> candidates = new LinkedHashMap<>();
    for (TreeEntry file : files) {
      int number = index.find(file.id());
      if (number < 0 || index.isUnsearched(number)) {
        notSearched.add(file.path());
      } else if (index.holdsAny(number, wanted)) {
        candidates.computeIfAbsent(file.id(), key -> new ArrayList<>()).add(file.path());
      }
    }
    Map<String, List<Mention>> byPath = new TreeMap<>();
    blobs.readAll(
        candidates.keySet(),
        (blob, content) ->
            content.ifPresent(
                text -> {
                  for (String path : candidates.getOrDefault(blob, List.of())) {
                    byPath.put(path, mentions(path, text, things));
                  }
                }));
    List<Mention> all = new ArrayList<>();
    byPath.values().forEach(all::addAll);
    return new Found(all, notSearched);
  }

  private static List<Mention> mentions(String path, byte[] text, MentionedThings things) {
    List<Mention> mentions = new ArrayList<>();
    int[] counted = {0, 1}; // position, line
    TextRuns.visit(
        text,
        (start, end) -> {
          MentionedThings.Thing thing = things.find(text, start, end);
          if (thing != null) {
            for (; counted[0] < start; counted[0]++) {
              counted[1] += text[counted[0]] == '\n' ? 1 : 0;
            }
            int length = thing.text().getBytes(StandardCharsets.UTF_8).length;
            mentions.add(
                new Mention(
                    path,
                    counted[1],
                    start,
                    start + length,
                    thing.text(),
                    thing.move(),
                    thing.kind()));
          }
        });
    return mentions;
  }

  /** The index of these files: what the cache does not have is read in one go, and added. */
  private MentionIndex index(BlobSource blobs, List<TreeEntry> files) {
    MentionIndex known = cache.flatMap(MentionCache::load).orElseGet(MentionIndex::empty);
    Map<String, ObjectId> used = new HashMap<>();
    Map<String, ObjectId> lacking = new LinkedHashMap<>();
    for (TreeEntry file : files) {
      if (used.put(file.id().hex(), file.id()) == null && known.find(file.id()) < 0) {
        lacking.put(file.id().hex(), file.id());
      }
    }
    if (lacking.isEmpty()) {
      return known;
    }
    SortedMap<String, int[]> hashes = read(blobs, lacking.values());
    if (hashes.isEmpty()) {
      return known; // nothing but missing blobs
    }
    Set<String> tree = used.keySet();
    boolean keepAll = known.size() <= 2 * tree.size();
    known.copyInto(hashes, hex -> keepAll || tree.contains(hex));
    byte[] encoded = MentionIndex.encode(hashes);
    cache.ifPresent(file -> file.save(encoded));
    MentionIndex index = MentionIndex.decode(encoded);
    return index == null ? known : index;
  }

  private SortedMap<String, int[]> read(BlobSource blobs, Collection<ObjectId> wanted) {
    SortedMap<String, int[]> hashes = new TreeMap<>();
    try (ParallelScan<int[]> scan =
        new ParallelScan<>(
            (blob, text) -> hashes(text), (blob, found) -> hashes.put(blob.hex(), found))) {
      blobs.readAll(wanted, (blob, content) -> content.ifPresent(text -> scan.add(blob, text)));
    }
    return hashes;
  }

  /** What a file can mention. */
  static int[] hashes(byte[] text) {
    if (text.length > LARGEST) {
      return MentionIndex.LARGE;
    }
    for (int i = 0; i < text.length && i < SAMPLE; i++) {
      if (text[i] == 0) {
        return MentionIndex.BINARY;
      }
    }
    return TextRuns.beginnings(text);
  }
}
