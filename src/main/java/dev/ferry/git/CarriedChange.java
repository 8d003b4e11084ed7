package dev.ferry.git;

import dev.ferry.model.ObjectId;
import java.util.ArrayList;
import java.util.List;

/**
 * What a commit adds to another, brought over to a third by git's merge: without a checkout and
 * without a ref. The trees are written into ferry's clone.
 */
public final class CarriedChange {
  private static final String NOBODY = "ferry";

  private CarriedChange() {}

  /** What came of it. */
  public sealed interface Result {
    /**
     * @param files as they differ from those of the third commit
     */
    record Clean(List<FileDifference> files) implements Result {
      public Clean {
        files = List.copyOf(files);
      }
    }

    /** It does not apply, or git could not tell. */
    record Not() implements Result {}
  }

  /**
   * Carries what {@code with} adds to {@code without}, all of them trees.
   *
   * @param onto what it is brought to
   */
  public static Result of(FerryClone clone, ObjectId without, ObjectId with, ObjectId onto) {
    ObjectId root = commit(clone, without, List.of());
    List<String> parent = List.of("-p", root.hex());
    MergedTree.Result merged =
        MergedTree.of(clone, commit(clone, onto, parent), commit(clone, with, parent));
    return switch (merged) {
      case MergedTree.Result.Clean(ObjectId tree) ->
          new Result.Clean(FileDifference.between(clone.calls(), onto, tree));
      case MergedTree.Result.Conflicts _, MergedTree.Result.Unknown _ -> new Result.Not();
    };
  }

  /** Merges go by commits; older gits take no base by itself. */
  private static ObjectId commit(FerryClone clone, ObjectId tree, List<String> parents) {
    List<String> arguments = new ArrayList<>(List.of("commit-tree", "-m", NOBODY));
    arguments.addAll(parents);
    arguments.add(tree.hex());
    GitCalls calls = clone.calls();
    for (String role : List.of("AUTHOR", "COMMITTER")) {
      calls =
          calls
              .with("GIT_" + role + "_NAME", NOBODY)
              .with("GIT_" + role + "_EMAIL", NOBODY)
              .with("GIT_" + role + "_DATE", "@0 +0000");
    }
    return new ObjectId(calls.run(null, arguments).text().strip());
  }
}
