package dev.ferry.git;

import dev.ferry.model.ObjectId;
import dev.ferry.model.RepoPaths;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Whether paths exist in trees, for many trees and paths by two calls of git. The folders are read
 * and not the files: a file whose blob the repository lacks is there all the same, and a partial
 * clone must not fetch blobs one by one only to see them.
 */
final class PathQueries {
  private final GitCalls calls;

  /** From {@code ref:folder} to its tree. */
  private final Map<String, Optional<ObjectId>> folders = new LinkedHashMap<>();

  private final Map<ObjectId, Set<String>> names = new HashMap<>();

  PathQueries(GitCalls calls) {
    this.calls = calls;
  }

  /** Says that {@link #exists} will be asked. */
  void ask(String ref, String path) {
    folders.putIfAbsent(folderOf(ref, path), Optional.empty());
  }

  void answer() {
    List<String> questions = List.copyOf(folders.keySet());
    var answers = ObjectQueries.ask(calls, questions);
    Set<ObjectId> trees = new LinkedHashSet<>();
    for (int i = 0; i < questions.size(); i++) {
      Optional<ObjectId> tree =
          answers.get(i).filter(a -> a.type().equals("tree")).map(ObjectQueries.Answer::id);
      folders.put(questions.get(i), tree);
      tree.ifPresent(trees::add);
    }
    read(List.copyOf(trees));
  }

  boolean exists(String ref, String path) {
    return folders
        .getOrDefault(folderOf(ref, path), Optional.empty())
        .map(tree -> names.getOrDefault(tree, Set.of()).contains(bytesOf(RepoPaths.name(path))))
        .orElse(false);
  }

  private static String folderOf(String ref, String path) {
    return ref + ":" + RepoPaths.parent(path);
  }

  private void read(List<ObjectId> trees) {
    if (trees.isEmpty()) {
      return;
    }
    StringBuilder input = new StringBuilder();
    trees.forEach(tree -> input.append(tree.hex()).append('\n'));
    byte[] output =
        calls
            .run(
                input.toString().getBytes(StandardCharsets.US_ASCII),
                List.of("cat-file", "--batch", "--buffer"))
            .stdout();
    int at = 0;
    for (ObjectId tree : trees) {
      int header = indexOf(output, '\n', at);
      String[] words = text(output, at, header).split(" ");
      int size = Integer.parseInt(words[2]);
      names.put(tree, namesIn(output, header + 1, header + 1 + size, tree.hex().length() / 2));
      at = header + 1 + size + 1;
    }
  }

  /** Entries as {@code MODE SP NAME NUL} and the object's name in binary. */
  private static Set<String> namesIn(byte[] output, int from, int to, int idLength) {
    List<String> names = new ArrayList<>();
    for (int at = from; at < to; ) {
      int blank = indexOf(output, ' ', at);
      int end = indexOf(output, '\0', blank);
      names.add(text(output, blank + 1, end));
      at = end + 1 + idLength;
    }
    return new HashSet<>(names);
  }

  private static int indexOf(byte[] bytes, char wanted, int from) {
    for (int i = from; i < bytes.length; i++) {
      if (bytes[i] == wanted) {
        return i;
      }
    }
    throw GitCalls.failed(List.of("cat-file"), "output that ends in the middle");
  }

  /** Names are compared as bytes, one character each. */
  private static String bytesOf(String name) {
    byte[] bytes = RepoPaths.encode(name);
    return text(bytes, 0, bytes.length);
  }

  private static String text(byte[] bytes, int from, int to) {
    return new String(bytes, from, to - from, StandardCharsets.ISO_8859_1);
  }
}
