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
  /** Changes with the form of segments: another version of ferry may run beside this one. */
  private static final String SUFFIX = ".facts2";

  private static final String SUFFIX_OF_ANY = ".facts*";
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

    /** With a segment that has no file. */
    Loaded with(Segment more) {
      Map<Path, Segment> all = new HashMap<>(segments);
      all.put(Path.of(""), more);
      return new Loaded(all);
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

  /** What is kept of documents, beside the segments. */
  DocumentCaches documents(String version) {
    return new DocumentCaches(
        new MentionCache(directory.resolveSibling("documents-" + prefix(version) + "words")),
        new MentionCache(directory.resolveSibling(MentionCache.OF_DOCUMENTS)));
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
   * @param fresh what the loaded segments lack; where it is tidied, more is added to it
   * @param used what the snapshot at hand consists of; kept whatever happens to the rest
   * @return the segment of the fresh facts, whether or not it could be written
   */
  Optional<Segment> save(
      String scannerVersion, Loaded loaded, SegmentWriter fresh, Set<ObjectId> used) {
    try {
      touchUsed(loaded, used);
    } catch (IOException readOnly) {
      // they will look older than they are
    }
    if (fresh.isEmpty()) {
      return Optional.empty();
    }
    boolean tidy = loaded.segments.size() + 1 >= MOST_SEGMENTS || bytes() > MOST_BYTES;
    if (tidy) {
      keepRecent(loaded, used, fresh);
    }
    byte[] segment = fresh.write(scannerVersion);
    try {
      write(prefix(scannerVersion), segment);
      if (tidy) {
        for (Path file : loaded.segments.keySet()) {
          Files.deleteIfExists(file);
        }
        deleteAbandoned();
      }
    } catch (IOException readOnlyOrFull) {
      // scanned again the next time
    }
    return Segment.of(segment, scannerVersion);
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

  private void keepRecent(Loaded loaded, Set<ObjectId> used, SegmentWriter facts) {
    Set<String> wanted = used.stream().map(ObjectId::hex).collect(Collectors.toSet());
    boolean tooLarge = bytes() > MOST_BYTES;
    Instant limit = clock.instant().minus(KEPT_UNUSED);
    for (Map.Entry<Path, Segment> entry : loaded.segments.entrySet()) {
      boolean recent = !tooLarge && isNewer(entry.getKey(), limit);
      Segment segment = entry.getValue();
      for (int i = 0; i < segment.size(); i++) {
        String hex = segment.hexOf(i);
        if (recent || wanted.contains(hex)) {
          facts.add(hex, segment.facts(i));
        }
      }
    }
  }

  private static boolean isNewer(Path file, Instant limit) {
    try {
      return Files.getLastModifiedTime(file).toInstant().isAfter(limit);
    } catch (IOException tidiedByAnother) {
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

  private long bytes() {
    long total = 0;
    for (Path file : files("*" + SUFFIX)) {
      try {
        total += Files.size(file);
      } catch (IOException tidiedByAnother) {
        // counts nothing
      }
    }
    return total;
  }

  /** What killed processes left half written, and what scanners that no longer run left. */
  private void deleteAbandoned() throws IOException {
    for (Path file : files("*" + SUFFIX_OF_ANY)) {
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
