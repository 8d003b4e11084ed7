package dev.ferry.run.restack;

import dev.ferry.model.ObjectId;
import dev.ferry.model.Problem;
import java.util.Optional;

/**
 * What became of an open branch when the base had moved on.
 *
 * @param branch without {@code refs/heads/}
 * @param before the commit that it held
 * @param after the commit that it holds now; nothing where it was not written
 * @param told what happened, in a sentence with its mend
 * @param why the reason behind that, where there is one
 */
public record RestackEnd(
    String branch,
    String module,
    Kind kind,
    ObjectId before,
    Optional<ObjectId> after,
    Problem told,
    Optional<Problem> why) {

  /** The endings. */
  public enum Kind {
    /** Merging it gives what deriving it gives. */
    KEPT,
    /** It was derived again. */
    REPLACED,
    /** It would be, if this were no rehearsal. */
    WOULD_BE_REPLACED,
    /** Its module is on the base already. */
    LANDED,
    /** It is not ferry's to write. */
    LEFT_ALONE,
    /** It must not be merged as it stands, and ferry could not derive it. */
    STOPPED
  }

  static RestackEnd of(OpenBranch branch, Kind kind, Problem told) {
    return new RestackEnd(
        branch.name(),
        branch.module(),
        kind,
        branch.tip(),
        Optional.empty(),
        told,
        Optional.empty());
  }

  RestackEnd because(Problem reason) {
    return new RestackEnd(branch, module, kind, before, after, told, Optional.of(reason));
  }
}
