package dev.ferry.git;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ferry.model.ObjectId;
import dev.ferry.model.TreeEntry;
import dev.ferry.process.Programs;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class GitBlobsTest {
  private static final ObjectId MISSING = new ObjectId("12".repeat(20));

  @TempDir Path directory;
  private final Programs programs = new Programs();
  private final Map<ObjectId, byte[]> expected = new LinkedHashMap<>();
  private GitBlobs blobs;

  @BeforeEach
  void commitManyFiles() {
    UserRepository user = UserRepository.create(directory.resolve("r"));
    for (int i = 0; i < 1200; i++) {
      user.file("d" + i % 7 + "/f" + i, ("line\r\n\0" + "x".repeat(i)).getBytes(UTF_8));
    }
    user.file("empty", "").commit("many");
    Repository repository = user.open(programs);
    blobs = repository.blobs();
    for (TreeEntry entry : repository.tree(user.head()).entries()) {
      expected.put(entry.id(), blobs.read(entry.id()).orElseThrow());
    }
  }

  @AfterEach
  void endAll() {
    blobs.close();
    programs.close();
  }

  @Test
  void everyBlobHasTheNameThatGitGivesIt() {
    expected.forEach((id, content) -> assertThat(blobs.nameOf(content)).isEqualTo(id));
  }

  @Test
  void manyAreReadInTheOrderAskedForAndMissingOnesAreTold() {
    List<ObjectId> asked = new ArrayList<>(expected.keySet());
    Collections.reverse(asked);
    asked.add(1000, MISSING);
    asked.add(asked.getFirst());
    List<ObjectId> visited = new ArrayList<>();
    blobs.readAll(
        asked,
        (id, content) -> {
          visited.add(id);
          if (id.equals(MISSING)) {
            assertThat(content).isEmpty();
          } else {
            assertThat(content.orElseThrow()).isEqualTo(expected.get(id));
          }
        });
    assertThat(visited).isEqualTo(asked);
  }

  @Test
  void aMissingBlobIsNothingAndTheNextOneIsStillRead() {
    ObjectId first = expected.keySet().iterator().next();
    assertThat(blobs.read(MISSING)).isEmpty();
    assertThat(blobs.read(first).orElseThrow()).isEqualTo(expected.get(first));
  }

  @Test
  void severalThreadsMayReadAtOnce() throws Exception {
    List<ObjectId> ids = List.copyOf(expected.keySet());
    List<Callable<Boolean>> readers = new ArrayList<>();
    for (int thread = 0; thread < 4; thread++) {
      int step = 7 + thread;
      readers.add(
          () -> {
            for (int i = 0; i < ids.size(); i += step) {
              Optional<byte[]> read = blobs.read(ids.get(i));
              assertThat(read.orElseThrow()).isEqualTo(expected.get(ids.get(i)));
            }
            return true;
          });
    }
    try (ExecutorService pool = Executors.newFixedThreadPool(4)) {
      for (Future<Boolean> done : pool.invokeAll(readers)) {
        assertThat(done.get()).isTrue();
      }
    }
  }

  @Test
  void aVisitorThatFailsLeavesNoProcessBehind() {
    long before = children();
    try {
      blobs.readAll(
          expected.keySet(),
          (id, content) -> {
            throw new IllegalStateException("enough");
          });
    } catch (IllegalStateException enough) {
      assertThat(children()).isLessThanOrEqualTo(before);
      return;
    }
    throw new AssertionError("the visitor's exception is gone");
  }

  private static long children() {
    return ProcessHandle.current().descendants().filter(ProcessHandle::isAlive).count();
  }
}
