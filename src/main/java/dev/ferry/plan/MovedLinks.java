package dev.ferry.plan;

import dev.ferry.facts.Relocation;
import dev.ferry.facts.Snapshot;
import dev.ferry.model.Code;
import dev.ferry.model.Confidence;
import dev.ferry.model.Edit;
import dev.ferry.model.EditReason;
import dev.ferry.model.Problem;
import dev.ferry.model.RepoPaths;
import dev.ferry.model.TreeChange;
import dev.ferry.model.TreeEntry;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Keeps symbolic links pointing at what they pointed at: links that move, and links whose target
 * does. Links are read and never followed; absolute ones stay as they are.
 */
final class MovedLinks {
  private final Snapshot base;
  private final Relocation relocation;
  private final List<TreeChange.Write> changes = new ArrayList<>();
  private final List<Edit> edits = new ArrayList<>();
  private final List<Problem> notes = new ArrayList<>();

  private MovedLinks(Snapshot base, Relocation relocation) {
    this.base = base;
    this.relocation = relocation;
  }

  static MovedLinks of(Snapshot base, Relocation relocation) {
    MovedLinks links = new MovedLinks(base, relocation);
    List<String> paths =
        base.listing().entries().stream()
            .filter(TreeEntry::isSymbolicLink)
            .map(TreeEntry::path)
            .toList();
    Map<String, byte[]> texts = base.contents(paths);
    for (String path : paths) {
      Optional.ofNullable(texts.get(path)).ifPresent(text -> links.look(path, text));
    }
    return links;
  }

  /** The links that say something else afterwards, at their place after the moves. */
  List<TreeChange.Write> changes() {
    return changes;
  }

  List<Edit> edits() {
    return edits;
  }

  List<Problem> notes() {
    return notes;
  }

  private void look(String path, byte[] content) {
    String text = RepoPaths.decode(content);
    if (text.isEmpty() || text.startsWith("/")) {
      return;
    }
    String newPath = relocation.newPath(path);
    String target = joined(RepoPaths.parent(path), text);
    String wanted = newTarget(target);
    if (joined(RepoPaths.parent(newPath), text).equals(wanted)) {
      return;
    }
    if (goesThroughLink(path, target)) {
      notes.add(Problem.at(newPath, 0, Code.M116, newPath, text));
      return;
    }
    String fresh = between(RepoPaths.parent(newPath), wanted);
    byte[] bytes = RepoPaths.encode(fresh);
    changes.add(new TreeChange.Write(newPath, "120000", bytes));
    edits.add(new Edit(path, 0, content.length, bytes, EditReason.DOCUMENT, Confidence.HIGH, 1));
  }

  private String newTarget(String target) {
    return base.listing().containsFile(target)
        ? relocation.newPath(target)
        : relocation.newDirectory(target).orElse(target);
  }

  /** Whether the system would turn off on the way, so that the text alone does not tell where. */
  private boolean goesThroughLink(String path, String target) {
    return isBelowLink(path) || isBelowLink(target);
  }

  private boolean isBelowLink(String path) {
    for (String above = RepoPaths.parent(path); !above.isEmpty(); above = RepoPaths.parent(above)) {
      if (base.listing().find(above).filter(TreeEntry::isSymbolicLink).isPresent()) {
        return true;
      }
    }
    return false;
  }

  /** Where a relative path leads from a directory; with leading dots beyond the repository. */
  private static String joined(String directory, String text) {
    Deque<String> steps = new ArrayDeque<>();
    for (String step : (directory + "/" + text).split("/", -1)) {
      if (step.equals("..") && !steps.isEmpty() && !steps.getLast().equals("..")) {
        steps.removeLast();
      } else if (!step.isEmpty() && !step.equals(".")) {
        steps.add(step);
      }
    }
    return String.join("/", steps);
  }

  /** The relative path from a directory of the repository to another place. */
  private static String between(String directory, String target) {
    List<String> from = steps(directory);
    List<String> to = steps(target);
    int common = 0;
    while (common < Math.min(from.size(), to.size()) && from.get(common).equals(to.get(common))) {
      common++;
    }
    List<String> way = new ArrayList<>();
    for (int i = common; i < from.size(); i++) {
      way.add("..");
    }
    way.addAll(to.subList(common, to.size()));
    return way.isEmpty() ? "." : String.join("/", way);
  }

  private static List<String> steps(String path) {
    return path.isEmpty() ? List.of() : List.of(path.split("/", -1));
  }
}
