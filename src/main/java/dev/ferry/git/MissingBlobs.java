package dev.ferry.git;

import dev.ferry.model.ObjectId;
import dev.ferry.model.TreeChange;
import dev.ferry.model.TreeEntry;
import dev.ferry.model.TreeListing;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Moves files whose blobs the repository lacks, as partial and damaged clones do. */
final class MissingBlobs {
  /** No project has such a folder; it is gone again before the commit ends. */
  private static final String ASIDE = ".ferry-aside/";

  private MissingBlobs() {}

  /**
   * @param tree of the parent, where each missing blob stands somewhere
   */
  static List<ImportStream.Step> steps(
      TreeListing tree, List<TreeChange> changes, List<ObjectId> missing) {
    Map<ObjectId, String> where = new HashMap<>();
    for (TreeEntry entry : tree.entries()) {
      where.putIfAbsent(entry.id(), entry.path());
    }
    List<ImportStream.Step> copies = new ArrayList<>();
    List<ImportStream.Step> work = new ArrayList<>();
    for (TreeChange change : changes) {
      if (change instanceof TreeChange.Place place
          && missing.contains(place.id())
          && where.containsKey(place.id())) {
        String aside = ASIDE + copies.size();
        copies.add(new ImportStream.Copy(where.getOrDefault(place.id(), ""), aside));
        work.add(new ImportStream.Rename(aside, place.path()));
      } else {
        work.add(new ImportStream.Change(change));
      }
    }
    copies.addAll(work);
    return copies;
  }
}
