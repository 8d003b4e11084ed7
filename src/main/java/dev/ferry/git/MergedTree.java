package dev.ferry.git;

import dev.ferry.model.ObjectId;
import dev.ferry.process.ProgramResult.Ended;
import java.util.List;

/**
 * What git makes of merging a branch into a base: the tree alone, without a checkout and without a
 * ref. The trees are written into ferry's clone, and the user's settings for merges do not count,
 * since whoever merges the branch will have others.
 */
public final class MergedTree {
  /** The first whose {@code merge-tree} merges. */
  private static final Git.Version OLDEST = new Git.Version(2, 38);

  private static final int CONFLICTS = 1;

  private MergedTree() {}

  /** What came of it. */
  public sealed interface Result {
    record Clean(ObjectId tree) implements Result {}

    record Conflicts() implements Result {}

    /** Git could not tell. */
    record Unknown(String why) implements Result {}
  }

  public static Result of(FerryClone clone, ObjectId base, ObjectId branch) {
    Git.Version version = clone.repository().git().version();
    if (version.compareTo(OLDEST) < 0) {
      return new Result.Unknown("git " + version + " has no merge-tree --write-tree");
    }
    List<String> arguments =
        List.of("merge-tree", "--write-tree", "--no-messages", base.hex(), branch.hex());
    Ended ended =
        clone
            .calls()
            .config("merge.renames", "true")
            .config("merge.directoryRenames", "conflict")
            .attempt(null, arguments);
    if (ended.succeeded()) {
      String tree = ended.output().text().lines().findFirst().orElse("").strip();
      return new Result.Clean(new ObjectId(tree));
    }
    if (ended.exitCode() == CONFLICTS) {
      return new Result.Conflicts();
    }
    String why = ended.output().errorText().lines().findFirst().orElse("no reason given");
    return new Result.Unknown(Credentials.redacted(why));
  }
}
