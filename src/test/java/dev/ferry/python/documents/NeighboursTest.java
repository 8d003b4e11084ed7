package dev.ferry.python.documents;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ferry.facts.InMemoryBlobs;
import dev.ferry.facts.Relocation;
import dev.ferry.facts.Snapshot;
import dev.ferry.facts.SnapshotReader;
import dev.ferry.model.Move;
import dev.ferry.python.Python;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** The quick look at a document: whether it can name one of many modules. */
final class NeighboursTest {
  private static final int MODULES = 200;

  /** A module in each of many packages, one with a letter beyond ASCII, and a file of data. */
  private final Neighbours neighbours = neighbours();

  private static Neighbours neighbours() {
    List<String> files = new ArrayList<>();
    List<Move> moves = new ArrayList<>();
    Map<String, String> paths = new TreeMap<>();
    for (int i = 0; i < MODULES; i++) {
      files.add("labs/p" + i + "/module" + i + ".py");
    }
    files.add("labs/uhr/f\u00fcnf.py");
    files.add("labs/data/-odd.schema.json");
    InMemoryBlobs blobs = new InMemoryBlobs();
    List<String> tree = new ArrayList<>();
    for (String file : files) {
      tree.addAll(List.of(file, ""));
      moves.add(new Move(file, file, "core/" + file));
      paths.put(file, "core/" + file);
    }
    Snapshot snapshot =
        new SnapshotReader(new Python(), blobs, Optional.empty())
            .read(blobs.nameOf(new byte[0]), blobs.tree(tree.toArray(String[]::new)));
    return new Neighbours(
        new Relocation(
            moves,
            paths,
            snapshot.modules(),
            snapshot.modules(),
            snapshot::facts,
            (path, name) -> false));
  }

  private boolean in(String text) {
    return neighbours.in(Latin.of(text));
  }

  @Test
  void eachIsFoundByItsLastTwoSegments() {
    for (int i = 0; i < MODULES; i++) {
      assertThat(in("see p" + i + ".module" + i + "!")).isTrue();
      assertThat(in("labs/p" + i + "/module" + i + ".py")).isTrue();
      assertThat(in("labs\\p" + i + "\\.module" + i)).as("of a regular expression").isTrue();
    }
    assertThat(in("labs.uhr.f\u00fcnf")).isTrue();
    assertThat(in("data/-odd.schema.json")).isTrue();
  }

  @Test
  void aWordAloneOrBesideAnotherIsNone() {
    assertThat(in("module7 p7 p7-module7 p8.module7 p7.module77x p7.modul e7 p7.")).isFalse();
    assertThat(in(".module7")).isFalse();
    assertThat(in("7.module7")).isFalse();
    assertThat(in("")).isFalse();
  }
}
