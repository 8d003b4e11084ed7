package dev.ferry.view;

import dev.ferry.model.ObjectId;
import dev.ferry.model.Problem;
import java.util.Optional;

/**
 * What became of one open branch.
 *
 * @param result in one or two words: {@code kept}, {@code derived again}
 * @param after nothing where the branch was not written
 * @param why the reason behind what is told, where there is one
 */
public record RestackRow(
    String module,
    String branch,
    String result,
    ObjectId before,
    Optional<ObjectId> after,
    Problem told,
    Optional<Problem> why) {}
