package dev.ferry.python.documents;

import dev.ferry.model.Code;
import dev.ferry.model.Confidence;
import dev.ferry.python.documents.RunRewriter.Change;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Where a file or directory of the repository is put into an image or container at the same path
 * below another directory, it has to go on lying at the path that its modules have; and whoever
 * names that copy in the same document has to follow.
 */
final class CopiedPaths {
  private static final Set<String> COPYING = Set.of("copy", "add", "volumes");

  private final String text;

  /** What stands before the changed end of copies, as in {@code /app/}. */
  private final Set<String> beginnings = new HashSet<>();

  CopiedPaths(String text) {
    this.text = text;
  }

  /** Looks at the changes of an item. */
  void see(Item item, List<Change> changes) {
    if (item.path().isEmpty() || !COPYING.contains(item.path().getLast())) {
      return;
    }
    for (Change change : changes) {
      if (change.told() == Code.M111 && isCopy(change, changes)) {
        beginnings.add(beginning(change));
      }
    }
  }

  /** The changes of the document; those that lead to a copy are likely. */
  List<Change> raised(List<Change> changes) {
    return beginnings.isEmpty()
        ? changes
        : changes.stream()
            .map(
                change ->
                    change.told() == Code.M111 && beginnings.contains(beginning(change))
                        ? likely(change)
                        : change)
            .toList();
  }

  private static boolean isCopy(Change change, List<Change> changes) {
    return changes.stream()
        .anyMatch(
            other ->
                other.confidence() != Confidence.LOW
                    && other.start() < change.start()
                    && other.now().endsWith(change.now()));
  }

  private String beginning(Change change) {
    int start = change.start();
    while (start > 0 && (text.charAt(start - 1) == '/' || isPart(text.charAt(start - 1)))) {
      start--;
    }
    return text.substring(start, change.start());
  }

  private static boolean isPart(char c) {
    return Character.isLetterOrDigit(c) || "._-".indexOf(c) >= 0;
  }

  private static Change likely(Change change) {
    return new Change(
        change.start(), change.end(), change.text(), change.old(), change.now(), Confidence.MEDIUM);
  }
}
