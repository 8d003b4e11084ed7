package dev.ferry.lanes;

import dev.ferry.facts.InMemoryBlobs;
import dev.ferry.facts.Snapshot;
import dev.ferry.facts.SnapshotReader;
import dev.ferry.model.ObjectId;
import dev.ferry.python.Python;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A tree without git. */
final class MemorySnapshot {
  private MemorySnapshot() {}

  static Snapshot of(Map<String, String> files) {
    List<String> pairs = new ArrayList<>();
    files.forEach((path, text) -> pairs.addAll(List.of(path, text)));
    InMemoryBlobs blobs = new InMemoryBlobs();
    return new SnapshotReader(new Python(), blobs, Optional.empty())
        .read(new ObjectId("0".repeat(40)), blobs.tree(pairs.toArray(String[]::new)));
  }

  static Snapshot of(String... pathsAndTexts) {
    InMemoryBlobs blobs = new InMemoryBlobs();
    return new SnapshotReader(new Python(), blobs, Optional.empty())
        .read(new ObjectId("0".repeat(40)), blobs.tree(pathsAndTexts));
  }
}
