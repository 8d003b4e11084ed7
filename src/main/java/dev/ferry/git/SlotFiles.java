package dev.ferry.git;

import java.util.List;

/**
 * What a slot gets besides the commit's own files. All are paths inside the repository; what the
 * user's checkout lacks, or the commit itself has, is left alone.
 *
 * @param link shared with the user's checkout by a symbolic link: a virtual environment
 * @param copy copied from the user's checkout at each commit: local settings
 * @param keep made by a set-up command in the slot, and kept from one commit to the next
 */
public record SlotFiles(List<String> link, List<String> copy, List<String> keep) {
  public static final SlotFiles NONE = new SlotFiles(List.of(), List.of(), List.of());

  /**
   * @throws IllegalArgumentException for a path that leads out of the repository
   */
  public SlotFiles {
    link = List.copyOf(link);
    copy = List.copyOf(copy);
    keep = List.copyOf(keep);
    for (List<String> paths : List.of(link, copy, keep)) {
      paths.forEach(TreePaths::check);
    }
  }
}
