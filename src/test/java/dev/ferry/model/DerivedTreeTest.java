package dev.ferry.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** A tree derived step by step answers like one that was listed anew. */
final class DerivedTreeTest {
  private static final Function<byte[], ObjectId> NAMES =
      content -> new ObjectId(String.format("%040x", java.util.Arrays.hashCode(content)));

  @Test
  void derivedTreesAnswerLikeListedOnes() {
    Random random = new Random(7);
    TreeMap<String, TreeEntry> expected = new TreeMap<>();
    for (int i = 0; i < 40; i++) {
      add(expected, path(random), i);
    }
    TreeListing derived = TreeListing.of(expected.values());
    for (int step = 0; step < 200; step++) {
      List<TreeChange> changes = new ArrayList<>();
      for (int i = 0; i < 3; i++) {
        String path = path(random);
        if (random.nextBoolean()) {
          changes.add(new TreeChange.Delete(path));
          expected.remove(path);
        } else {
          byte[] content = ("" + step + i).getBytes(StandardCharsets.US_ASCII);
          changes.add(new TreeChange.Write(path, "100644", content));
          expected.put(path, new TreeEntry("100644", NAMES.apply(content), path));
        }
      }
      derived = derived.after(changes, NAMES);
      TreeListing listed = TreeListing.of(expected.values());
      assertThat(derived.size()).isEqualTo(listed.size());
      assertThat(derived.entries()).containsExactlyElementsOf(listed.entries());
      for (String directory : List.of("a", "b", "a/b", "a/b/c", "z")) {
        assertThat(derived.containsDirectory(directory))
            .isEqualTo(listed.containsDirectory(directory));
        assertThat(derived.below(directory)).containsExactlyElementsOf(listed.below(directory));
      }
      String any = path(random);
      assertThat(derived.find(any)).isEqualTo(listed.find(any));
    }
  }

  private static void add(TreeMap<String, TreeEntry> entries, String path, int number) {
    ObjectId id = new ObjectId(String.format("%040x", number));
    entries.put(path, new TreeEntry("100644", id, path));
  }

  private static String path(Random random) {
    StringBuilder path = new StringBuilder();
    for (int depth = random.nextInt(3); depth > 0; depth--) {
      path.append((char) ('a' + random.nextInt(3))).append('/');
    }
    return path.append("f").append(random.nextInt(8)).append(".py").toString();
  }
}
