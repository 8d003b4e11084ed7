package dev.ferry.git;

import dev.ferry.model.ObjectId;
import dev.ferry.model.TreeChange;
import dev.ferry.model.TreeEntry;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Compares a candidate's tree with what was asked for. fast-import lets a folder replace a file,
 * and a file a folder, without a word.
 */
final class TreeCheck {
  private TreeCheck() {}

  static void check(FerryClone clone, Candidate candidate, List<TreeChange> changes) {
    Map<String, Optional<TreeEntry>> wanted = wanted(clone.repository().format(), changes);
    for (TreeDifference.Entry entry :
        TreeDifference.between(clone.calls(), candidate.parent(), candidate.commit())) {
      Optional<TreeEntry> expected = wanted.get(entry.path());
      if (expected == null || !entry.now().equals(expected)) {
        throw new IllegalStateException(
            "the tree came out other than planned at " + entry.path() + ": " + entry.now());
      }
    }
  }

  private static Map<String, Optional<TreeEntry>> wanted(
      ObjectFormat format, List<TreeChange> changes) {
    Map<String, Optional<TreeEntry>> wanted = new HashMap<>();
    for (TreeChange change : changes) {
      Optional<TreeEntry> entry =
          switch (change) {
            case TreeChange.Write(String path, String mode, byte[] content) ->
                Optional.of(new TreeEntry(mode, format.blobName(content), path));
            case TreeChange.Place(String path, String mode, ObjectId id) ->
                Optional.of(new TreeEntry(mode, id, path));
            case TreeChange.Delete(String path) -> Optional.empty();
          };
      wanted.put(change.path(), entry);
    }
    return wanted;
  }
}
