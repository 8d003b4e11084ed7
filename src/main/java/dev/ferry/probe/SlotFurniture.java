package dev.ferry.probe;

import dev.ferry.model.Code;
import dev.ferry.model.Problem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Brings what the worktree settings name from the checkout into a slot. */
final class SlotFurniture {
  private final Path checkout;
  private final WorktreeSettings settings;

  SlotFurniture(Path checkout, WorktreeSettings settings) {
    this.checkout = checkout;
    this.settings = settings;
  }

  /** What is missing in the checkout; empty where all is in place. */
  List<Problem> bringInto(Path slot) {
    List<Problem> problems = new ArrayList<>();
    try {
      for (String path : settings.link()) {
        Path from = checkout.resolve(path).normalize();
        Path to = slot.resolve(path).normalize();
        if (usable("link", path, from, to, slot, problems) && isFree(to)) {
          Files.createDirectories(to.getParent());
          Files.createSymbolicLink(to, from);
        }
      }
      for (String path : settings.copy()) {
        Path from = checkout.resolve(path).normalize();
        Path to = slot.resolve(path).normalize();
        if (usable("copy", path, from, to, slot, problems) && isFree(to)) {
          DirectoryTree.copy(from, to);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return problems;
  }

  /** What the commit has itself, or the slot brought along already, is left alone. */
  private static boolean isFree(Path to) {
    return !Files.exists(to, LinkOption.NOFOLLOW_LINKS);
  }

  /** A path that leads out of the checkout or the slot is as wrong as a missing one. */
  private boolean usable(
      String how, String path, Path from, Path to, Path slot, List<Problem> problems) {
    boolean inside = from.startsWith(checkout) && to.startsWith(slot) && !to.equals(slot);
    if (inside && Files.exists(from, LinkOption.NOFOLLOW_LINKS)) {
      return true;
    }
    problems.add(Problem.of(Code.E008, how, path));
    return false;
  }
}
