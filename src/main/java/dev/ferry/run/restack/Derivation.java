package dev.ferry.run.restack;

import dev.ferry.git.Candidate;
import dev.ferry.model.ObjectId;
import dev.ferry.model.Problem;
import dev.ferry.run.KeptMend;
import java.util.Optional;

/** What an open branch comes to on the base of today, before anything is written. */
sealed interface Derivation {
  OpenBranch branch();

  /** Nothing was derived. */
  record Settled(OpenBranch branch, RestackEnd end) implements Derivation {}

  /**
   * The commit that it would be.
   *
   * @param parent what it stands on; below its first half where it is made in two
   * @param below the branch of that, where it is derived as well
   * @param mend what the operator had changed, which is in the candidate
   * @param differs why merging the branch as it stands will not do; nothing where it gives the same
   */
  record Derived(
      OpenBranch branch,
      ObjectId parent,
      Optional<Derived> below,
      KeptMend mend,
      Candidate candidate,
      Optional<Problem> differs)
      implements Derivation {}
}
