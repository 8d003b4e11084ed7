package dev.ferry.facts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ferry.model.TreeChange;
import dev.ferry.model.TreeListing;
import dev.ferry.python.Python;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the cache keeps, and that nothing it holds can do harm. */
final class FactsCacheTest {
  private static final String TEXT =
      """
      import a.b as c
      from ..d import (e as f, g)
      if x:
          from . import *
      patch("h.i")
      class J: pass
      sys.path.append(__file__)
      """;

  @TempDir Path directory;
  private final InMemoryBlobs blobs = new InMemoryBlobs();

  private Snapshot read(TreeListing listing) {
    return read(listing, new Python());
  }

  private Snapshot read(TreeListing listing, Language language) {
    FactsCache cache = new FactsCache(directory, Clock.systemUTC());
    return new SnapshotReader(language, blobs, Optional.of(cache))
        .read(blobs.nameOf(new byte[0]), listing);
  }

  private List<Path> segments() throws IOException {
    try (Stream<Path> files = Files.list(directory)) {
      return files.sorted().toList();
    }
  }

  @Test
  void aSecondReaderScansNothingAndKnowsTheSame() {
    TreeListing listing = blobs.tree("a.py", TEXT, "b.py", "", "c.py", "x = 'é.ü'; import é\n");
    Snapshot first = read(listing);
    int reads = blobs.reads();
    Snapshot second = read(listing);
    assertThat(blobs.reads()).isEqualTo(reads);
    for (String path : first.sources()) {
      FileFacts scanned = first.facts(path).orElseThrow();
      FileFacts cached = second.facts(path).orElseThrow();
      assertThat(cached).isEqualTo(scanned);
      assertThat(cached.boundNames()).containsExactlyElementsOf(scanned.boundNames());
    }
  }

  @Test
  void onlyNewBlobsAreScanned() {
    read(blobs.tree("a.py", "import a\n", "b.py", "import b\n"));
    int reads = blobs.reads();
    read(blobs.tree("a.py", "import a\n", "b.py", "import c\n"));
    assertThat(blobs.reads()).isEqualTo(reads + 1);
  }

  @Test
  void anotherScannerIsAskedAgain() {
    TreeListing listing = blobs.tree("a.py", "import a\n");
    read(listing);
    int reads = blobs.reads();
    read(listing, new NewerPython());
    assertThat(blobs.reads()).isEqualTo(reads + 1);
    read(listing);
    assertThat(blobs.reads()).as("the older one's facts are still there").isEqualTo(reads + 1);
  }

  @Test
  void aDamagedFileIsIgnoredAndWrittenAnew() throws IOException {
    TreeListing listing = blobs.tree("a.py", TEXT);
    read(listing);
    byte[] whole = Files.readAllBytes(segments().getFirst());
    List<byte[]> damages = new ArrayList<>();
    for (int length = 0; length < whole.length; length += 7) {
      damages.add(java.util.Arrays.copyOf(whole, length));
    }
    for (int at = 0; at < whole.length; at += 5) {
      byte[] flipped = whole.clone();
      flipped[at] ^= 4;
      damages.add(flipped);
    }
    for (byte[] damage : damages) {
      Files.write(segments().getFirst(), damage);
      assertThat(read(listing).facts("a.py").orElseThrow().imports()).hasSize(4);
      assertThat(Files.readAllBytes(segments().getFirst())).isEqualTo(whole);
    }
  }

  @Test
  void manyAtOnceLeaveAWholeCache() throws Exception {
    List<Future<?>> running = new ArrayList<>();
    try (var workers = Executors.newFixedThreadPool(8)) {
      for (int i = 0; i < 200; i++) {
        String text = "import m" + i % 60 + "\n";
        running.add(
            workers.submit(
                () -> {
                  InMemoryBlobs own = new InMemoryBlobs();
                  FactsCache cache = new FactsCache(directory, Clock.systemUTC());
                  TreeListing listing = own.tree("a.py", text, "b.py", "import shared\n");
                  Snapshot snapshot =
                      new SnapshotReader(new Python(), own, Optional.of(cache))
                          .read(own.nameOf(new byte[0]), listing);
                  assertThat(snapshot.facts("a.py").orElseThrow().imports().getFirst().module())
                      .isEqualTo(text.substring(7).strip());
                }));
      }
      for (Future<?> future : running) {
        future.get();
      }
    }
    assertThat(segments()).noneMatch(file -> file.toString().endsWith(".tmp"));
    int reads = blobs.reads();
    read(blobs.tree("b.py", "import shared\n"));
    assertThat(blobs.reads()).isEqualTo(reads);
  }

  @Test
  void whatNobodyUsedForAWeekIsDroppedWhenSegmentsGetMany() throws IOException {
    read(blobs.tree("old.py", "import old\n"));
    FileTime longAgo = FileTime.from(Instant.now().minus(Duration.ofDays(30)));
    Files.setLastModifiedTime(segments().getFirst(), longAgo);
    for (int i = 0; i < 30; i++) {
      read(blobs.tree("a.py", "import a\n", "b.py", "import b" + i + "\n"));
      assertThat(segments()).hasSizeLessThanOrEqualTo(8);
    }
    int reads = blobs.reads();
    read(blobs.tree("a.py", "import a\n", "b.py", "import b3\n"));
    assertThat(blobs.reads()).as("recent ones stay").isEqualTo(reads);
    read(blobs.tree("old.py", "import old\n"));
    assertThat(blobs.reads()).as("the unused one went").isEqualTo(reads + 1);
  }

  @Test
  void aDirectoryThatCannotBeWrittenStopsNothing() throws IOException {
    Path file = Files.createFile(directory.resolve("file"));
    FactsCache cache = new FactsCache(file.resolve("below"), Clock.systemUTC());
    Snapshot snapshot =
        new SnapshotReader(new Python(), blobs, Optional.of(cache))
            .read(blobs.nameOf(new byte[0]), blobs.tree("a.py", "import a\n"));
    assertThat(snapshot.facts("a.py")).isPresent();
  }

  @Test
  void otherUsersCannotWriteSegments() throws IOException {
    read(blobs.tree("a.py", "import a\n"));
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(segments().getFirst())))
        .isEqualTo("rw-------");
  }

  @Test
  void derivedSnapshotsWriteNothing() throws IOException {
    Snapshot snapshot = read(blobs.tree("a.py", "import a\n"));
    List<Path> before = segments();
    byte[] text = "import b\n".getBytes(StandardCharsets.UTF_8);
    snapshot.after(List.of(new TreeChange.Write("b.py", "100644", text))).graph();
    assertThat(segments()).isEqualTo(before);
  }

  /** The same scanner under another version. */
  private static final class NewerPython implements Language {
    private final Python python = new Python();

    @Override
    public String scannerVersion() {
      return python.scannerVersion() + "-newer";
    }

    @Override
    public boolean claims(String path) {
      return python.claims(path);
    }

    @Override
    public FileFacts scan(byte[] source) {
      return python.scan(source);
    }

    @Override
    public ModuleTable modules(
        TreeListing tree, java.util.function.Function<String, byte[]> contents) {
      return python.modules(tree, contents);
    }

    @Override
    public Language rootedAt(java.util.List<String> roots) {
      return python.rootedAt(roots);
    }

    @Override
    public DocumentFormats documents() {
      return python.documents();
    }
  }
}
