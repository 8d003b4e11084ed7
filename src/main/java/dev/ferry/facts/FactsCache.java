package dev.ferry.facts;

import dev.ferry.model.ObjectId;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.zip.CRC32C;

/**
 * Facts kept between runs, by blob name and scanner version, in a directory of immutable segments.
 *
 * <p>Any number of processes may use one directory: a segment is written beside and renamed into
 * place whole, named by what it holds, and never changed. Two that write at once leave two
 * segments; one that reads while another tidies misses what was deleted and scans again. A damaged
 * segment is deleted. When segments get many or large, they are written anew as one, without those
 * that nobody used for a week. A directory that cannot be written is read only: the cache saves
 * time, it is never needed.
 */
public final class FactsCache {
  private static final String SUFFIX = ".facts";
  private static final int MOST_SEGMENTS = 8;
  private static final long MOST_BYTES = 96L << 20;
  private static final Duration KEPT_UNUSED = Duration.ofDays(7);
  private static final Duration ABANDONED = Duration.ofHours(1);

  private final Path directory;
  private final Clock clock;

  /** The segments that stood in the directory, with the file of each. */
  record Loaded(Map<Path, Segment> segments) {
    Loaded {
      segments = Map.copyOf(segments);
    }

    boolean contains(ObjectId blob) {
      return segments.values().stream().anyMatch(segment -> segment.find(blob) >= 0);
    }

    Optional<FileFacts> find(ObjectId blob) {
      for (Segment segment : segments.values()) {
        int number = segment.find(blob);
        if (number >= 0) {
          return Optional.of(segment.facts(number));
        }
      }
      return Optional.empty();
    }
  }

  /**
   * @param directory made where it does not exist; nothing else may lie in it
   */
  public FactsCache(Path directory, Clock clock) {
    this.directory = directory;
    this.clock = clock;
  }

  /** Where the words of documents are kept, beside the segments. */
  MentionCache wordsOfDocuments(String version) {
    return new MentionCache(directory.resolveSibling("documents-" + prefix(version) + "words"));
  }

  /** Everything that this scanner wrote; files that are damaged or older are left out. */
  Loaded load(String scannerVersion) {
    Map<Path, Segment> segments = new HashMap<>();
    for (Path file : files(prefix(scannerVersion) + "*" + SUFFIX)) {
      try {
        Optional<Segment> segment = Segment.of(Files.readAllBytes(file), scannerVersion);
        if (segment.isPresent()) {
          segments.put(file, segment.get());
        } else {
          Files.deleteIfExists(file);
        }
      } catch (NoSuchFileException tidiedByAnother) {
        // its facts are scanned again
      } catch (IOException unreadable) {
        // as if it were not there
      }
    }
    return new Loaded(segments);
  }

  /**
   * Adds facts, and tidies where needed.
   *
   * @param used what the snapshot at hand consists of; kept whatever happens to the rest
   * @return whether it could be written
   */
  boolean save(
      String scannerVersion, Loaded loaded, Map<ObjectId, FileFacts> fresh, Set<ObjectId> used) {
    try {
      touchUsed(loaded, used);
      if (fresh.isEmpty()) {
        return true;
      }
      TreeMap<String, FileFacts> facts = new TreeMap<>();
      fresh.forEach((blob, known) -> facts.put(blob.hex(), known));
      boolean tidy = loaded.segments.size() + 1 >= MOST_SEGMENTS || bytes() > MOST_BYTES;
      if (tidy) {
        keepRecent(loaded, used, facts);
      }
      write(prefix(scannerVersion), SegmentWriter.write(scannerVersion, facts));
      if (tidy) {
        for (Path file : loaded.segments.keySet()) {
          Files.deleteIfExists(file);
        }
        deleteAbandoned();
      }
      return true;
    } catch (IOException readOnlyOrFull) {
      return false;
    }
  }

  /** A segment's time of change says when a snapshot last used it; renewed once a day. */
  private void touchUsed(Loaded loaded, Set<ObjectId> used) throws IOException {
    Instant now = clock.instant();
    for (Map.Entry<Path, Segment> entry : loaded.segments.entrySet()) {
      try {
        Instant last = Files.getLastModifiedTime(entry.getKey()).toInstant();
        boolean due = last.isBefore(now.minus(Duration.ofDays(1)));
        if (due && used.stream().anyMatch(blob -> entry.getValue().find(blob) >= 0)) {
          Files.setLastModifiedTime(entry.getKey(), FileTime.from(now));
        }
      } catch (NoSuchFileException tidiedByAnother) {
        // nothing to renew
      }
    }
  }

  private void keepRecent(Loaded loaded, Set<ObjectId> used, Map<String, FileFacts> facts)
      throws IOException {
    Set<String> wanted = used.stream().map(ObjectId::hex).collect(Collectors.toSet());
    boolean tooLarge = bytes() > MOST_BYTES;
    Instant limit = clock.instant().minus(KEPT_UNUSED);
    for (Map.Entry<Path, Segment> entry : loaded.segments.entrySet()) {
      boolean recent = !tooLarge && isNewer(entry.getKey(), limit);
      Segment segment = entry.getValue();
      for (int i = 0; i < segment.size(); i++) {
        String hex = segment.hexOf(i);
        if (recent || wanted.contains(hex)) {
          facts.putIfAbsent(hex, segment.facts(i));
        }
      }
    }
  }

  private static boolean isNewer(Path file, Instant limit) throws IOException {
    try {
      return Files.getLastModifiedTime(file).toInstant().isAfter(limit);
    } catch (NoSuchFileException tidiedByAnother) {
      return true;
    }
  }

  /** Segments of other scanners lie in the same directory, for another version of ferry may run. */
  private static String prefix(String scannerVersion) {
    CRC32C crc = new CRC32C();
    crc.update(scannerVersion.getBytes(StandardCharsets.UTF_8));
    return String.format("%08x-", crc.getValue());
  }

  private void write(String prefix, byte[] segment) throws IOException {
    String name =
        String.format(
            "%s%08x-%x%s", prefix, SegmentWriter.checksum(segment), segment.length, SUFFIX);
    AtomicFile.write(directory.resolve(name), segment);
  }

  private long bytes() throws IOException {
    long total = 0;
    for (Path file : files("*" + SUFFIX)) {
      try {
        total += Files.size(file);
      } catch (NoSuchFileException tidiedByAnother) {
        // counts nothing
      }
    }
    return total;
  }

  /** What killed processes left half written, and what scanners that no longer run left. */
  private void deleteAbandoned() throws IOException {
    for (Path file : files("*" + SUFFIX)) {
      if (!isNewer(file, clock.instant().minus(KEPT_UNUSED))) {
        Files.deleteIfExists(file);
      }
    }
    Instant limit = clock.instant().minus(ABANDONED);
    for (Path file : files("*.tmp")) {
      if (!isNewer(file, limit)) {
        Files.deleteIfExists(file);
      }
    }
  }

  private List<Path> files(String pattern) {
    List<Path> files = new ArrayList<>();
    try (DirectoryStream<Path> entries = Files.newDirectoryStream(directory, pattern)) {
      entries.forEach(files::add);
    } catch (IOException noDirectory) {
      return List.of();
    }
    return files;
  }
}
