package dev.ferry.python.modules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ferry.facts.InMemoryBlobs;
import dev.ferry.model.TreeChange;
import dev.ferry.model.TreeListing;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What is found in a tree that is known by its differences from another one. */
final class FoundPackagesTest {
  private static final List<String> ROOTS = List.of("", "src");
  private static final List<String> DIRECTORIES =
      List.of(
          "", "a", "b", "p", "p/a", "p/a/b", "p/src", "p/src/b", "q/a", "src/a", "tests",
          "tests/c");
  private static final List<String> FILES =
      List.of("__init__.py", "__init__.py", "__init__.pyi", "a.py", "b.pyi", "c.txt", "setup.py");

  private final InMemoryBlobs blobs = new InMemoryBlobs();

  /** As many as differ show that the trees are not all alike. */
  @Test
  void aTreeKnownByItsDifferencesHasTheSamePackages() {
    Random random = new Random(20261126);
    int differing = 0;
    for (int round = 0; round < 2_000; round++) {
      TreeListing tree = blobs.tree(files(random, 8));
      FoundPackages found = FoundPackages.in(tree, ROOTS);
      for (int step = 0; step < 3; step++) {
        TreeListing before = tree;
        List<TreeChange> changes = changes(random, tree);
        tree = tree.after(changes, blobs::nameOf);
        Map<String, String> was = Map.copyOf(found.directories());
        found = found.after(tree);
        assertThat(found.directories())
            .as("round %d: %s, then %s", round, before.entries(), changes)
            .isEqualTo(FoundPackages.in(tree, ROOTS).directories());
        differing += found.directories().equals(was) ? 0 : 1;
      }
    }
    assertThat(differing).isGreaterThan(200);
  }

  private static String[] files(Random random, int count) {
    Map<String, String> files = new HashMap<>();
    for (int i = 0; i < count; i++) {
      files.put(path(random), "");
    }
    return files.entrySet().stream()
        .flatMap(file -> List.of(file.getKey(), file.getValue()).stream())
        .toArray(String[]::new);
  }

  private static String path(Random random) {
    String directory = DIRECTORIES.get(random.nextInt(DIRECTORIES.size()));
    String file = FILES.get(random.nextInt(FILES.size()));
    return directory.isEmpty() ? file : directory + "/" + file;
  }

  private static List<TreeChange> changes(Random random, TreeListing tree) {
    List<TreeChange> changes = new ArrayList<>();
    for (int i = 0; i <= random.nextInt(3); i++) {
      String path = path(random);
      changes.add(
          tree.containsFile(path)
              ? new TreeChange.Delete(path)
              : new TreeChange.Write(path, "100644", new byte[0]));
    }
    return changes;
  }
}
