package dev.ferry.endtoend;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * A harbor ready for an errand that is put back as it was as often as wanted, in one place: the
 * worktrees of ferry's clone name their places. Knows what an undisturbed errand comes to.
 */
final class PreparedHarbor {
  private final Path place;
  private final Path kept;
  private final Errand errand;
  private final String treeOfMost;
  private final Map<String, String> trees;
  private final Map<String, String> commits;
  private final List<String> calls;

  PreparedHarbor(Path folder, Errand errand) throws IOException, InterruptedException {
    this.place = folder.resolve("harbor");
    this.kept = folder.resolve("kept");
    this.errand = errand;
    errand.prepare(Harbor.at(place));
    copy(place, kept);
    Harbor harbor = Harbor.in(place);
    FaultyGit git =
        new FaultyGit(folder.resolve("counting")).arm(harbor.repository(), FaultyGit.Fault.NONE);
    BuiltFerry.Ended ended = BuiltFerry.in(place).with("PATH", git.path()).run(errand.arguments());
    if (ended.exit() != errand.exit()) {
      throw new AssertionError(errand + " undisturbed: " + ended.all());
    }
    this.trees = harbor.trees();
    this.commits = harbor.commits();
    this.treeOfMost = harbor.treeOfMost();
    this.calls = git.called();
  }

  /** As it was before the errand; what the last one left is gone. */
  Harbor fresh() throws IOException, InterruptedException {
    DeletedTree.delete(place);
    copy(kept, place);
    return Harbor.in(place);
  }

  Errand errand() {
    return errand;
  }

  /** The tree of the branch that holds most commits after an undisturbed errand. */
  String treeOfMost() {
    return treeOfMost;
  }

  /** The trees of the branches after an undisturbed errand. */
  Map<String, String> trees() {
    return trees;
  }

  Map<String, String> commits() {
    return commits;
  }

  /** The calls of git of an undisturbed errand, in order. */
  List<String> calls() {
    return calls;
  }

  private static void copy(Path from, Path to) throws IOException, InterruptedException {
    Process copy = new ProcessBuilder("cp", "-a", from.toString(), to.toString()).start();
    if (copy.waitFor() != 0) {
      throw new IOException(
          new String(copy.getErrorStream().readAllBytes(), StandardCharsets.UTF_8));
    }
  }
}
